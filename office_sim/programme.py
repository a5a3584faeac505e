"""The programme of a month: its sittings, when their papers go out, what can reach which of them.

Month and week programmes, the lesson's board and the exercise's tables reckon by the same rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from office_sim import rulebook
from office_sim.calendar import WorkCalendar

COMMITTEE_PAPERS, BOARD_PAPERS = "D01", "D02"
"""The rules on how long before a sitting its papers go out: full committee, standing board."""


class Level(StrEnum):
    """Who decides: the full committee, its standing board, the permanent members."""

    COMMITTEE = "bch"
    BOARD = "btv"
    PERMANENT = "tt"


class Intake(StrEnum):
    """What becomes of something that somebody wants in the month's programme."""

    IN = "vao"
    LATER = "sau"
    ALREADY = "da_co"
    OUTSIDE = "ngoai"


PAPERS_OF = {Level.COMMITTEE: COMMITTEE_PAPERS, Level.BOARD: BOARD_PAPERS}


@dataclass(frozen=True)
class Sitting:
    """A sitting in the month; `day` is None for one that is held every week."""

    id: str
    level: Level
    day: date | None = None


@dataclass(frozen=True)
class Matter:
    """Something that somebody wants in the programme; `basis` 0 belongs to none of the seven.

    `ready` is when its papers are finished (None: they are), `before` the last day on which a
    decision is of use; `settled` says that it has been decided or is part of another item.
    """

    basis: int
    level: Level
    ready: date | None = None
    before: date | None = None
    settled: bool = False

    def sittings(self, all_of: Iterable[Sitting], calendar: WorkCalendar) -> list[Sitting]:
        """The sittings of its level that its papers can reach and that are not too late."""
        return [
            one
            for one in all_of
            if one.level is self.level and (one.day is None or self._fits(one.day, calendar))
        ]

    def intake(self, all_of: Iterable[Sitting], calendar: WorkCalendar) -> Intake:
        """Whether it belongs into the programme of the month that has these sittings."""
        if self.basis == 0:
            return Intake.OUTSIDE
        if self.settled:
            return Intake.ALREADY
        return Intake.IN if self.sittings(all_of, calendar) else Intake.LATER

    def _fits(self, day: date, calendar: WorkCalendar) -> bool:
        last = send_between(day, PAPERS_OF[self.level], calendar)[1]
        in_time = self.before is None or day <= self.before
        return in_time and (self.ready is None or self.ready <= last)


def days_ahead(rule_id: str) -> tuple[int, int]:
    """How many calendar days before a sitting its papers go out, at least and at most.

    Raises ValueError if the rule states no number.
    """
    rule = rulebook.load()[rule_id]
    if rule.minimum is None or rule.maximum is None:
        raise ValueError(f"quy tắc {rule_id} không nêu số ngày")
    return rule.minimum, rule.maximum


def send_between(day: date, rule_id: str, calendar: WorkCalendar) -> tuple[date, date]:
    """From which to which day the papers of a sitting on `day` go out.

    A day off is moved to the working day before it, the last day never past the first one.
    """
    least, most = days_ahead(rule_id)
    first = _working_day(day - timedelta(days=most), calendar)
    return first, max(first, _working_day(day - timedelta(days=least), calendar))


def _working_day(day: date, calendar: WorkCalendar) -> date:
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day
