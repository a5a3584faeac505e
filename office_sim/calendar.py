"""The office's calendar: working hours, weekends, Vietnam's public holidays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import takewhile

MORNING = (time(7, 30), time(11, 30))
AFTERNOON = (time(13, 30), time(17, 0))
Session = tuple[datetime, datetime]
WEEKDAYS_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class WorkCalendar:
    """Which moments are working time. Only this class turns working days into calendar days.

    `hours` are the (from, to) pairs of a working day, in order; `closed` are further days off.
    Public holidays, those by the moon and those moved from a weekend included, are Vietnam's as
    the `holidays` library knows them. Moments are naive local datetimes.
    """

    def __init__(
        self,
        hours: Iterable[tuple[time, time]] = (MORNING, AFTERNOON),
        closed: Iterable[date] = (),
    ) -> None:
        self.hours = tuple(hours)
        self._closed = frozenset(closed)
        self._known: dict[date, tuple[Session, ...]] = {}

    def is_working_day(self, day: date) -> bool:
        """False on weekends, public holidays and days closed by hand.

        A Saturday that the State makes a working day in exchange for another one counts.
        """
        if day in self._closed:
            return False
        holidays, exchanged = _days_of(day.year)
        return day in exchanged if day.weekday() >= 5 else day not in holidays

    def sessions(self, day: date) -> tuple[Session, ...]:
        """The times at which one works on this day, (from, to) each; none on a day off."""
        if day not in self._known:
            hours = self.hours if self.is_working_day(day) else ()
            self._known[day] = tuple(
                (datetime.combine(day, start), datetime.combine(day, end)) for start, end in hours
            )
        return self._known[day]

    def is_working(self, at: datetime) -> bool:
        """True within working hours of a working day (the end of a session is not within)."""
        return any(start <= at < end for start, end in self.sessions(at.date()))

    def next_working(self, at: datetime) -> datetime:
        """`at` itself if it is working time, else the start of the next session."""
        day = at.date()
        while True:
            for start, end in self.sessions(day):
                if at < end:
                    return max(at, start)
            day += timedelta(days=1)

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
        total, first = timedelta(), start.date()
        for opening, closing in takewhile(lambda one: one[0] < end, self._sessions_from(first)):
            total += max(timedelta(), min(closing, end) - max(opening, start))
        return total

    def overtime(self, start: datetime, end: datetime) -> timedelta:
        """How much of the time from `start` to `end` lies outside working time."""
        return max(timedelta(), end - start) - self.working_time(start, end)

    def _sessions_from(self, day: date) -> Iterator[Session]:
        while True:
            yield from self.sessions(day)
            day += timedelta(days=1)


def format_moment(at: datetime) -> str:
    """The moment as a person writes it: "14:05 Thứ Ba 21/7"."""
    return f"{at:%H:%M} {WEEKDAYS_VI[at.weekday()]} {at.day}/{at.month}"


@cache
def _days_of(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The days off of a year, and the days of weekends on which one works in exchange."""
    import holidays  # reads large tables: only when a calendar is really asked

    found = holidays.country_holidays("VN", years=year)
    return frozenset(found), frozenset(found.weekend_workdays)
