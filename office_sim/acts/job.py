"""A job: an order on its way, with the person who does it and what the log will say of it."""

from __future__ import annotations

import math
from collections.abc import Generator
from datetime import timedelta
from typing import NamedTuple

import simpy

from office_sim.log import Detail
from office_sim.manners import hold_up
from office_sim.office import Office
from office_sim.orders import Order, Task
from office_sim.people import Person

UNFAMILIAR = 1.5
"""Somebody whose work it is not takes half as long again (assumption of the kit)."""


class Job(NamedTuple):
    """One order, its task and the person who carries it out."""

    order: Order
    task: Task
    person: Person

    @property
    def competent(self) -> bool:
        """Whether this is work of the person's post, or a skill of his or hers."""
        return self.person.role in self.task.roles or self.task.id in self.person.skills

    @property
    def duration(self) -> timedelta:
        """How long the person needs, in whole minutes."""
        if self.competent:
            return self.task.duration
        minutes = math.ceil(self.task.duration * UNFAMILIAR / timedelta(minutes=1))
        return timedelta(minutes=minutes)

    @property
    def detail(self) -> dict[str, Detail]:
        """What every event of this job carries: options, task, role, competence."""
        return {
            **self.order.options,
            "task": self.task.id,
            "role": self.person.role.value,
            "competent": self.competent,
        }


def finish(office: Office, job: Job, **more: Detail) -> None:
    """Write the task's event, those that come with it, and send it to the leader who answers."""
    task, detail = job.task, {**job.detail, **more}
    office.emit(task.emits, job.person.id, task.subject, **detail)
    for kind in task.also:
        office.emit(kind, job.person.id, task.subject, **detail)
    if task.answer is not None:
        office.env.process(_answer(office, job, detail))


def _answer(
    office: Office, job: Job, detail: dict[str, Detail]
) -> Generator[simpy.Event, None, None]:
    """The leader answers once free, after the time that he or she takes to decide."""
    assert job.task.answer is not None
    leader = office.people[job.task.answered_by]
    yield office.until(office.diaries[leader.id].free_from(office.now))
    yield office.after(leader.answer_time)
    if leader.manners:
        yield from hold_up(office, leader, job.task.id)
    office.emit(job.task.answer, leader.id, job.task.subject, **detail)
