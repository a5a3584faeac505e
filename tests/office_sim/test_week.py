"""A week at the office: what comes, who takes it up, and what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from office_sim.calendar import WorkCalendar
from office_sim.week import run_week
from office_sim.week_arrivals import add_working_minutes, arrivals
from office_sim.week_kinds import HANDOVER_MINUTES, Handling, Piece, WorkKind
from office_sim.week_policy import Line, Policy

CALENDAR = WorkCalendar()
MONDAY = datetime(2026, 10, 12, 7, 30)
KIND = WorkKind(
    id="giay",
    duty="I.3.b.NV1.4",
    rule="D08",
    right=(Handling.DO,),
    people=("van_thu",),
    shortest=30,
    longest=30,
    fewest=3,
    most=3,
    worth=1,
    due_days=1,
)


def piece(number: int, at: datetime, minutes: int = 30, kind: WorkKind = KIND) -> Piece:
    return Piece(number, kind, at, at.replace(hour=17, minute=0), minutes)


def policy(spare: int = 0, overtime: int = 0, **lines: Line) -> Policy:
    return Policy.of({"giay": Line(1, "van_thu", Handling.DO), **lines}, spare, overtime)


def test_the_same_seed_brings_the_same_week_and_another_seed_another() -> None:
    assert arrivals([KIND], MONDAY, CALENDAR, "a") == arrivals([KIND], MONDAY, CALENDAR, "a")
    assert arrivals([KIND], MONDAY, CALENDAR, "a") != arrivals([KIND], MONDAY, CALENDAR, "b")


def test_another_kind_does_not_change_what_comes_of_the_first() -> None:
    other = replace(KIND, id="khach")
    alone = arrivals([KIND], MONDAY, CALENDAR, "a")
    both = arrivals([KIND, other], MONDAY, CALENDAR, "a")
    assert [one.arrived for one in both if one.kind.id == "giay"] == [one.arrived for one in alone]


def test_working_minutes_pass_over_noon_and_the_night() -> None:
    assert add_working_minutes(datetime(2026, 10, 12, 11, 0), 60, CALENDAR).hour == 14
    late = add_working_minutes(datetime(2026, 10, 16, 16, 30), 60, CALENDAR)
    assert late == datetime(2026, 10, 19, 8, 0)


def test_one_person_does_one_piece_after_another() -> None:
    pieces = [piece(1, MONDAY), piece(2, MONDAY)]
    done = [one.done for one in run_week(pieces, policy(), CALENDAR).outcomes]
    assert done == [MONDAY + timedelta(minutes=30), MONDAY + timedelta(minutes=60)]


def test_the_smaller_place_goes_first_and_a_piece_begun_is_finished() -> None:
    urgent = replace(KIND, id="khan")
    pieces = [
        piece(1, MONDAY),
        piece(2, MONDAY + timedelta(minutes=1)),
        piece(3, MONDAY + timedelta(minutes=2), kind=urgent),
    ]
    lines = {"giay": Line(2, "van_thu", Handling.DO), "khan": Line(1, "van_thu", Handling.DO)}
    done = [one.done for one in run_week(pieces, Policy.of(lines), CALENDAR).outcomes]
    assert done == [MONDAY + timedelta(minutes=minutes) for minutes in (30, 90, 60)]


def test_work_goes_on_after_noon_and_on_the_next_day() -> None:
    pieces = [piece(1, datetime(2026, 10, 12, 11, 20)), piece(2, datetime(2026, 10, 12, 16, 50))]
    done = [one.done for one in run_week(pieces, policy(), CALENDAR).outcomes]
    assert done == [datetime(2026, 10, 12, 13, 50), datetime(2026, 10, 13, 7, 50)]


def test_with_overtime_allowed_it_is_finished_in_the_evening_and_counted() -> None:
    result = run_week([piece(1, datetime(2026, 10, 12, 16, 50))], policy(overtime=60), CALENDAR)
    assert result.outcomes[0].done == datetime(2026, 10, 12, 17, 20)
    assert result.overtime_hours(()) == pytest.approx(20 / 60)


def test_in_the_time_kept_free_only_what_is_urgent_or_due_today_is_begun() -> None:
    at = datetime(2026, 10, 12, 16, 20)
    later = replace(piece(1, at), due=at + timedelta(days=2))
    result = run_week([later, piece(2, at)], policy(spare=60), CALENDAR)
    assert result.outcomes[0].done == datetime(2026, 10, 13, 8, 0)
    assert result.outcomes[1].done == datetime(2026, 10, 12, 16, 50)


@pytest.mark.parametrize(
    "line",
    [
        Line(None, "van_thu", Handling.DO),
        Line(1, "", Handling.DO),
        Line(1, "van_thu", None),
        Line(1, "van_thu", Handling.LEAVE),
    ],
)
def test_what_is_not_arranged_is_left_undone_and_not_kept(line: Line) -> None:
    result = run_week([piece(1, MONDAY)], policy(giay=line), CALENDAR)
    assert result.outcomes[0].done is None
    assert result.kept(()) == 0


def test_what_may_wait_is_kept_though_nobody_came_to_it() -> None:
    waits = replace(piece(1, MONDAY), due=MONDAY + timedelta(days=30))
    assert run_week([waits], policy(giay=Line(1, "", Handling.DO)), CALENDAR).kept(()) == 1


def test_passing_on_takes_little_time_and_is_not_kept_where_it_is_not_right() -> None:
    result = run_week(
        [piece(1, MONDAY)], policy(giay=Line(1, "van_thu", Handling.PASS_ON)), CALENDAR
    )
    assert result.outcomes[0].done == MONDAY + timedelta(minutes=HANDOVER_MINUTES)
    assert (result.kept(()), result.rightly_handled(())) == (0, 0)


def test_secret_work_leaks_to_a_wrong_person_and_to_another_body() -> None:
    secret = piece(1, MONDAY, kind=replace(KIND, secret=True))
    for line in (Line(1, "ke_toan", Handling.DO), Line(1, "van_thu", Handling.PASS_ON)):
        assert run_week([secret], policy(giay=line), CALENDAR).leaks(()) == 1
    assert run_week([secret], policy(), CALENDAR).leaks(()) == 0
