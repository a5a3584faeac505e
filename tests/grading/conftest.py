"""Evidence made by hand: a log in which just these things happened, in a real office."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from grading.evidence import Evidence
from office_sim.log import Detail, EventKind
from office_sim.office import Office
from office_sim.simulation import Run
from scenarios.case import load_case
from scenarios.work import Work

CASE = load_case("hoi_nghi_dot_xuat")
Told = tuple[float, EventKind, str] | tuple[float, EventKind, str, dict[str, Detail]]
"""Minutes after the start, kind, subject, perhaps details."""


def evidence(
    events: Sequence[Told] = (),
    *,
    open_at: float | None = None,
    shifted: timedelta = timedelta(),
    work: Work | None = None,
) -> Evidence:
    """What a rubric sees when just these events happened, in this order.

    `open_at` is the minute at which the run waits for a decision, None if it has ended; `shifted`
    moves everything, the meeting too, by a span.
    """
    meeting = CASE.world.meeting
    world = replace(
        CASE.world,
        start=CASE.world.start + shifted,
        meeting=replace(meeting, start=meeting.start + shifted),
    )
    office = Office(world)
    for minute, kind, subject, *detail in events:
        _go_to(office, minute)
        office.emit(kind, "", subject, dict(detail[0]) if detail else {})
    if open_at is not None:
        _go_to(office, open_at)
    return Evidence(CASE, work or Work(case=CASE.id), Run(office, None, open_at is None))


def moment(minute: float) -> datetime:
    """The moment so many minutes after the start of the case."""
    return CASE.world.start + timedelta(minutes=minute)


def _go_to(office: Office, minute: float) -> None:
    office.work(office.world.start + timedelta(minutes=minute))
