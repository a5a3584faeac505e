"""What happenings and decisions change about the visits: leaders, roads, delays, families."""

from __future__ import annotations

from collections.abc import Callable

from office_sim.happenings import Effect, EffectKind
from office_sim.log import EventKind
from office_sim.office import Office
from office_sim.visit_day import visit_apart
from office_sim.visit_state import VisitDay

VisitEffect = Callable[[Office, VisitDay, Effect], None]


def apply_to_visits(office: Office, effect: Effect) -> None:
    """Carry out one effect on the visits; a world without visits stays as it is."""
    if office.visit_day is not None:
        _VISIT_EFFECTS[effect.kind](office, office.visit_day, effect)


def _skip_visit(office: Office, day: VisitDay, effect: Effect) -> None:
    day.skipped.add(effect.target)


def _visit_apart(office: Office, day: VisitDay, effect: Effect) -> None:
    day.skipped.add(effect.target)
    office.env.process(visit_apart(office, effect.target, effect.by, effect.text))


def _replace_leader(office: Office, day: VisitDay, effect: Effect) -> None:
    for delegation, leader in day.leaders.items():
        if leader == effect.target:
            day.leaders[delegation] = effect.by
            office.emit(EventKind.LEADER_REPLACED, effect.by, delegation, {"text": effect.text})


def _close_road(office: Office, day: VisitDay, effect: Effect) -> None:
    day.closed_roads |= {effect.target}
    office.emit(EventKind.ROAD_CLOSED, "", effect.target, {"text": effect.text})


def _delay_visits(office: Office, day: VisitDay, effect: Effect) -> None:
    day.delay += effect.span


def _drop_visits(office: Office, day: VisitDay, effect: Effect) -> None:
    """Drop the delegations of the person in `target`; without one, the next on its way."""
    if not effect.target:
        day.drop_next = True
    day.dropped |= {one for one, leader in day.leaders.items() if leader == effect.target}


_VISIT_EFFECTS: dict[EffectKind, VisitEffect] = {
    EffectKind.SKIP_VISIT: _skip_visit,
    EffectKind.VISIT_APART: _visit_apart,
    EffectKind.REPLACE_LEADER: _replace_leader,
    EffectKind.CLOSE_ROAD: _close_road,
    EffectKind.DELAY_VISITS: _delay_visits,
    EffectKind.DROP_VISITS: _drop_visits,
}
VISIT_EFFECTS = frozenset(_VISIT_EFFECTS)
"""The kinds of effects that concern visits."""
