"""Looking a day plan over finds what would not work out on the road."""

from __future__ import annotations

from datetime import timedelta

import pytest

from office_sim.day_plan import DayPlanFigures, StopLook, look_at_stops, look_over
from office_sim.people import Diary
from office_sim.visit_plan import VisitPlan
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work import Work
from scenarios.work_tables import with_cells

CASE = load_case("tham_27_7")
REFERENCE = reference_work(CASE)
ROWS = sorted(REFERENCE.tables["lich"], key=lambda row: REFERENCE.tables["lich"][row]["gio"])


DIARIES = {person.id: Diary(list(person.diary)) for person in CASE.world.people}
assert CASE.world.visits is not None
VISITS = CASE.world.visits
EARLIEST = CASE.world.meeting.start + timedelta(minutes=40)


def figures(work: Work) -> DayPlanFigures:
    return look_over(VISITS, VisitPlan(VISITS, work.tables), DIARIES, EARLIEST)


def look_at(work: Work, closed: frozenset[str] = frozenset()) -> list[StopLook]:
    return look_at_stops(VISITS, VisitPlan(VISITS, work.tables), DIARIES, EARLIEST, closed)


def moved(row: str, column: str, text: str) -> Work:
    return with_cells(REFERENCE, {("lich", row, column): text})


def test_the_reference_plan_works_out() -> None:
    seen = figures(REFERENCE)
    assert (seen.unscheduled, seen.tight, seen.out_of_hours, seen.leader_busy) == (0, 0, 0, 0)
    assert seen.stops == 16


@pytest.mark.parametrize(
    ("column", "text", "field"),
    [
        ("gio", "", "unscheduled"),
        ("gio", "7:41", "tight"),
        ("gio", "12:15", "out_of_hours"),
        ("doan", "doan4", "leader_busy"),
    ],
)
def test_what_would_not_work_out_is_counted(column: str, text: str, field: str) -> None:
    row = ROWS[1]
    assert getattr(figures(moved(row, column, text)), field) > 0


def test_each_stop_says_where_one_comes_from_and_when_one_can_be_there() -> None:
    looks = [one for one in look_at(moved(ROWS[1], "gio", "7:41")) if one.is_late]
    (late,) = [one for one in looks if one.stop.family.id == ROWS[1]]
    assert late.way is not None
    assert late.arrival == late.soonest > late.stop.at
    assert late.disturbs
    assert late.engagement is None
    assert figures(moved(ROWS[1], "gio", "7:41")).tight == len(looks)


def test_a_stop_without_an_open_road_counts_as_late() -> None:
    closed = frozenset(road.id for road in VISITS.roads)
    looks = look_at(REFERENCE, closed)
    cut_off = [one for one in looks if one.way is None]
    assert cut_off
    assert all(one.is_late for one in cut_off)


def test_three_delegations_in_one_half_need_three_cars() -> None:
    work = with_cells(REFERENCE, {("lich", ROWS[0], "doan"): "doan2"})
    assert figures(work).cars_needed == 3
