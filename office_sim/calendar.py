"""The office's calendar: working hours, weekends, Vietnam's public holidays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache

MORNING = (time(7, 30), time(11, 30))
AFTERNOON = (time(13, 30), time(17, 0))
WEEKDAYS_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class WorkCalendar:
    """Which moments are working time. Only this class turns working days into calendar days.

    `hours` are the (from, to) pairs of a working day; `closed` are further days off.
    """

    def __init__(
        self,
        hours: Iterable[tuple[time, time]] = (MORNING, AFTERNOON),
        closed: Iterable[date] = (),
    ) -> None:
        self.hours = tuple(hours)
        self._closed = frozenset(closed)

    def is_working_day(self, day: date) -> bool:
        """False on Saturdays, Sundays, public holidays and days closed by hand."""
        return day.weekday() < 5 and day not in self._closed and day not in _holidays(day.year)

    def is_working(self, at: datetime) -> bool:
        """True within working hours of a working day (the end of a session is not within)."""
        return self.is_working_day(at.date()) and any(
            start <= at.time() < end for start, end in self.hours
        )

    def next_working(self, at: datetime) -> datetime:
        """`at` itself if it is working time, else the start of the next session."""
        if self.is_working(at):
            return at
        return next(start for start, _ in self._sessions_from(at.date()) if start > at)

    def add_working_days(self, day: date, count: int) -> date:
        """The working day `count` working days after `day` (0 or more; `day` is not counted)."""
        if count < 0:
            raise ValueError("số ngày làm việc không được âm")
        while count:
            day += timedelta(days=1)
            count -= self.is_working_day(day)
        return day

    def first_hour_after(self, day: date) -> datetime:
        """When the first working day after `day` begins."""
        return self.next_working(datetime.combine(day + timedelta(days=1), time()))

    def working_days_between(self, first: date, last: date) -> int:
        """Working days after `first` up to and including `last`; 0 if `last` is not later."""
        days = (last - first).days
        return sum(self.is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """How much of the time from `start` to `end` is working time."""
        total = timedelta()
        if end <= start:
            return total
        for opening, closing in self._sessions_from(start.date()):
            if opening >= end:
                return total
            total += max(timedelta(), min(closing, end) - max(opening, start))
        return total  # pragma: no cover - the sessions never end

    def overtime(self, start: datetime, end: datetime) -> timedelta:
        """How much of the time from `start` to `end` lies outside working time."""
        return max(timedelta(), end - start) - self.working_time(start, end)

    def _sessions_from(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        while True:
            if self.is_working_day(day):
                for start, end in self.hours:
                    yield datetime.combine(day, start), datetime.combine(day, end)
            day += timedelta(days=1)


def format_moment(at: datetime) -> str:
    """The moment as a person writes it: "14:05 Thứ Ba 21/7"."""
    return f"{at:%H:%M} {WEEKDAYS_VI[at.weekday()]} {at.day}/{at.month}"


@cache
def _holidays(year: int) -> frozenset[date]:
    import holidays  # reads large tables: only when a calendar is really asked

    return frozenset(holidays.country_holidays("VN", years=year))
