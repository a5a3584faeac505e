"""Running an office: the world, the orders and the decisions give the log, the same every time."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import simpy

from office_sim.carry_out import carry_out
from office_sim.effects import apply
from office_sim.hand import Hand, Touch
from office_sim.happenings import AnchoredTime, Happening
from office_sim.log import EventKind, Log
from office_sim.meetings import hold
from office_sim.office import Office
from office_sim.orders import Decision, Order
from office_sim.visit_day import make_visits
from office_sim.visit_plan import VisitPlan
from office_sim.world import World


@dataclass(frozen=True)
class Run:
    """How far the office got. `waiting` is the inject that asks for a decision, None if none."""

    office: Office
    waiting: Happening | None
    finished: bool

    @property
    def log(self) -> Log:
        """What happened."""
        return self.office.log

    @property
    def now(self) -> datetime:
        """The office's time where the run stands."""
        return self.office.now


def simulate(
    world: World,
    orders: Sequence[Order],
    decisions: Mapping[str, Decision],
    *,
    plan: VisitPlan | None = None,
    touches: Sequence[Touch] = (),
    until: datetime | None = None,
) -> Run:
    """Run the office from its start to the first inject without a decision, or to the end.

    `plan` is what the tables say of the visits; `touches` are what the trainer does to the
    injects. With `until` it stops there at the latest; everything that happens in that minute is
    in.
    However it stops, its log is the beginning of the log of a run that goes on.
    """
    office = Office(world, plan)
    office.emit(EventKind.CASE_STARTED)
    if office.has_meeting:
        office.env.process(hold(office))
    make_visits(office)
    hand = Hand.of(touches)
    for happening in world.happenings:
        office.env.process(_watch(office, happening, decisions, hand))
    for order in orders:
        office.env.process(carry_out(office, order))
    for touch in touches:
        _lay(office, hand, touch, decisions)
    stop = min(world.end, until) if until is not None else world.end
    office.work(stop)
    waiting = office.waiting[0] if office.waiting else None
    finished = waiting is None and stop == world.end
    if finished:
        office.emit(EventKind.CASE_ENDED)
    return Run(office, waiting, finished)


def _watch(
    office: Office, happening: Happening, decisions: Mapping[str, Decision], hand: Hand
) -> Generator[simpy.Event, object, None]:
    if happening.on is None:
        time = _parsed(happening.at or "start")
        while office.env.time < (moment := office.moment(time)):
            yield office.until(moment)
    elif not office.has_happened(happening.on):
        yield office.first(happening.on)
    if happening.after:
        yield office.after(happening.after)
    if happening.id in hand.courses:
        yield from hand.hold_back(office, happening.id)
    if _applies(office, happening) and hand.may_raise(happening.id):
        _raise(office, happening, decisions)


def _lay(office: Office, hand: Hand, touch: Touch, decisions: Mapping[str, Decision]) -> None:
    """Lay out one touch of the trainer; one of an inject that there is not is passed over."""
    inject = next((one for one in office.world.happenings if one.id == touch.inject), None)
    if inject is None or not inject.is_inject:
        return

    def fire() -> None:
        if hand.may_raise(inject.id):
            _raise(office, inject, decisions)

    office.env.process(hand.touch(office, touch, fire))


def _raise(office: Office, happening: Happening, decisions: Mapping[str, Decision]) -> None:
    for effect in happening.effects:
        apply(office, effect)
    if happening.is_inject:
        _ask(office, happening, decisions.get(happening.id))


@cache
def _parsed(text: str) -> AnchoredTime:
    return AnchoredTime.parse(text)


def _applies(office: Office, happening: Happening) -> bool:
    happened = office.has_happened
    return all(map(happened, happening.given)) and not any(map(happened, happening.unless))


def _ask(office: Office, inject: Happening, decision: Decision | None) -> None:
    office.emit(EventKind.INJECT_RAISED, inject.by, inject.id)
    choice = inject.choice(decision.choice) if decision is not None else None
    if choice is None:
        office.waiting.append(inject)
        return
    office.emit(EventKind.DECISION_MADE, inject.settled_by, inject.id, {"choice": choice.id})
    for effect in choice.effects:
        apply(office, effect)
