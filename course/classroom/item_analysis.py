"""Items: how hard a question or a criterion was for a class, and whether it tells people apart."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass

ENOUGH = 10
"""With fewer works than this, figures on discrimination are left out: chance would speak."""
WEAK = 0.2
EASY, HARD = 0.95, 0.2


@dataclass(frozen=True)
class Item:
    """One item: `ease` is its mean share from 0 to 1; `discrimination` from -1 to 1, or None."""

    id: str
    count: int
    ease: float
    discrimination: float | None
    warning: str


def items(shares: Mapping[str, Mapping[str, float]]) -> list[Item]:
    """The items in what learners reached: learner -> item -> share from 0 to 1.

    Discrimination is the correlation with the rest of the learner's result, the item left out.
    """
    names = sorted({name for own in shares.values() for name in own})
    return [_item(name, shares) for name in names]


def _item(name: str, shares: Mapping[str, Mapping[str, float]]) -> Item:
    pairs = []
    for own in shares.values():
        rest = [share for other, share in own.items() if other != name]
        if name in own and rest:
            pairs.append((own[name], sum(rest) / len(rest)))
    values = [own[name] for own in shares.values() if name in own]
    ease = sum(values) / len(values)
    found = _correlation(pairs)
    return Item(name, len(values), ease, found, _warning(len(values), ease, found))


def _correlation(pairs: list[tuple[float, float]]) -> float | None:
    if len(pairs) < ENOUGH:
        return None
    try:
        return statistics.correlation([one for one, _ in pairs], [rest for _, rest in pairs])
    except statistics.StatisticsError:
        return 0.0  # everybody alike: it tells nobody apart


def _warning(count: int, ease: float, discrimination: float | None) -> str:
    if count < ENOUGH:
        return f"mới có {count} bài, chưa đủ để nhận định"
    found = []
    if ease >= EASY:
        found.append("gần như ai cũng đạt")
    if ease <= HARD:
        found.append("gần như không ai đạt")
    if discrimination is not None and discrimination < 0:
        found.append("người khá lại sai nhiều hơn: xem lại lời câu hỏi")
    elif discrimination is not None and discrimination < WEAK:
        found.append("không phân loại được người học")
    return "; ".join(found)
