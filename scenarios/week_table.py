"""The kinds of work of a week from a pool, and the table in which a policy is set."""

from __future__ import annotations

from datetime import date, datetime, time

from office_sim.calendar import WorkCalendar
from office_sim.true_table import TrueTable
from office_sim.week_arrivals import week_days
from office_sim.week_hours import Absence
from office_sim.week_kinds import Handling, WorkKind
from scenarios.drawing import Drawing, stated
from scenarios.pool import Entry, Pool


def week_table(drawing: Drawing) -> TrueTable:
    """One row for each kind of work. How much comes of it is told; which days it comes is not."""
    return stated(drawing)


def kinds_of(pool: Pool) -> tuple[WorkKind, ...]:
    """The kinds of work that the pool's entries describe by their facts, and by what is right.

    Where no person is right because nobody need take it up, the fact `doer` names whose post it is.
    """
    return tuple(_kind(one) for one in pool.entries)


def absences_of(pool: Pool, start: datetime, calendar: WorkCalendar) -> tuple[Absence, ...]:
    """Who is away and when: the pool's setting `away`, "day from-to people: why; ..." (0 is the
    first day of the week).
    """
    days = week_days(start, calendar)
    return tuple(
        _absence(one, days) for one in str(pool.settings.get("away", "")).split("; ") if one
    )


def _absence(text: str, days: list[date]) -> Absence:
    spot, _, why = text.partition(": ")
    day, hours, people = spot.split(" ", 2)
    since, until = (
        datetime.combine(days[int(day)], time.fromisoformat(one)) for one in hours.split("-")
    )
    return Absence(since, until, tuple(people.split(" ")), why)


def _kind(entry: Entry) -> WorkKind:
    facts = entry.facts
    days = str(facts.get("days", "01234"))
    return WorkKind(
        id=entry.id,
        duty=str(facts["duty"]),
        rule=str(facts["rule"]),
        right=tuple(Handling(one) for one in entry.right["cach"]),
        people=tuple(entry.right.get("giao", ())) or (str(facts["doer"]),),
        shortest=int(facts["shortest"]),
        longest=int(facts["longest"]),
        fewest=int(facts["fewest"]),
        most=int(facts["most"]),
        worth=int(facts["worth"]),
        secret=bool(facts.get("secret", False)),
        days=tuple(int(one) for one in days),
        since=time.fromisoformat(str(facts.get("since", "07:30"))),
        until=time.fromisoformat(str(facts.get("until", "16:30"))),
        due_minutes=int(facts.get("due_minutes", 0)),
        due_days=int(facts.get("due_days", 0)),
        due_day=int(facts["due_day"]) if "due_day" in facts else None,
        due_time=time.fromisoformat(str(facts.get("due_time", "17:00"))),
    )
