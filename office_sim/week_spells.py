"""Who was at what and when in a week: the spells of work that the outcomes tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from office_sim.calendar import WorkCalendar
from office_sim.week_hours import Absence, Hours
from office_sim.week_outcome import Outcome, WeekResult


@dataclass(frozen=True)
class Spell:
    """A person at one piece of work without a break; `is_overtime` beyond the hours."""

    outcome: Outcome
    start: datetime
    end: datetime
    is_overtime: bool = False

    @property
    def minutes(self) -> int:
        """How long it took."""
        return round((self.end - self.start).total_seconds() / 60)


def spells(result: WeekResult, calendar: WorkCalendar, away: Sequence[Absence] = ()) -> list[Spell]:
    """All spells of the week by their start; of what was not finished, up to the week's end."""
    hours = {one.by: Hours(calendar, away, one.by) for one in result.outcomes if one.by}
    found = [
        spell for one in result.outcomes if one.begun for spell in _of(one, hours[one.by], result)
    ]
    return sorted(found, key=lambda spell: (spell.start, spell.outcome.piece.number))


def _of(one: Outcome, hours: Hours, result: WeekResult) -> Iterator[Spell]:
    assert one.begun is not None
    until = one.done or result.end
    day = one.begun.date()
    while day <= until.date():
        sessions = hours.sessions(day)
        for start, end in sessions:
            start, end = max(start, one.begun), min(end, until)
            if start < end:
                yield Spell(one, start, end)
        if sessions and one.done is not None and one.done.date() == day:
            evening = max(sessions[-1][1], one.begun)
            if one.done > evening:
                yield Spell(one, evening, one.done, is_overtime=True)
        day += timedelta(days=1)
