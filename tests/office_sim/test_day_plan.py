"""Looking a day plan over finds what would not work out on the road."""

from __future__ import annotations

from datetime import timedelta

import pytest

from office_sim.day_plan import DayPlanFigures, look_over
from office_sim.people import Diary
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work import Work
from scenarios.work_tables import with_cells

CASE = load_case("tham_27_7")
REFERENCE = reference_work(CASE)
ROWS = sorted(REFERENCE.tables["lich"], key=lambda row: REFERENCE.tables["lich"][row]["gio"])


def figures(work: Work) -> DayPlanFigures:
    world = CASE.world
    assert world.visits is not None
    diaries = {person.id: Diary(list(person.diary)) for person in world.people}
    earliest = world.meeting.start + timedelta(minutes=40)
    return look_over(world.visits, work.tables, diaries, earliest)


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


def test_three_delegations_in_one_half_need_three_cars() -> None:
    work = with_cells(REFERENCE, {("lich", ROWS[0], "doan"): "doan2"})
    assert figures(work).cars_needed == 3
