"""Words in {...} in the texts of a case: each variant puts its own in their place."""

from __future__ import annotations

from collections.abc import Mapping


class PlaceholderError(Exception):
    """A text names a word that the variant does not have; the message is the word."""


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with the words in place of {...}. Raises PlaceholderError."""
    if "{" not in text and "}" not in text:
        return text
    try:
        return text.format_map(words)
    except (KeyError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise PlaceholderError(str(error).strip("'")) from None
