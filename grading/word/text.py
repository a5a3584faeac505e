"""Vietnamese text made comparable: one Unicode form, one tone placement, folded copies."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Some converters write the letters OI (U+01A2/U+01A3) for Ư/ư; readers do not see the difference.
_LOOKALIKE = str.maketrans(
    {"\u01a2": "Ư", "\u01a3": "ư", "\u00a0": " ", "\u200b": "", "\ufeff": ""}
)

# New-style tone placement on an open syllable (oà, uỷ) to the placement the kit writes (òa, ủy).
_NEW_STYLE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONE = re.compile(
    "(?<![qQ])(" + "|".join(_NEW_STYLE) + r")(?![^\W\d_])",
    re.IGNORECASE,
)
KEPT = 1024
"""Texts whose form is remembered: one document asks for the same few hundred many times."""
_SPACES = re.compile(r"[ \t\r\f\v]+")


def nfc(text: str) -> str:
    """The text in composed Unicode form, with look-alike letters and odd spaces mended."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_LOOKALIKE)


@lru_cache(maxsize=KEPT)
def canon(text: str) -> str:
    """`nfc` with one tone placement (uỷ -> ủy) and single spaces; case is kept."""
    mended = nfc(text)
    if not mended.isascii():
        mended = _TONE.sub(_old_style, mended)
    return _SPACES.sub(" ", mended).strip()


@lru_cache(maxsize=KEPT)
def fold(text: str) -> str:
    """`canon` in lower case without any diacritic ("Giấy mời" -> "giay moi"), for loose search."""
    lowered = canon(text).lower()
    return lowered if lowered.isascii() else lowered.translate(_FOLDING)


def is_caps(text: str) -> bool:
    """Whether every letter of the text is a capital and there is at least one."""
    return text.upper() == text and text.lower() != text


def quote(text: str, length: int = 60) -> str:
    """The text's first `length` characters for a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _old_style(match: re.Match[str]) -> str:
    found = match.group(1)
    placed = _NEW_STYLE[found.lower()]
    if found.isupper():
        return placed.upper()
    return placed.capitalize() if found[0].isupper() else placed


class _Folding(dict[int, str]):
    """Code point to bare letter, worked out once for each letter met."""

    def __missing__(self, code: int) -> str:
        letter = "d" if code == 0x111 else chr(code)
        bare = "".join(
            part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part)
        )
        self[code] = bare
        return bare


_FOLDING = _Folding()
