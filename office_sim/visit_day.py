"""The day of the visits: each delegation drives its plan, and the log says how it went."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime, timedelta

import simpy

from office_sim.families import Family, Fault
from office_sim.log import Detail, Event, EventKind
from office_sim.office import Office
from office_sim.orders import Fact
from office_sim.people import Person
from office_sim.visit_state import VisitDay
from office_sim.visits import (
    LAST_ARRIVAL,
    ON_TIME,
    VISIT_TIME,
    Delegation,
    Stop,
    in_rest_hours,
)

NO_CAR_DELAY = timedelta(minutes=30)
"""How long it takes to find a car on the day itself (assumption of the kit)."""
NO_WAY = timedelta(hours=3)
MINUTE = timedelta(minutes=1)
APART_AT = timedelta(hours=8)
"""When, after the ceremony's hour, a visit outside the plan is made."""
# By names of their own: an enumeration looks its members up anew at each use.
_MADE, _MISSED = EventKind.VISIT_MADE, EventKind.VISIT_MISSED
_GIFTS, _INFORMED = EventKind.GIFTS_PREPARED, EventKind.FAMILIES_INFORMED
_DEATH, _MOVED, _PROVINCE = Fault.DEATH, Fault.MOVED, Fault.PROVINCE
NOT_AT_HOME_EVERY = 3
"""Of families that nobody told, every third is not at home."""


def make_visits(office: Office) -> None:
    """Set the delegations going, if the world has any."""
    day = office.visit_day
    if day is None:
        return
    for delegation in day.spec.delegations:
        office.env.process(_travel(office, day, delegation))
    office.env.process(_close_day(office, day))


def visit_apart(
    office: Office, row: str, leader: str, where: str
) -> Generator[simpy.Event, object, None]:
    """A visit outside the day plan, such as one to the hospital, late in the afternoon."""
    yield office.until(office.meeting.start + APART_AT)
    family = office.visit_day.spec.family(row) if office.visit_day is not None else None
    detail = _outcome(office, family, office.now, office.people.get(leader))
    office.emit(
        _MADE,
        leader,
        row,
        {"delegation": "", "late_minutes": 0, **detail, "place": where, "informed": True},
    )


def _travel(
    office: Office, day: VisitDay, delegation: Delegation
) -> Generator[simpy.Event, object, None]:
    for session in day.plan.sessions(office.meeting.start.date(), delegation.id):
        yield from _session(office, day, delegation, session)


def _session(
    office: Office, day: VisitDay, delegation: Delegation, stops: list[Stop]
) -> Generator[simpy.Event, object, None]:
    centre = day.spec.centre
    yield from _after_ceremony(office)
    yield office.until(stops[0].at - _way(day, centre, stops[0].family.village))
    if delegation.id in day.dropped:
        for stop in stops:
            _miss(office, stop, "called_off")
        return
    if not day.cars_booked:
        yield office.after(NO_CAR_DELAY)
    if day.cars is None:
        day.cars = simpy.Resource(office.env, capacity=max(1, day.cars_booked))
    with day.cars.request() as car:
        yield car
        leader = _leader(office, day, delegation.id)
        office.emit(
            EventKind.DELEGATION_LEFT,
            leader.id if leader else "",
            delegation.id,
            {"stops": len(stops)},
        )
        place = centre
        for stop in stops:
            place = yield from _go_to(office, day, stop, place)
        yield office.after(_way(day, place, centre))
        office.emit(EventKind.DELEGATION_BACK, "", delegation.id)


def _after_ceremony(office: Office) -> Generator[simpy.Event, object, None]:
    """Wait until the ceremony is over, or has come to nothing."""
    if office.meeting.closed is not None or office.events(EventKind.MEETING_FAILED):
        return
    spec = office.meeting.spec
    closed = office.fact(Fact(EventKind.MEETING_CLOSED, spec.id))
    failed = office.fact(Fact(EventKind.MEETING_FAILED, spec.id))
    if closed is not None and failed is not None:
        yield closed | failed


