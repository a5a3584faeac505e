"""A week's programme: what clashes is found, and a draft without clashes if there is one."""

from __future__ import annotations

import pytest

from office_sim.timetable import (
    Activity,
    Fault,
    Place,
    arrange,
    faults,
    others_as_good,
)

BOARD = Activity("hop", frozenset({"tt", "vp"}), ("bt",), ("phong_hop",))
PAPERS = Activity("gui", leads=("vp",), papers_of="hop")
LIST = Activity("duyet", frozenset({"tt"}), ("bt",), ("phong_hop",), ahead_of=("gui",))
CALLED = Activity("tinh", leads=("bt",), at="t3s")
REPORT = Activity("bao_cao", leads=("tt", "bt"), until="t2c")
WEEK = [BOARD, PAPERS, LIST, CALLED, REPORT]
GOOD = {
    "hop": Place("t5s", "bt", "phong_hop"),
    "gui": Place("t2c", "vp", "ngoai"),
    "duyet": Place("t2s", "bt", "phong_hop"),
    "tinh": Place("t3s", "bt", "ngoai"),
    "bao_cao": Place("t2c", "tt", "ngoai"),
}


def found(**changes: Place) -> set[tuple[str, Fault]]:
    return {
        (name, one) for name, wrong in faults(WEEK, {**GOOD, **changes}).items() for one in wrong
    }


def test_a_draft_that_keeps_everything_has_no_fault() -> None:
    assert found() == set()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"tinh": Place("t4s", "bt", "ngoai")}, {("tinh", Fault.MOVED)}),
        ({"tinh": Place("t3s", "tt", "ngoai")}, {("tinh", Fault.LEAD)}),
        ({"bao_cao": Place("t4c", "tt", "ngoai")}, {("bao_cao", Fault.LATE)}),
        ({"hop": Place("t5s", "bt", "ngoai")}, {("hop", Fault.ROOM)}),
        ({"gui": Place("t4s", "vp", "ngoai")}, {("gui", Fault.PAPERS)}),
        ({"duyet": Place("t4s", "bt", "phong_hop")}, {("duyet", Fault.ORDER)}),
        (
            {"bao_cao": Place("t2s", "tt", "ngoai")},
            {("bao_cao", Fault.PEOPLE), ("duyet", Fault.PEOPLE)},
        ),
        (
            {"gui": Place()},
            {("duyet", Fault.ORDER)}
            | {("gui", one) for one in (Fault.PAPERS, Fault.PEOPLE, Fault.LEAD, Fault.ROOM)},
        ),
    ],
)
def test_each_fault_is_found_where_it_lies(
    changes: dict[str, Place], wrong: set[tuple[str, Fault]]
) -> None:
    assert found(**changes) == wrong


def test_two_in_one_room_at_once_are_both_named_but_elsewhere_is_never_full() -> None:
    one, two = (Activity(name, leads=(name,), rooms=("phong_hop", "ngoai")) for name in "ab")
    together = {name: Place("t2s", name, "phong_hop") for name in "ab"}
    assert faults([one, two], together) == {"a": {Fault.ROOM}, "b": {Fault.ROOM}}
    apart = {name: Place("t2s", name, "ngoai") for name in "ab"}
    assert faults([one, two], apart) == {"a": set(), "b": set()}


def test_what_is_arranged_has_no_fault_and_is_always_the_same() -> None:
    draft = arrange(WEEK)
    assert draft is not None
    assert not any(faults(WEEK, draft).values())
    assert arrange(WEEK) == draft


def test_a_week_that_cannot_be_is_not_arranged() -> None:
    again = Activity("tinh_2", leads=("bt",), at="t3s")
    assert arrange([*WEEK, again]) is None


def test_the_places_that_are_as_good_disturb_nothing() -> None:
    places = set(others_as_good(WEEK, GOOD, "hop"))
    assert places == {Place(one, "bt", "phong_hop") for one in ("t5s", "t5c", "t6s", "t6c")}
    for place in places:
        assert found(hop=place) == set()
