"""Replaying with one change: the same work, but one order or one decision is another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.compare import Difference, compare_runs
from scenarios.play import play
from scenarios.work import DecisionLine, OrderLine, Work


@dataclass(frozen=True)
class AtAnotherHour:
    """The order is given for another hour."""

    order: str
    at: datetime


@dataclass(frozen=True)
class ToAnotherPerson:
    """Somebody else is to do it."""

    order: str
    who: str


@dataclass(frozen=True)
class LeftOut:
    """The order is not given at all."""

    order: str


@dataclass(frozen=True)
class DecidedOtherwise:
    """Another choice is made at an inject."""

    inject: str
    choice: str


Change = AtAnotherHour | ToAnotherPerson | LeftOut | DecidedOtherwise


@dataclass(frozen=True)
class Replay:
    """Both runs up to `until`, and what differs; the work that was changed for the second one.

    `until` is earlier than asked for when the second run met an inject that the work does not
    decide.
    """

    before: Run
    after: Run
    work: Work
    until: datetime
    differences: tuple[Difference, ...]

    @property
    def stops_at_inject(self) -> bool:
        """Whether the comparison ends early, at an inject that only the second run met."""
        return self.after.waiting is not None and self.before.waiting is None


def replay(case: Case, work: Work, change: Change, until: datetime) -> Replay:
    """Run the work as it is and with the change, both up to the same moment; changes neither."""
    other = changed(work, change)
    after = play(case, other, until=until)
    before = play(case, work, until=min(until, after.now))
    if before.now < after.now:
        after = play(case, other, until=before.now)
    return Replay(before, after, other, after.now, tuple(compare_runs(before, after)))


def changed(work: Work, change: Change) -> Work:
    """The work with the change; one that speaks of nothing in the work leaves it as it is."""
    if isinstance(change, DecidedOtherwise):
        lines = tuple(_decided(line, change) for line in work.decisions)
        return work.model_copy(update={"decisions": lines})
    if isinstance(change, LeftOut):
        orders = tuple(one for one in work.orders if one.id != change.order)
    else:
        orders = tuple(_ordered(one, change) for one in work.orders)
    return work.model_copy(update={"orders": orders})


def _decided(line: DecisionLine, change: DecidedOtherwise) -> DecisionLine:
    if line.inject != change.inject:
        return line
    return line.model_copy(update={"choice": change.choice})


def _ordered(order: OrderLine, change: AtAnotherHour | ToAnotherPerson) -> OrderLine:
    if order.id != change.order:
        return order
    if isinstance(change, AtAnotherHour):
        return order.model_copy(update={"at": change.at})
    return order.model_copy(update={"who": change.who})