def _go_to(
    office: Office, day: VisitDay, stop: Stop, place: str
) -> Generator[simpy.Event, object, str]:
    """Drive to the stop and visit; returns where the delegation stands afterwards."""
    family = stop.family
    if family.id in day.skipped:
        return place
    if day.drop_next or stop.delegation in day.dropped:
        day.drop_next = False
        day.dropped.add(stop.delegation)
        _miss(office, stop, "called_off")
        return place
    way = _way(day, place, family.village)
    yield office.after(way + day.take_delay() if day.delay else way)
    yield office.until(stop.at)
    if office.env.time.time() > LAST_ARRIVAL:
        _miss(office, stop, "too_late")
        return family.village
    reason = _nobody_there(office, day, stop)
    if reason:
        _miss(office, stop, reason)
        return family.village
    leader = _leader(office, day, stop.delegation)
    late = (office.env.time - stop.at) // MINUTE
    office.emit(
        _MADE,
        leader.id if leader else "",
        family.id,
        {
            "delegation": stop.delegation,
            "late_minutes": late,
            **_outcome(office, family, stop.at, leader),
        },
    )
    yield office.after(VISIT_TIME)
    return family.village


def _outcome(
    office: Office, family: Family | None, planned: datetime, leader: Person | None
) -> dict[str, Detail]:
    fault, now = family.fault if family is not None else None, office.env.time
    return {
        "on_time": now - planned <= ON_TIME,
        "in_hours": in_rest_hours(now),
        "leader": leader is not None,
        "mourning": fault is _DEATH,
        "double": fault is _PROVINCE,
        "gift": bool(office.events(_GIFTS)),
        "informed": bool(office.events(_INFORMED)),
        "place": "",
    }


def _nobody_there(office: Office, day: VisitDay, stop: Stop) -> str:
    """Why nobody opens, "" if somebody does."""
    if stop.family.fault is _MOVED:
        return "moved"
    if stop.family.id == day.spec.patient:
        return "hospital"
    told = office.events(_INFORMED)
    if not told and stop.family.number % NOT_AT_HOME_EVERY == 0:
        return "not_home"
    return ""


def _leader(office: Office, day: VisitDay, delegation: str) -> Person | None:
    """The leader who is with the delegation now, None if taken by something else."""
    person = office.people.get(day.leaders[delegation])
    if person is None or office.diaries[person.id].engagement_at(office.env.time) is not None:
        return None
    return person


def _way(day: VisitDay, start: str, end: str) -> timedelta:
    way = day.spec.roads.travel_time(start, end, day.closed_roads)
    return NO_WAY if way is None else way


def _miss(office: Office, stop: Stop, reason: str) -> None:
    office.emit(_MISSED, "", stop.family.id, {"delegation": stop.delegation, "reason": reason})


def _close_day(office: Office, day: VisitDay) -> Generator[simpy.Event, object, None]:
    """In the evening of the day: who was chosen and not visited, and what the day came to."""
    while office.now < (evening := office.meeting.start.replace(hour=18, minute=0)):
        yield office.until(evening)
    stops = {stop.family.id for stop in day.plan.stops(evening.date())}
    for family in day.plan.chosen:
        if family.id not in stops and family.id not in day.skipped:
            office.emit(_MISSED, "", family.id, {"delegation": "", "reason": "unscheduled"})
    made = office.events(_MADE)
    missed = office.events(_MISSED)
    if not made and not missed:
        return
    total = len(made) + len(missed)
    office.emit(
        EventKind.VISIT_DAY_CLOSED,
        "",
        office.meeting.spec.id,
        {
            "made": len(made),
            "missed": len(missed),
            "made_percent": round(100 * len(made) / total),
            "on_time_percent": _share(made, total, "on_time"),
            "leader_percent": _share(made, total, "leader"),
            "in_hours_percent": _share(made, total, "in_hours"),
        },
    )


def _share(made: list[Event], total: int, key: str) -> int:
    """How many of a hundred visits due were made so."""
    return round(100 * sum(bool(event.detail.get(key)) for event in made) / total)
