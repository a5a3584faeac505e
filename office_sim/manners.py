"""How colleagues and leaders are at their work: slow, unsure, wrong once. It costs time, by rule.

Busy and away are in their diaries; who does what is not his or her work is slow anyway (jobs).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import simpy

from office_sim.log import EventKind

if TYPE_CHECKING:
    from office_sim.office import Office
    from office_sim.people import Person


class MannerKind(StrEnum):
    """What holds somebody up: always (slow), or the first time only (unsure, wrong once)."""

    SLOW = "slow"
    UNSURE = "unsure"
    WRONG_ONCE = "wrong_once"


@dataclass(frozen=True)
class Manner:
    """One trait of a person at some tasks: how much longer they take, and what people hear.

    `says` stands in the log behind the person's name: "hỏi lại có mời cấp trên không".
    """

    kind: MannerKind
    tasks: tuple[str, ...]
    span: timedelta
    says: str


def hold_up(office: Office, person: Person, task_id: str) -> Generator[simpy.Event, object, None]:
    """The time that the person's manners cost at this task, each told in the log."""
    for manner in person.manners:
        if task_id not in manner.tasks:
            continue
        if manner.kind is not MannerKind.SLOW:
            if (person.id, task_id, manner.kind) in office.over:
                continue
            office.over.add((person.id, task_id, manner.kind))
        office.emit(
            EventKind.PERSON_HELD_UP,
            person.id,
            "",
            {
                "task": task_id,
                "manner": manner.kind.value,
                "minutes": int(manner.span.total_seconds() // 60),
                "says": manner.says,
            },
        )
        yield office.after(manner.span)
