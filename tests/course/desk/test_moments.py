"""Typed times."""

from datetime import date, datetime, time

import pytest

from course.desk import moments
from office_sim.calendar import WorkCalendar


@pytest.mark.parametrize(
    "text", ["15:50", "15h50", "15H50", "1550", " 15.50 ", "15 giờ 50", "15g50", "15h50p"]
)
def test_a_time_is_read_as_people_write_it(text: str) -> None:
    assert moments.read_time(text) == time(15, 50)


@pytest.mark.parametrize(
    ("text", "wanted"), [("7h", time(7)), ("0730", time(7, 30)), ("730", time(7, 30))]
)
def test_short_forms(text: str, wanted: time) -> None:
    assert moments.read_time(text) == wanted


@pytest.mark.parametrize(
    "text", ["", "15", "25:00", "12:60", "2460", "chiều", "15:5", "15:500", "-1:30"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert moments.read_time(text) is None


def test_the_echo_says_the_day_and_the_hour_outside_working_time() -> None:
    calendar = WorkCalendar()
    assert moments.echo(datetime(2026, 9, 22, 15, 50), calendar) == "15:50 Thứ Ba 22/9"
    assert moments.echo(datetime(2026, 9, 22, 18, 5), calendar).endswith("(ngoài giờ làm việc)")
    assert moments.day_words(date(2026, 9, 26), calendar) == "Thứ Bảy 26/9 (ngày nghỉ)"


def test_the_next_minute_is_never_in_the_past() -> None:
    half = datetime(2026, 9, 22, 16, 22, 30)
    assert moments.next_minute(half) == datetime(2026, 9, 22, 16, 23)
    assert moments.next_minute(half.replace(second=0)) == datetime(2026, 9, 22, 16, 22)
