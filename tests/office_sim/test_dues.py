"""Dues by group and base, reduced only as the rule allows; a village keeps seven tenths."""

from __future__ import annotations

import pytest

from office_sim import rulebook
from office_sim.dues import RULE_OF, Base, owed, passed_up


@pytest.mark.parametrize(
    ("base", "income", "reduced", "due"),
    [
        (Base.SALARY, 5_200_000, 0, 52_000),
        (Base.BENEFIT, 4_800_000, 0, 48_000),
        (Base.PENSION, 5_200_000, 0, 26_000),
        (Base.PENSION, 5_200_000, 50, 13_000),
        (Base.STUDENT, 0, 0, 5_000),
        (Base.EXEMPT, 9_000_000, 0, 0),
    ],
)
def test_dues_follow_the_group(base: Base, income: int, reduced: int, due: int) -> None:
    assert owed(base, income, reduced) == due


def test_a_reduction_that_the_rule_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="80%"):
        owed(Base.PENSION, 5_000_000, 80)


def test_a_village_branch_keeps_seven_tenths() -> None:
    assert passed_up(1_000_000) == 300_000


def test_every_group_names_a_rule_that_is_sure() -> None:
    book = rulebook.load()
    assert all(book[RULE_OF[base]].confirmed for base in Base)
