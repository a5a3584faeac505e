"""Working hours, weekends, holidays by the sun and by the moon, working days, overtime."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from office_sim.calendar import WorkCalendar, format_moment

CALENDAR = WorkCalendar()
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "working"),
    [
        ("2026-09-22 07:29", False),
        ("2026-09-22 07:30", True),
        ("2026-09-22 11:29", True),
        ("2026-09-22 11:30", False),
        ("2026-09-22 12:45", False),
        ("2026-09-22 13:30", True),
        ("2026-09-22 16:59", True),
        ("2026-09-22 17:00", False),
        ("2026-09-26 09:00", False),
        ("2026-09-27 09:00", False),
    ],
)
def test_an_hour_is_working_time_within_the_sessions_of_a_weekday(
    moment: str, working: bool
) -> None:
    assert CALENDAR.is_working(at(moment)) is working


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2026, 1, 1), "New Year"),
        (date(2026, 2, 16), "the eve of Tết"),
        (date(2026, 2, 17), "the first day of Tết"),
        (date(2026, 2, 20), "the fourth day of Tết"),
        (date(2025, 1, 29), "Tết of another year, by the moon"),
        (date(2025, 4, 7), "Giỗ Tổ, the tenth of the third moon"),
        (date(2027, 4, 16), "Giỗ Tổ of another year"),
        (date(2026, 4, 27), "the Monday after a Giỗ Tổ on a Sunday"),
        (date(2026, 4, 30), "the day of reunification"),
        (date(2026, 5, 1), "May Day"),
        (date(2026, 9, 1), "the day before the National Day"),
        (date(2026, 9, 2), "the National Day"),
    ],
)
def test_a_public_holiday_is_no_working_day(day: date, holiday: str) -> None:
    assert day.weekday() < 5
    assert not CALENDAR.is_working_day(day), holiday


def test_a_day_after_a_holiday_is_a_working_day_again() -> None:
    assert CALENDAR.is_working_day(date(2026, 2, 23))
    assert CALENDAR.is_working_day(date(2026, 4, 28))


def test_a_saturday_worked_in_exchange_for_a_day_off_is_a_working_day() -> None:
    assert not CALENDAR.is_working_day(date(2026, 8, 31))
    assert CALENDAR.is_working_day(date(2026, 8, 22))
    assert not CALENDAR.is_working_day(date(2026, 8, 29))


def test_a_day_closed_by_hand_is_no_working_day() -> None:
    closed = WorkCalendar(closed=[date(2026, 9, 22)])
    assert not closed.is_working(at("2026-09-22 09:00"))
    assert closed.next_working(at("2026-09-22 09:00")) == at("2026-09-23 07:30")


def test_other_working_hours_can_be_set() -> None:
    early = WorkCalendar(hours=[(time(6), time(10))])
    assert early.is_working(at("2026-09-22 06:00"))
    assert early.next_working(at("2026-09-22 10:00")) == at("2026-09-23 06:00")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-09-22 09:10", "2026-09-22 09:10"),
        ("2026-09-22 07:00", "2026-09-22 07:30"),
        ("2026-09-22 11:30", "2026-09-22 13:30"),
        ("2026-09-22 17:00", "2026-09-23 07:30"),
        ("2026-09-25 18:00", "2026-09-28 07:30"),
        ("2026-02-13 17:00", "2026-02-23 07:30"),
    ],
)
def test_the_next_working_moment_skips_noon_nights_weekends_and_tet(
    moment: str, expected: str
) -> None:
    assert CALENDAR.next_working(at(moment)) == at(expected)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-09-22", 0, "2026-09-22"),
        ("2026-09-22", 3, "2026-09-25"),
        ("2026-09-22", 4, "2026-09-28"),
        ("2026-02-13", 1, "2026-02-23"),
        ("2026-04-29", 1, "2026-05-04"),
    ],
)
def test_working_days_are_not_calendar_days(day: str, count: int, expected: str) -> None:
    found = CALENDAR.add_working_days(date.fromisoformat(day), count)
    assert found == date.fromisoformat(expected)


def test_a_negative_number_of_working_days_is_refused() -> None:
    with pytest.raises(ValueError, match="không được âm"):
        CALENDAR.add_working_days(date(2026, 9, 22), -1)


def test_the_first_hour_after_a_friday_is_on_monday() -> None:
    assert CALENDAR.first_hour_after(date(2026, 9, 25)) == at("2026-09-28 07:30")


@pytest.mark.parametrize(
    ("start", "end", "working", "overtime"),
    [
        ("2026-09-22 09:00", "2026-09-22 10:30", 90, 0),
        ("2026-09-22 11:00", "2026-09-22 14:00", 60, 120),
        ("2026-09-22 16:00", "2026-09-22 19:00", 60, 120),
        ("2026-09-26 08:00", "2026-09-26 10:00", 0, 120),
        ("2026-09-22 10:00", "2026-09-22 10:00", 0, 0),
        ("2026-09-22 10:00", "2026-09-22 09:00", 0, 0),
    ],
)
def test_time_splits_into_working_time_and_overtime(
    start: str, end: str, working: int, overtime: int
) -> None:
    assert CALENDAR.working_time(at(start), at(end)) == timedelta(minutes=working)
    assert CALENDAR.overtime(at(start), at(end)) == timedelta(minutes=overtime)


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(days=40)))
def test_working_time_and_overtime_add_up_and_next_working_is_working(
    start: datetime, span: timedelta
) -> None:
    end = start + span
    assert CALENDAR.working_time(start, end) + CALENDAR.overtime(start, end) == span
    following = CALENDAR.next_working(start)
    assert following >= start
    assert CALENDAR.is_working(following)
    assert CALENDAR.working_time(start, following) == timedelta()


@given(st.dates(date(2025, 1, 1), date(2027, 11, 1)), st.integers(0, 30))
def test_adding_working_days_and_counting_them_are_inverse(day: date, count: int) -> None:
    last = CALENDAR.add_working_days(day, count)
    assert CALENDAR.working_days_between(day, last) == count
    assert CALENDAR.working_days_between(last, day) == 0 or last == day


def test_a_moment_is_written_as_a_person_writes_it() -> None:
    assert format_moment(at("2026-07-21 14:05")) == "14:05 Thứ Ba 21/7"
    assert format_moment(at("2026-09-27 07:30")) == "07:30 Chủ nhật 27/9"
