"""Levels and formats with planted faults: each is named with its place and its mend."""

import pytest

from scenarios.case import read_case
from scenarios.check_editions import check_editions
from tests.scenarios.conftest import Copy


def found(copy: Copy) -> dict[str, str]:
    mistakes = list(check_editions(read_case(copy.folder)))
    assert all(one.mend for one in mistakes)
    return {one.place: one.problem for one in mistakes}


def test_the_levels_and_formats_of_a_case_of_the_kit_are_in_order(copy: Copy) -> None:
    assert found(copy) == {}


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('"inject:con_om", ', '"inject:con_khoe", ', "level “basic”, settles", "inject:con_khoe"),
        ('"phase:during", ', '"phase:giua", ', "format “m75”, plays", "phase:giua"),
        ('until = "meeting+1h"', 'until = "meeting+90d"', "format “m40”, until", "meeting+90d"),
        ('id = "m75"', 'id = "m40"', "format", "m40"),
        ('stand_in = "lan"', 'stand_in = "thai"', "stand_in", "thai"),
        ("default = true\n\n[[level]]", "\n[[level]]", "level", "đúng một"),
        ('title = "Mất điện"', 'title = "Mất điện"\nlevels = ["kho"]', "“mat_dien”, levels", "kho"),
    ],
)
def test_a_fault_is_found_in_its_place(
    copy: Copy, old: str, new: str, place: str, problem: str
) -> None:
    copy.edit(old, new)
    mistakes = found(copy)
    assert place in mistakes
    assert problem in mistakes[place]
