"""The hours at a desk: away at a meeting or on a visit, back afterwards."""

from __future__ import annotations

from datetime import datetime

from office_sim.calendar import WorkCalendar
from office_sim.week import run_week
from office_sim.week_hours import Absence, Hours
from office_sim.week_kinds import Handling, Piece, WorkKind
from office_sim.week_policy import Line, Policy

CALENDAR = WorkCalendar()
AWAY = (Absence(datetime(2026, 10, 14, 14, 0), datetime(2026, 10, 14, 16, 30), ("chanh_vp",)),)
HOURS = Hours(CALENDAR, AWAY, "chanh_vp")
KIND = WorkKind(
    "giay", "I.3.b.NV1.4", "D08", (Handling.DO,), ("chanh_vp",), 30, 30, 1, 1, 1, due_days=1
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, 14, hour, minute)


def test_a_session_is_cut_by_an_absence() -> None:
    assert HOURS.sessions(at(8).date())[-2:] == [(at(13, 30), at(14)), (at(16, 30), at(17))]


def test_somebody_else_is_there_all_day() -> None:
    assert Hours(CALENDAR, AWAY, "van_thu").sessions(at(8).date()) == list(
        CALENDAR.sessions(at(8).date())
    )


def test_closing_and_opening_pass_over_the_absence_and_the_night() -> None:
    assert HOURS.closing(at(13, 45)) == at(14)
    assert HOURS.closing(at(15)) is None
    assert HOURS.opening(at(15)) == at(16, 30)
    assert HOURS.opening(at(18)) == datetime(2026, 10, 15, 7, 30)


def test_one_leaves_for_the_meeting_and_then_for_the_day() -> None:
    assert HOURS.leaving(at(8)) == at(14)
    assert HOURS.leaving(at(16, 40)) == at(17)


def run(piece: Piece, spare: int = 0) -> datetime | None:
    policy = Policy.of({"giay": Line(1, "chanh_vp", Handling.DO)}, spare, 60)
    return run_week([piece], policy, CALENDAR, AWAY).outcomes[0].done


def test_work_that_is_begun_before_an_absence_is_finished_after_it() -> None:
    piece = Piece(1, KIND, at(13, 45), datetime(2026, 10, 20, 17), 30)
    assert run(piece) == at(16, 45)


def test_in_the_time_kept_free_before_an_absence_no_long_work_is_begun() -> None:
    piece = Piece(1, KIND, at(13, 35), datetime(2026, 10, 20, 17), 60)
    assert run(piece) == datetime(2026, 10, 15, 7, 35)
    assert run(piece, spare=30) == datetime(2026, 10, 15, 8, 30)
