"""Disturbances: the small misfortunes of office life, drawn from a seed and put into a world."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from office_sim.channels import PHONE
from office_sim.orders import Task
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
LONGEST_ANSWER = 3.0
SLOWEST_ROAD = 2.0
MINUTE = timedelta(minutes=1)


def disturb(world: World, seed: int | str) -> World:
    """The same world with misfortunes; the same seed always brings the same ones."""
    chance = Random(f"disturbance/{seed}")
    return replace(
        world,
        people=tuple(_person(person, world, chance) for person in world.people),
        tasks=tuple(_task(task, chance) for task in world.tasks),
        rooms=tuple(_room(room, chance) for room in world.rooms),
        visits=_visits(world.visits, chance) if world.visits is not None else None,
    )


def _person(person: Person, world: World, chance: Random) -> Person:
    draws = [chance.random() for _ in range(4)]
    diary = list(person.diary)
    if person.staff and draws[0] < STAFF_AWAY:
        start = _moment(world.start, _climax(world), draws[1])
        away = timedelta(minutes=30 + int(150 * draws[2]))
        diary.append(Engagement(start, start + away, "việc đột xuất"))
    elif person.bodies and draws[0] < MEMBER_HELD_UP:
        held = _climax(world) - timedelta(hours=1)
        diary.append(Engagement(held, held + timedelta(hours=4), "việc đột xuất"))
    mute = (*person.mute, PHONE) if person.bodies and draws[3] < PHONE_DEAD else person.mute
    return person._replace(
        diary=tuple(diary),
        mute=mute,
        answer_time=_stretched(person.answer_time, 1 + (LONGEST_ANSWER - 1) * draws[1]),
        travel=_stretched(person.travel, 1 + draws[2]),
    )


def _task(task: Task, chance: Random) -> Task:
    factor = FASTEST + (SLOWEST - FASTEST) * chance.random()
    return task._replace(duration=_stretched(task.duration, factor))


def _room(room: RoomSpec, chance: Random) -> RoomSpec:
    if room.equipment and chance.random() < FAULT_IN_ROOM:
        return room._replace(faults=(*room.faults, chance.choice(room.equipment)))
    return room


def _visits(visits: VisitSpec, chance: Random) -> VisitSpec:
    """The same visits on slower roads: mud, repairs, a herd of buffaloes."""
    roads = Roads(
        road._replace(minutes=round(road.minutes * (1 + (SLOWEST_ROAD - 1) * chance.random())))
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
    return round(span / MINUTE * factor) * MINUTE
