"""Tasks that an office can be asked to do, and the learner's orders to do them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from office_sim.log import EventKind
from office_sim.people import Role


class Verb(StrEnum):
    """How a task is carried out; each has its file under `office_sim/acts`."""

    DO = "do"
    INVITE = "invite"
    CONFIRM = "confirm"
    COUNT = "count"
    BOOK = "book"
    ISSUE = "issue"
    APPRAISE = "appraise"
    CHECK = "check"
    ATTEND = "attend"


class Fact(NamedTuple):
    """Something that must have happened: an event's kind and subject."""

    kind: EventKind
    subject: str


@dataclass(frozen=True)
class Task:
    """A task of the case. When done it `emits` an event about its `subject`.

    `needs` are facts without which the work cannot be done at all: the person waits for them,
    at most `patience`. `answered_by` names the leader who then gives the event `answer`, once
    free. `roles` are the posts whose work this is; others take half as long again.
    """

    id: str
    title: str
    verb: Verb
    emits: EventKind
    subject: str
    duration: timedelta
    roles: tuple[Role, ...]
    needs: tuple[Fact, ...] = ()
    patience: timedelta = timedelta(hours=4)
    answered_by: str = ""
    answer: EventKind | None = None
    also: tuple[EventKind, ...] = ()


class Order(NamedTuple):
    """One line of the plan: who does which task, from when, with which options.

    `at` is the earliest start, in whole minutes. `as_role` is the group member who gave the
    order, "" when alone.
    """

    id: str
    task: str
    who: str
    at: datetime
    options: Mapping[str, str | tuple[str, ...]] = MappingProxyType({})
    as_role: str = ""


class Decision(NamedTuple):
    """The choice made at an inject. `as_role` as in an order."""

    inject: str
    choice: str
    as_role: str = ""
