"""Vietnamese dates and hours in text: "ngày 15 tháng 3 năm 2027", "15/3/2027", "14 giờ 30"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

_LONG = re.compile(r"\bngay (\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?")
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}))?(?![\d/-])")
_CLOCK = re.compile(
    r"(?<![\d,.])(\d{1,2})(?: gio| ?h|:)(?: ?(\d{2})\b)?(?: phut)?|(?<![\d,.])(\d{1,2}) gio"
)
_HALF = re.compile(r"^ ?ruoi\b")
_PART = re.compile(r"^(?: ruoi)?.{0,4}\b(sang|trua|chieu|toi)\b")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. `when` is None where no such day exists; a missing year is 0."""

    day: int
    month: int
    year: int
    when: date | None
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class FoundHour:
    """A time of day in a text; `when` is None for 25 giờ and the like."""

    when: time | None
    start: int
    text: str


def find_dates(folded: str) -> list[FoundDate]:
    """All dates of a folded text in reading order."""
    found = [_date(match, match.groups()) for match in _LONG.finditer(folded)]
    for match in _SHORT.finditer(folded):
        day, _, month, year = match.groups()
        if year is None and (match.group(2) != "/" or not _said_as_day(folded, match.start())):
            continue
        found.append(_date(match, (day, month, year)))
    return sorted(found, key=lambda item: item.start)


def find_hours(folded: str) -> list[FoundHour]:
    """All times of day of a folded text in reading order ("2 giờ chiều" is 14:00)."""
    return [_hour(match, folded) for match in _CLOCK.finditer(folded)]


def real_date(day: int, month: int, year: int) -> date | None:
    """The day, None if the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_words(day: date) -> str:
    """ "ngày 05 tháng 02 năm 2027": zero before days under 10 and before months 1 and 2."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def hour_in_words(moment: time) -> str:
    """ "14 giờ 00"."""
    return f"{moment.hour} giờ {moment.minute:02d}"


def _said_as_day(folded: str, start: int) -> bool:
    before = folded[max(0, start - 9) : start]
    return bool(re.search(r"\b(ngay|hom|den|tu|truoc|sang|chieu|toi)\W*$", before))


def _date(match: re.Match[str], parts: tuple[str | None, ...]) -> FoundDate:
    day, month, year = int(parts[0] or 0), int(parts[1] or 0), int(parts[2] or 0)
    when = real_date(day, month, year) if year else None
    return FoundDate(day, month, year, when, match.start(), match.group(0))


def _hour(match: re.Match[str], folded: str) -> FoundHour:
    hour, minute = int(match.group(1) or match.group(3) or 0), int(match.group(2) or 0)
    after = folded[match.end() : match.end() + 12]
    if not minute and _HALF.match(after):
        minute = 30
    part = _PART.match(after)
    if part and hour < 12 and part.group(1) in ("chieu", "toi"):
        hour += 12
    try:
        when = time(hour, minute)
    except ValueError:
        when = None
    return FoundHour(when, match.start(), match.group(0).strip())
