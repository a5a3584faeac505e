"""When a message is read, by day and by night."""

from datetime import datetime, timedelta

import pytest

from office_sim.calendar import WorkCalendar
from office_sim.channels import Channel

CALENDAR = WorkCalendar()


@pytest.mark.parametrize(
    ("sent", "by_day", "always"),
    [
        ("2026-09-22 09:00", "2026-09-22 10:00", "2026-09-22 10:00"),
        ("2026-09-22 18:00", "2026-09-23 08:30", "2026-09-22 19:00"),
        ("2026-09-25 17:00", "2026-09-28 08:30", "2026-09-25 18:00"),
    ],
)
def test_a_channel_that_sleeps_at_night_is_read_in_the_next_working_hours(
    sent: str, by_day: str, always: str
) -> None:
    moment = datetime.fromisoformat(sent)
    day = Channel("a", "Hệ thống", timedelta(hours=1), works_at_night=False)
    night = Channel("b", "Tin nhắn", timedelta(hours=1))
    assert day.read_at(moment, CALENDAR) == datetime.fromisoformat(by_day)
    assert night.read_at(moment, CALENDAR) == datetime.fromisoformat(always)
