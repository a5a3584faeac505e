"""Matters for a month's programme: taken in, put off, already there, not the committee's."""

from __future__ import annotations

from datetime import date

import pytest

from office_sim.calendar import WorkCalendar
from office_sim.programme import (
    BOARD_PAPERS,
    COMMITTEE_PAPERS,
    Intake,
    Level,
    Matter,
    Sitting,
    days_ahead,
    send_between,
)

SITTINGS = [
    Sitting("tt", Level.PERMANENT),
    Sitting("b1", Level.BOARD, date(2026, 10, 8)),
    Sitting("b2", Level.BOARD, date(2026, 10, 22)),
]
CALENDAR = WorkCalendar()


def board(ready: int | None = None, before: int | None = None) -> Matter:
    days = (None if day is None else date(2026, 10, day) for day in (ready, before))
    return Matter(7, Level.BOARD, *days)


@pytest.mark.parametrize(
    ("matter", "intake", "open_ones"),
    [
        (board(), Intake.IN, ["b1", "b2"]),
        (board(ready=5), Intake.IN, ["b1", "b2"]),
        (board(ready=6), Intake.IN, ["b2"]),
        (board(ready=19), Intake.IN, ["b2"]),
        (board(ready=20), Intake.LATER, []),
        (board(before=8), Intake.IN, ["b1"]),
        (board(before=7), Intake.LATER, []),
        (board(ready=6, before=21), Intake.LATER, []),
        (Matter(2, Level.PERMANENT), Intake.IN, ["tt"]),
        (Matter(2, Level.COMMITTEE), Intake.LATER, []),
        (Matter(1, Level.BOARD, settled=True), Intake.ALREADY, ["b1", "b2"]),
        (Matter(0, Level.BOARD), Intake.OUTSIDE, ["b1", "b2"]),
    ],
)
def test_a_matter_goes_where_its_basis_its_level_and_its_papers_let_it(
    matter: Matter, intake: Intake, open_ones: list[str]
) -> None:
    assert matter.intake(SITTINGS, CALENDAR) is intake
    assert [one.id for one in matter.sittings(SITTINGS, CALENDAR)] == open_ones


def test_what_only_the_full_committee_decides_goes_in_when_it_sits() -> None:
    sittings = [*SITTINGS, Sitting("bch", Level.COMMITTEE, date(2026, 10, 29))]
    in_time = Matter(2, Level.COMMITTEE, ready=date(2026, 10, 23))
    assert in_time.intake(sittings, CALENDAR) is Intake.IN
    late = Matter(2, Level.COMMITTEE, ready=date(2026, 10, 26))
    assert late.intake(sittings, CALENDAR) is Intake.LATER


def test_papers_go_out_on_working_days_before_the_sitting() -> None:
    assert send_between(date(2026, 10, 8), BOARD_PAPERS, CALENDAR) == (
        date(2026, 10, 2),
        date(2026, 10, 5),
    )
    assert days_ahead(COMMITTEE_PAPERS) == (5, 7)
    with pytest.raises(ValueError, match="không nêu số ngày"):
        days_ahead("R22")
