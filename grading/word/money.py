"""Amounts of money in Vietnamese text: "600.000 đồng", "1,5 triệu đồng", "1 tỷ 200 triệu đồng"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = {"dong": 1, "nghin": 10**3, "ngan": 10**3, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
_NUMBER = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_AMOUNT = re.compile(
    rf"(?<![\d.,])((?:(?:{_NUMBER}) ?(?:ty|ti|trieu|nghin|ngan) ?)*(?:{_NUMBER})?"
    r" ?(?:ty|ti|trieu|nghin|ngan)? ?)(?:dong(?! chi\b)|vnd|d)\b"
)
_PIECE = re.compile(rf"({_NUMBER}) ?(ty|ti|trieu|nghin|ngan)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in whole đồng and where it starts in the folded text."""

    value: int
    start: int
    text: str


def find_money(folded: str) -> list[Amount]:
    """All amounts of a folded text in reading order."""
    found = []
    for match in _AMOUNT.finditer(folded):
        pieces = _PIECE.findall(match.group(1))
        if pieces:
            value = sum(number(digits) * _UNITS.get(unit or "dong", 1) for digits, unit in pieces)
            found.append(Amount(round(value), match.start(), match.group(0).strip()))
    return found


def number(digits: str) -> float:
    """The number that Vietnamese digits write: "1.200" is 1200, "1,5" is 1.5."""
    return float(digits.replace(".", "").replace(" ", "").replace(",", "."))


def in_words(value: int) -> str:
    """ "600.000 đồng"."""
    return f"{value:,}".replace(",", ".") + " đồng"
