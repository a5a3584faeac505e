"""Carrying out an order: wait for its hour, for what it needs and for the person, then act."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts import ACTS
from office_sim.acts.job import Job
from office_sim.log import EventKind
from office_sim.manners import hold_up
from office_sim.office import Office
from office_sim.orders import Fact, Order, Task

# By names of their own: an enumeration looks its members up anew at each use.
_STARTED, _DONE = EventKind.ORDER_STARTED, EventKind.ORDER_DONE


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
    who, job = person.id, Job(order, task, person)
    yield office.until(order.at)
    if task.needs:
        missing = yield from _wait_for_needs(office, task)
        if missing is not None:
            reason = f"{missing.kind.value}:{missing.subject}"
            office.emit(EventKind.ORDER_BLOCKED, who, order.id, {"task": task.id, "reason": reason})
            return
    desk = office.desks[who]
    turn = desk.request()
    yield turn
    away = office.diaries[who].engagement_at(office.env.time)
    if away is not None:
        office.emit(EventKind.ORDER_REFUSED, who, order.id, {"task": task.id, "reason": away.what})
    else:
        office.emit(_STARTED, who, order.id, {"task": task.id})
        if person.manners:
            yield from hold_up(office, person, task.id)
        yield from ACTS[task.verb](office, job)
        office.emit(_DONE, who, order.id, {"task": task.id})
    desk.release(turn)


def _wait_for_needs(office: Office, task: Task) -> Generator[simpy.Event, object, Fact | None]:
    """Wait, at most as long as the task's patience, and return what is still missing."""
    limit: simpy.Event | None = None
    for need in task.needs:
        awaited = office.fact(need)
        if awaited is None:
            continue
        limit = limit or office.after(task.patience)
        yield awaited | limit
        if not awaited.triggered:
            return need
    return None
