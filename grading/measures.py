"""Measures: figures about a run that no single event shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator

from grading.constraints import Check
from grading.evidence import Evidence
from grading.verdicts import Verdict, no
from office_sim.log import EventKind

MeasureName = Literal["overtime_hours", "reached_share", "opening_delay_minutes", "blocked_orders"]


class Measure(Check):
    """A figure that earns everything at `full`, nothing at `none`, and a share in between."""

    form: Literal["measure"]
    measure: MeasureName
    full: Annotated[float, Field(allow_inf_nan=False)]
    none: Annotated[float, Field(allow_inf_nan=False)]

    @model_validator(mode="after")
    def _has_a_span(self) -> Measure:
        if self.full == self.none:
            raise ValueError("full và none bằng nhau; ghi hai con số khác nhau")
        return self

    def judge(self, evidence: Evidence) -> Verdict:
        """Take the figure and place it between `none` and `full`."""
        value = MEASURES[self.measure](evidence)
        if value is None:
            return no(pending=evidence.is_open)
        share = (value - self.none) / (self.full - self.none)
        return Verdict(min(1.0, max(0.0, share)))


def overtime_hours(evidence: Evidence) -> float | None:
    """Hours outside working time, of the member of staff who has most; None before any work."""
    started: dict[str, datetime] = {}
    spent: dict[str, timedelta] = {}
    office = evidence.run.office
    for event in evidence.run.log:
        if event.kind is EventKind.ORDER_STARTED:
            started[event.subject] = event.at
        elif event.kind is EventKind.ORDER_DONE and event.subject in started:
            extra = office.calendar.overtime(started.pop(event.subject), event.at)
            spent[event.actor] = spent.get(event.actor, timedelta()) + extra
    return max(spent.values()).total_seconds() / 3600 if spent else None


def reached_share(evidence: Evidence) -> float | None:
    """Share of the members who heard of the meeting before it began (0 to 1).

    None before anybody is invited.
    """
    members = evidence.run.office.world.members
    if not members or not evidence.run.office.events(EventKind.PERSON_INVITED):
        return None
    meeting = evidence.run.office.meeting
    times = [meeting.reached.get(one.id) for one in members]
    in_time = [at for at in times if at is not None and at < meeting.start]
    return len(in_time) / len(members)


def opening_delay_minutes(evidence: Evidence) -> float | None:
    """Minutes from the hour set to the opening; None while it has not opened."""
    if not evidence.run.office.has_meeting:
        return None
    meeting = evidence.run.office.meeting
    if meeting.opened is None:
        return None
    return (meeting.opened - meeting.start).total_seconds() / 60


def blocked_orders(evidence: Evidence) -> float | None:
    """Orders that came to nothing; None if there were no orders."""
    if not evidence.work.orders:
        return None
    office = evidence.run.office
    kinds = (EventKind.ORDER_BLOCKED, EventKind.ORDER_REFUSED)
    return float(sum(len(office.events(kind)) for kind in kinds))


MEASURES: dict[str, Callable[[Evidence], float | None]] = {
    "overtime_hours": overtime_hours,
    "reached_share": reached_share,
    "opening_delay_minutes": opening_delay_minutes,
    "blocked_orders": blocked_orders,
}
