"""The hours at which a person of the office is at the desk: working time without absences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from office_sim.calendar import WorkCalendar

Session = tuple[datetime, datetime]


@dataclass(frozen=True)
class Absence:
    """Who is away from the desk, from when to when, and for what."""

    since: datetime
    until: datetime
    people: tuple[str, ...]
    why: str = ""


class Hours:
    """One person's hours."""

    def __init__(self, calendar: WorkCalendar, away: Iterable[Absence], person: str) -> None:
        self._calendar = calendar
        self._away = [one for one in away if person in one.people]

    def sessions(self, day: date) -> list[Session]:
        """The times at the desk on a day, in order."""
        found: list[Session] = list(self._calendar.sessions(day))
        for absence in self._away:
            found = [part for one in found for part in _without(one, absence)]
        return found

    def closing(self, at: datetime) -> datetime | None:
        """When the time at the desk ends that is on; None if the person is not there."""
        return next((end for start, end in self.sessions(at.date()) if start <= at < end), None)

    def opening(self, at: datetime) -> datetime:
        """When the person is next at the desk."""
        while True:
            at = self._calendar.next_working(at)
            found = next((start for start, end in self.sessions(at.date()) if end > at), None)
            if found is not None:
                return max(at, found)
            at = self._calendar.sessions(at.date())[-1][1]

    def leaving(self, at: datetime) -> datetime:
        """When the person leaves the desk for longer than over noon: the next absence, or the end
        of the day.
        """
        absences = [
            one.since for one in self._away if one.since > at and one.since.date() == at.date()
        ]
        return min([*absences, self._calendar.sessions(at.date())[-1][1]])


def _without(session: Session, absence: Absence) -> list[Session]:
    start, end = session
    if absence.until <= start or end <= absence.since:
        return [session]
    parts = [(start, absence.since), (absence.until, end)]
    return [one for one in parts if one[0] < one[1]]
