"""Families of the list: who must be visited, what a clean list would be marked with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from office_sim.families import (
    CATEGORY_VI,
    CERTIFICATE_VI,
    MARK_OF,
    Category,
    Family,
    Fault,
    Mark,
    marks_of,
    true_marks,
)

ONE = Family(
    id="h001",
    number=1,
    name="Nông Thị Én",
    female=True,
    ethnic="Tày",
    birth_year=1950,
    village="na_lan",
    category=Category.WORSHIPPER,
    certificate="Quyết định thờ cúng liệt sĩ",
    person="p1",
)


def test_every_category_has_its_words_and_every_fault_its_mark() -> None:
    assert set(CATEGORY_VI) == set(CERTIFICATE_VI) == set(Category)
    assert set(MARK_OF) == set(Fault)


@pytest.mark.parametrize(
    ("changes", "must"),
    [
        ({"category": Category.MOTHER}, True),
        ({"hardship": 3}, True),
        ({"hardship": 2}, False),
        ({}, False),
    ],
)
def test_the_mothers_and_the_worst_off_must_be_visited(
    changes: dict[str, object], must: bool
) -> None:
    assert replace(ONE, **changes).must_be_visited is must  # type: ignore[arg-type]


@pytest.mark.parametrize(("born", "title"), [(1950, "bà Nông Thị Én"), (1946, "cụ Nông Thị Én")])
def test_from_eighty_on_one_says_cu(born: int, title: str) -> None:
    assert replace(ONE, birth_year=born).title(2026) == title


def test_only_the_dead_and_those_who_moved_are_gone() -> None:
    gone = {fault for fault in Fault if replace(ONE, fault=fault).is_gone}
    assert gone == {Fault.DEATH, Fault.MOVED}


def test_the_papers_say_the_right_category_where_the_row_is_wrong() -> None:
    wrong = replace(ONE, fault=Fault.WRONG_CATEGORY, true_category=Category.SUPPORTED_KIN)
    assert wrong.right_category is Category.SUPPORTED_KIN
    assert true_marks([ONE, wrong]) == {"h001": Mark.WRONG_CATEGORY}


def test_what_is_no_mark_is_passed_over() -> None:
    table = {"h001": {"loi": "trung"}, "h002": {"loi": "lạ"}, "h003": {}}
    assert marks_of(table, "loi") == {"h001": Mark.TWICE}
