"""Moments as people write them in a form: "12/10/2026 08:00", "8h30 ngày 12/10/2026"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_HOUR = re.compile(r"(?<![\d/.-])(\d{1,2})\s*(?:giờ|:|h|g)\s*(\d{2})?(?![\d/])", re.IGNORECASE)


def read_moment(text: str) -> datetime | None:
    """The moment in whole minutes, None if a day or an hour is missing or there is none such."""
    day = _DAY.search(text)
    hour = _HOUR.search(text[: day.start()] + " " + text[day.end() :]) if day else None
    if day is None or hour is None:
        return None
    try:
        found = date(int(day[3]), int(day[2]), int(day[1]))
        return datetime.combine(found, time(int(hour[1]), int(hour[2] or 0)))
    except ValueError:
        return None


def moment_text(value: date) -> str:
    """A date cell of Excel as text; half a second is Excel's own rounding."""
    if not isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    return (value + timedelta(seconds=30)).strftime("%d/%m/%Y %H:%M")
