"""The State's gifts on 27 July: one person one gift, by category, at the rate of the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from office_sim.families import Category, Family, Mark, true_marks

HIGH_FROM_PERCENT = 81
"""From this loss of working ability on the higher rate is given; source: 715/QĐ-CTN (G01, G02)."""

_ALWAYS_HIGH = frozenset({Category.MOTHER, Category.SUPPORTED_KIN, Category.KIN_OF_SEVERAL})
_BY_PERCENT = frozenset({Category.WAR_INVALID, Category.SICK_SOLDIER, Category.CHEMICAL_VICTIM})
_NO_GIFT = frozenset({Mark.TWICE, Mark.TWO_CATEGORIES, Mark.DEAD, Mark.MOVED})


@dataclass(frozen=True)
class GiftRates:
    """The two rates of the year, in đồng, and the decision that sets them."""

    high: int
    low: int
    decision: str

    def rate(self, category: Category, percent: int) -> int:
        """The gift of one person in đồng."""
        high = category in _ALWAYS_HIGH or (
            category in _BY_PERCENT and percent >= HIGH_FROM_PERCENT
        )
        return self.high if high else self.low


@dataclass(frozen=True)
class GiftFigures:
    """A list of gifts against the right one. `total` is in đồng, the rest are numbers of people."""

    gifts: int
    total: int
    twice: int
    gone: int
    wrong_rate: int
    left_out: int

    @property
    def is_right(self) -> bool:
        """Whether everybody entitled has exactly one gift at the right rate, and nobody else."""
        return not (self.twice or self.gone or self.wrong_rate or self.left_out)


def gift_list(
    families: Iterable[Family], marks: Mapping[str, Mark], rates: GiftRates
) -> dict[str, list[int]]:
    """The gifts of each person, in đồng, that come of the marks.

    A row marked as a second one of the same person has no gift of its own; the person's other row
    then has the higher of the two rates (rule QT01).
    """
    gifts: dict[str, list[int]] = defaultdict(list)
    joined: dict[str, int] = {}
    for family in families:
        mark = marks.get(family.id)
        category = family.right_category if mark is Mark.WRONG_CATEGORY else family.category
        rate = rates.rate(category, family.percent)
        if mark is Mark.TWO_CATEGORIES:
            joined[family.person] = max(rate, joined.get(family.person, 0))
        if mark not in _NO_GIFT:
            gifts[family.person].append(rate)
    for person, rate in joined.items():
        if gifts.get(person):
            gifts[person][0] = max(rate, gifts[person][0])
    return dict(gifts)


def right_gifts(families: Iterable[Family], rates: GiftRates) -> dict[str, list[int]]:
    """The gifts of a list without any mistake."""
    families = tuple(families)
    return gift_list(families, true_marks(families), rates)


def compare_gifts(
    families: Iterable[Family], marks: Mapping[str, Mark], rates: GiftRates
) -> GiftFigures:
    """The gifts that come of the marks, set against the right ones."""
    families = tuple(families)
    return set_against(gift_list(families, marks, rates), right_gifts(families, rates))


def set_against(
    given: Mapping[str, Sequence[int]], right: Mapping[str, Sequence[int]]
) -> GiftFigures:
    """The given gifts of each person set against the right ones."""
    once = {person: amounts[0] for person, amounts in given.items() if len(amounts) == 1}
    return GiftFigures(
        gifts=sum(len(amounts) for amounts in given.values()),
        total=sum(sum(amounts) for amounts in given.values()),
        twice=sum(len(amounts) > 1 for amounts in given.values()),
        gone=sum(person not in right for person in given),
        wrong_rate=sum(
            person in right and amount != right[person][0] for person, amount in once.items()
        ),
        left_out=sum(person not in given for person in right),
    )
