"""The pieces of work of one week, drawn from a seed: the same seed always brings the same week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random

from office_sim.calendar import WorkCalendar
from office_sim.week_kinds import Piece, WorkKind

WORKING_DAYS = 5


def arrivals(
    kinds: Iterable[WorkKind], start: datetime, calendar: WorkCalendar, seed: str
) -> tuple[Piece, ...]:
    """The week's pieces in the order in which they come, from the working day of `start` on."""
    days = week_days(start, calendar)
    found: list[tuple[datetime, datetime, int, WorkKind]] = []
    for kind in kinds:
        chance = Random(f"week/{seed}/{kind.id}")  # one kind more changes no other
        for _ in range(chance.randint(kind.fewest, kind.most)):
            arrived = _arrival(kind, days, calendar, chance)
            minutes = chance.randrange(kind.shortest, kind.longest + 1, 5)
            found.append((arrived, _due(kind, arrived, days, calendar), minutes, kind))
    found.sort(key=lambda one: (one[0], one[1], one[3].id, one[2]))
    return tuple(
        Piece(number, kind, arrived, due, minutes)
        for number, (arrived, due, minutes, kind) in enumerate(found, start=1)
    )


def week_days(start: datetime, calendar: WorkCalendar) -> list[date]:
    """The five working days of the week that begins on the day of `start`."""
    first = start.date() - timedelta(days=1)
    return [calendar.add_working_days(first, count + 1) for count in range(WORKING_DAYS)]


def _arrival(kind: WorkKind, days: list[date], calendar: WorkCalendar, chance: Random) -> datetime:
    day = days[chance.choice(kind.days)]
    opening, closing = (datetime.combine(day, one) for one in (kind.since, kind.until))
    minutes = int((closing - opening).total_seconds()) // 60
    return calendar.next_working(opening + timedelta(minutes=chance.randint(0, minutes)))


def _due(kind: WorkKind, arrived: datetime, days: list[date], calendar: WorkCalendar) -> datetime:
    if kind.due_minutes:
        return add_working_minutes(arrived, kind.due_minutes, calendar)
    if kind.due_day is not None:
        return datetime.combine(days[kind.due_day], kind.due_time)
    last = calendar.add_working_days(arrived.date(), kind.due_days)
    return calendar.sessions(last)[-1][1]


def add_working_minutes(at: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
    """The moment at which so many minutes of working time have gone by."""
    left = timedelta(minutes=minutes)
    while True:
        at = calendar.next_working(at)
        closing = next(end for start, end in calendar.sessions(at.date()) if start <= at < end)
        if at + left <= closing:
            return at + left
        left -= closing - at
        at = closing
