"""Carrying out an order: wait for its hour, for what it needs and for the person, then act."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts import ACTS
from office_sim.acts.job import Job
from office_sim.log import EventKind
from office_sim.manners import hold_up
from office_sim.office import Office
from office_sim.orders import Fact, Order


def carry_out(office: Office, order: Order) -> Generator[simpy.Event, object, None]:
    """The process of one order. Writes its start, its end, or why it came to nothing.

    An order for a time before the case began (a file changed by hand) is passed over.
    """
    task = office.world.task(order.task)
    person = office.people.get(order.who)
    if task is None or person is None or person.id not in office.desks:
        return
    if order.at < office.world.start:
        return
    job = Job(order, task, person)
    yield office.until(order.at)
    missing = yield from _wait_for_needs(office, job)
    if missing is not None:
        reason = f"{missing.kind.value}:{missing.subject}"
        office.emit(EventKind.ORDER_BLOCKED, person.id, order.id, task=task.id, reason=reason)
        return
    with office.desks[person.id].request() as turn:
        yield turn
        away = office.diaries[person.id].engagement_at(office.now)
        if away is not None:
            reason = away.what
            office.emit(EventKind.ORDER_REFUSED, person.id, order.id, task=task.id, reason=reason)
            return
        office.emit(EventKind.ORDER_STARTED, person.id, order.id, task=task.id)
        if person.manners:
            yield from hold_up(office, person, task.id)
        yield from ACTS[task.verb](office, job)
        office.emit(EventKind.ORDER_DONE, person.id, order.id, task=task.id)


def _wait_for_needs(office: Office, job: Job) -> Generator[simpy.Event, object, Fact | None]:
    """Wait, at most as long as the task's patience, and return what is still missing."""
    limit: simpy.Event | None = None
    for need in job.task.needs:
        awaited = office.fact(need)
        if awaited is None:
            continue
        limit = limit or office.after(job.task.patience)
        yield awaited | limit
        if not awaited.triggered:
            return need
    return None
