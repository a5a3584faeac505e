"""Playing a case: the learner's work goes in, what happened comes out."""

from __future__ import annotations

from datetime import datetime, timedelta

from office_sim.hand import HandKind, Touch
from office_sim.orders import Decision, Order
from office_sim.simulation import Run, simulate
from office_sim.world import World
from scenarios.case import Case
from scenarios.colleagues import completed
from scenarios.work import Work


def play(case: Case, work: Work, *, until: datetime | None = None) -> Run:
    """Run the case with the work's orders and decisions; the desk and the judge both call this.

    The run stops at the first inject that the work has not decided, or at `until`. Orders for
    tasks or people that the case does not have, and options that a task does not offer, are
    passed over: they can do nothing. Colleagues do what is not the learner's in this edition.
    """
    return play_in(case.world, completed(case, work), until=until)


def play_in(world: World, work: Work, *, until: datetime | None = None) -> Run:
    """Run a completed work in a world of one's own, such as a disturbed one."""
    orders = [
        Order(one.id, one.task, one.who, one.at, one.options, one.as_role) for one in work.orders
    ]
    decisions = {
        one.inject: Decision(one.inject, one.choice, one.as_role) for one in work.decisions
    }
    touches = [
        Touch(HandKind(one.what), one.inject, one.at, timedelta(minutes=one.minutes))
        for one in sorted(work.hand, key=lambda line: line.at)
    ]
    return simulate(world, orders, decisions, tables=work.tables, touches=touches, until=until)
