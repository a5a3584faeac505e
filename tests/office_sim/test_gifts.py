"""Gifts of the State: one person one gift, by category, at the rate of the year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from office_sim.families import Category, Family, Fault, Mark
from office_sim.gifts import GiftRates, compare_gifts, gift_list, right_gifts

RATES = GiftRates(600_000, 300_000, "quyết định giả định")


def row(number: int, person: str, category: Category, **more: object) -> Family:
    return Family(  # type: ignore[arg-type]
        id=f"h{number:03d}",
        number=number,
        name=person,
        female=False,
        ethnic="Kinh",
        birth_year=1950,
        village="v",
        category=category,
        certificate="",
        person=person,
        **more,
    )


@pytest.mark.parametrize(
    ("category", "percent", "amount"),
    [
        (Category.MOTHER, 0, 600_000),
        (Category.SUPPORTED_KIN, 0, 600_000),
        (Category.KIN_OF_SEVERAL, 0, 600_000),
        (Category.WAR_INVALID, 81, 600_000),
        (Category.WAR_INVALID, 80, 300_000),
        (Category.SICK_SOLDIER, 91, 600_000),
        (Category.CHEMICAL_VICTIM, 61, 300_000),
        (Category.KIN, 0, 300_000),
        (Category.WORSHIPPER, 0, 300_000),
    ],
)
def test_the_rate_goes_by_category_and_loss_of_ability(
    category: Category, percent: int, amount: int
) -> None:
    assert RATES.rate(category, percent) == amount


TWO = [
    row(1, "a", Category.SUPPORTED_KIN),
    row(2, "a", Category.WORSHIPPER, fault=Fault.TWO_CATEGORIES),
]


@pytest.mark.parametrize("marked", ["h001", "h002"])
def test_a_person_in_two_categories_has_one_gift_at_the_higher_rate(marked: str) -> None:
    assert gift_list(TWO, {marked: Mark.TWO_CATEGORIES}, RATES) == {"a": [600_000]}


def test_a_list_left_as_it_is_gives_twice() -> None:
    figures = compare_gifts(TWO, {}, RATES)
    assert (figures.gifts, figures.twice, figures.is_right) == (2, 1, False)


def test_marking_both_rows_of_a_person_leaves_that_person_out() -> None:
    marks = {"h001": Mark.TWICE, "h002": Mark.TWICE}
    assert compare_gifts(TWO, marks, RATES).left_out == 1


def test_the_dead_and_those_who_moved_have_no_gift() -> None:
    gone = [row(1, "a", Category.KIN, fault=Fault.DEATH), row(2, "b", Category.KIN)]
    assert right_gifts(gone, RATES) == {"b": [300_000]}
    assert compare_gifts(gone, {}, RATES).gone == 1


def test_a_wrong_category_gives_a_wrong_rate_until_it_is_marked() -> None:
    wrong = replace(
        row(1, "a", Category.KIN),
        fault=Fault.WRONG_CATEGORY,
        true_category=Category.SUPPORTED_KIN,
    )
    assert compare_gifts([wrong], {}, RATES).wrong_rate == 1
    right = compare_gifts([wrong], {"h001": Mark.WRONG_CATEGORY}, RATES)
    assert right.is_right
    assert right.total == 600_000
