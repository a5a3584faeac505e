"""Where the office stops when it runs: the next thing that a learner will want to react to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from office_sim.log import EventKind
from office_sim.simulation import Run

ORDER_OVER = frozenset((EventKind.ORDER_DONE, EventKind.ORDER_REFUSED, EventKind.ORDER_BLOCKED))
"""An order of which nothing more will come."""

_ALWAYS = frozenset(
    (
        EventKind.CONSEQUENCE,
        EventKind.ORDER_REFUSED,
        EventKind.ORDER_BLOCKED,
        EventKind.PAPER_LEAKED,
        EventKind.ROOM_REFUSED,
        EventKind.ROOM_LOST,
        EventKind.EQUIPMENT_FAILED,
        EventKind.MEETING_MOVED,
        EventKind.MEETING_OPENED,
        EventKind.MEETING_FAILED,
        EventKind.MEETING_CLOSED,
    )
)
# News from outside, worth a stop only while nobody has anything to do.
_WHEN_IDLE = frozenset(
    (
        EventKind.ORDER_DONE,
        EventKind.LIST_APPROVED,
        EventKind.EXCEPTION_APPROVED,
        EventKind.PAPER_APPROVED,
        EventKind.PAPER_SIGNED,
        EventKind.PAPER_DRAFTED,
    )
)


def next_stop(run: Run, now: datetime, order_ids: Iterable[str]) -> datetime:
    """The moment after `now` at which a run that was played on stops for the learner.

    That is the next setback or turn, the end of all work that was ordered, else `last_stop`.
    """
    last = last_stop(run)
    open_orders = set(order_ids)
    for event in run.log:
        if event.kind in ORDER_OVER:
            open_orders.discard(event.subject)
        if now < event.at < last and (
            event.kind in _ALWAYS or (not open_orders and event.kind in _WHEN_IDLE)
        ):
            return event.at
    return last


def last_stop(run: Run) -> datetime:
    """The inject that waits for a decision, or the end of the case."""
    return run.office.now if run.waiting else run.office.world.end
