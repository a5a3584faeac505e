"""One content, three hands: the writer, named styles, direct formatting."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from grading.word.blank_page import blank_page
from grading.word.corpus.by_hand import lay_out_by_hand
from grading.word.corpus.by_styles import lay_out_by_styles
from grading.word.draft import Draft
from grading.word.ruleset import RuleSet, load_rules
from grading.word.write import lay_out

Layout = Callable[[Draft, RuleSet], Any]


def by_writer(draft: Draft, rules: RuleSet) -> Any:
    """The kit's own writer."""
    return lay_out(draft, rules).document


def by_styles(draft: Draft, rules: RuleSet) -> Any:
    """Named styles on a base style, font from the theme, no direct formatting."""
    return lay_out_by_styles(draft, blank_page(rules))


def by_hand(draft: Draft, rules: RuleSet) -> Any:
    """Direct formatting on a Calibri template, head and end set with tabs, runs broken up."""
    return lay_out_by_hand(draft, rules)


ORIGINS: dict[str, Layout] = {"writer": by_writer, "styles": by_styles, "hand": by_hand}


def correct_file(draft: Draft, origin: str, rules: str = "HD05") -> bytes:
    """The bytes of a correct .docx of one origin."""
    buffer = io.BytesIO()
    ORIGINS[origin](draft, load_rules(rules)).save(buffer)
    return buffer.getvalue()
