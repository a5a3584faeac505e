"""A job: an order on its way, with the person who does it and what the log will say of it."""

from __future__ import annotations

import math
from collections.abc import Generator
from datetime import timedelta

import simpy

from office_sim.log import Detail
from office_sim.manners import hold_up
from office_sim.office import Office
from office_sim.orders import Order, Task
from office_sim.people import Person

UNFAMILIAR = 1.5
"""Somebody whose work it is not takes half as long again (assumption of the kit)."""


class Job:
    """One order, its task and the person who carries it out.

    `competent` says whether this is work of the person's post, or a skill of his or hers;
    `duration` how long the person needs, in whole minutes.
    """

    __slots__ = ("competent", "duration", "order", "person", "task")

    def __init__(self, order: Order, task: Task, person: Person) -> None:
        self.order, self.task, self.person = order, task, person
        self.competent = person.role in task.roles or task.id in person.skills
        self.duration = task.duration if self.competent else _unfamiliar(task.duration)


def _unfamiliar(usual: timedelta) -> timedelta:
    return timedelta(minutes=math.ceil(usual * UNFAMILIAR / timedelta(minutes=1)))


def finish(office: Office, job: Job, **more: Detail) -> None:
    """Write the task's event, those that come with it, and send it to the leader who answers.

    Each event carries the order's options, the task, the person's role and competence, and more.
    """
    task, who = job.task, job.person.id
    detail: dict[str, Detail] = {
        **job.order.options,
        "task": task.id,
        "role": str(job.person.role),
        "competent": job.competent,
        **more,
    }
    office.emit(task.emits, who, task.subject, {**detail})
    for kind in task.also:
        office.emit(kind, who, task.subject, {**detail})
    if task.answer is not None:
        office.env.process(_answer(office, job, detail))


def _answer(
    office: Office, job: Job, detail: dict[str, Detail]
) -> Generator[simpy.Event, None, None]:
    """The leader answers once free, after the time that he or she takes to decide."""
    assert job.task.answer is not None
    leader = office.people[job.task.answered_by]
    yield office.until(office.diaries[leader.id].free_from(office.env.time))
    yield office.after(leader.answer_time)
    if leader.manners:
        yield from hold_up(office, leader, job.task.id)
    office.emit(job.task.answer, leader.id, job.task.subject, {**detail})
