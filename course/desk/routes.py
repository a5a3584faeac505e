"""The routes of the visits as they stand at a moment: who goes where, what came of each stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from course.desk.view import View
from office_sim.log import Event, EventKind
from office_sim.roads import Road
from office_sim.visit_state import VisitDay
from office_sim.visit_vocabulary import MISSED_VI
from office_sim.visits import Delegation, Stop, sessions
from office_sim.wording import Wording

Fate = Literal["planned", "made", "late", "missed"]


@dataclass(frozen=True)
class Call:
    """One stop of a delegation: its number on the route, what is planned, what came of it."""

    number: int
    stop: Stop
    family: str
    village: str
    fate: Fate
    told: str


@dataclass(frozen=True)
class Route:
    """The day of one delegation; `legs` are the roads it takes, in order, by half of the day."""

    delegation: Delegation
    leader: str
    calls: tuple[Call, ...]
    legs: tuple[Road, ...]


def routes(view: View) -> list[Route]:
    """The routes that the timetable of the work gives; none for a case without visits."""
    day = view.run.office.visit_day
    if day is None:
        return []
    stops = day.spec.stops(view.work.tables, visit_date(view))
    return [_route(view, day, one, stops) for one in day.spec.delegations]


def visit_date(view: View) -> date:
    """The day of the visits."""
    return view.run.office.meeting.start.date()


def closed_roads(view: View) -> list[Road]:
    """The roads that are closed at the moment."""
    day = view.run.office.visit_day
    return [road for road in day.spec.roads if road.id in day.closed_roads] if day else []


def _route(view: View, day: VisitDay, delegation: Delegation, stops: Sequence[Stop]) -> Route:
    own = [stop for stop in stops if stop.delegation == delegation.id]
    fates = _fates(view)
    words = Wording(view.case.world)
    calls = []
    for number, stop in enumerate(own, start=1):
        fate, told = _fate(fates.get(stop.family.id))
        family, village = words.family(stop.family.id), words.home(stop.family.id)
        calls.append(Call(number, stop, family, village, fate, told))
    legs = [road for half in sessions(own) for road in _legs(day, half)]
    leader = words.person(day.leaders[delegation.id])
    return Route(delegation, leader, tuple(calls), tuple(legs))


def _legs(day: VisitDay, stops: Sequence[Stop]) -> list[Road]:
    centre = day.spec.centre
    places = [centre, *(stop.family.village for stop in stops), centre]
    return [
        road
        for start, end in pairwise(places)
        for road in day.spec.roads.path(start, end, day.closed_roads)
    ]


def _fates(view: View) -> dict[str, Event]:
    kinds = (EventKind.VISIT_MISSED, EventKind.VISIT_MADE)
    return {event.subject: event for kind in kinds for event in view.run.office.events(kind)}


def _fate(event: Event | None) -> tuple[Fate, str]:
    if event is None:
        return "planned", "chưa tới giờ"
    if event.kind is EventKind.VISIT_MISSED:
        reason = MISSED_VI.get(str(event.detail.get("reason", "")), "không gặp được")
        return "missed", f"chưa thăm được: {reason}"
    late = int(str(event.detail.get("late_minutes", 0)))
    alone = "" if event.detail.get("leader", True) else ", không có lãnh đạo đi cùng"
    delay = f"muộn {late} phút" if late else "đúng giờ"
    return ("late" if late else "made"), f"đã thăm lúc {event.at:%H:%M}, {delay}{alone}"
