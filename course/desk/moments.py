"""Office time as a learner types and reads it: "15h50" goes in, "15:50 Thứ Ba 22/9" comes back."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from office_sim.calendar import WEEKDAYS_VI, WorkCalendar, format_moment

TIME_HINT_VI = "Giờ viết theo kiểu 24 giờ, ví dụ 15:50, 15h50 hoặc 1550."
_HOUR_AND_MINUTES = re.compile(r"(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{2})\s*(?:p|phút)?", re.IGNORECASE)
_FULL_HOUR = re.compile(r"(\d{1,2})\s*(?:h|g|giờ)", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")


def read_time(text: str) -> time | None:
    """The time of day that was typed (15:50, 15h50, 15h, 1550); None if it is none."""
    text = text.strip()
    for pattern in (_HOUR_AND_MINUTES, _FULL_HOUR, _DIGITS):
        if found := pattern.fullmatch(text):
            hour, minute = int(found[1]), int(found[2]) if found.lastindex == 2 else 0
            return time(hour, minute) if hour < 24 and minute < 60 else None
    return None


def days(start: datetime, end: datetime) -> list[date]:
    """The days from `start` to `end`, both counted."""
    return [start.date() + timedelta(days=n) for n in range((end.date() - start.date()).days + 1)]


def day_words(day: date, calendar: WorkCalendar) -> str:
    """The day as a person writes it: "Thứ Ba 22/9", with a remark when the office is closed."""
    rest = "" if calendar.is_working_day(day) else " (ngày nghỉ)"
    return f"{WEEKDAYS_VI[day.weekday()]} {day.day}/{day.month}{rest}"


def echo(at: datetime, calendar: WorkCalendar) -> str:
    """The moment in words, with a remark outside working hours."""
    return format_moment(at) + ("" if calendar.is_working(at) else " (ngoài giờ làm việc)")


def next_minute(at: datetime) -> datetime:
    """`at` itself if it is a full minute, else the next one."""
    full = at.replace(second=0, microsecond=0)
    return full if full == at else full + timedelta(minutes=1)


def short(at: datetime, beside: date) -> str:
    """The time alone on the day `beside`, else with its day."""
    return f"{at:%H:%M}" if at.date() == beside else format_moment(at)
