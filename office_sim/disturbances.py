"""Disturbances: the small misfortunes of office life, drawn from a seed and put into a world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from random import Random

from office_sim.channels import PHONE
from office_sim.people import Engagement, Person
from office_sim.roads import Roads
from office_sim.rooms import RoomSpec
from office_sim.visits import VisitSpec
from office_sim.world import World

# How often each misfortune strikes; assumptions of the kit, not figures from any survey.
STAFF_AWAY = 0.12
MEMBER_HELD_UP = 0.06
PHONE_DEAD = 0.04
FAULT_IN_ROOM = 0.15
SLOWEST, FASTEST = 1.6, 0.85
SPREAD = SLOWEST - FASTEST
LONGEST_ANSWER = 3.0
SLOWEST_ROAD = 2.0
MINUTE = timedelta(minutes=1)
Draw = Callable[[], float]
"""Gives a number from 0 to 1 at each call."""


def disturb(world: World, seed: int | str) -> World:
    """The same world with misfortunes; the same seed always brings the same ones."""
    chance = Random(f"disturbance/{seed}")
    draw, climax, answering = chance.random, _climax(world), world.answering
    return replace(
        world,
        people=tuple(
            [_person(one, world.start, climax, one.id in answering, draw) for one in world.people]
        ),
        tasks=tuple(
            [one.taking(_stretched(one.duration, FASTEST + SPREAD * draw())) for one in world.tasks]
        ),
        rooms=tuple([_room(room, chance) for room in world.rooms]),
        visits=_visits(world.visits, draw) if world.visits is not None else None,
    )


def _person(person: Person, start: datetime, climax: datetime, answers: bool, draw: Draw) -> Person:
    luck, slowness, length, line = draw(), draw(), draw(), draw()
    diary, mute, answer_time = person.diary, person.mute, person.answer_time
    if person.staff and luck < STAFF_AWAY:
        left = _moment(start, climax, slowness)
        away = timedelta(minutes=30 + int(150 * length))
        diary = (*diary, Engagement(left, left + away, "việc đột xuất"))
    elif person.bodies and luck < MEMBER_HELD_UP:
        held = climax - timedelta(hours=1)
        diary = (*diary, Engagement(held, held + timedelta(hours=4), "việc đột xuất"))
    if person.bodies and line < PHONE_DEAD:
        mute = (*mute, PHONE)
    if answers:
        answer_time = _stretched(answer_time, 1 + (LONGEST_ANSWER - 1) * slowness)
    return person.on_another_day(diary, mute, answer_time, _stretched(person.travel, 1 + length))


def _room(room: RoomSpec, chance: Random) -> RoomSpec:
    if room.equipment and chance.random() < FAULT_IN_ROOM:
        return room._replace(faults=(*room.faults, chance.choice(room.equipment)))
    return room


def _visits(visits: VisitSpec, draw: Draw) -> VisitSpec:
    """The same visits on slower roads: mud, repairs, a herd of buffaloes."""
    roads = Roads(
        road.taking(round(road.minutes * (1 + (SLOWEST_ROAD - 1) * draw())))
        for road in visits.roads
    )
    return replace(visits, roads=roads)


def _climax(world: World) -> datetime:
    """What the work leads up to: the meeting, or the end."""
    return world.meeting.start if world.meeting else world.end


def _moment(first: datetime, last: datetime, share: float) -> datetime:
    minutes = int((last - first).total_seconds() / 60 * share)
    return first + timedelta(minutes=minutes)


def _stretched(span: timedelta, factor: float) -> timedelta:
    """The span times the factor, in whole minutes."""
    return _minutes(round(span / MINUTE * factor))


@cache  # a few hundred lengths, asked for a hundred times a day
def _minutes(count: int) -> timedelta:
    return count * MINUTE
