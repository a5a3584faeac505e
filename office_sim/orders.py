"""Tasks that an office can be asked to do, and the learner's orders to do them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from office_sim.log import EventKind
from office_sim.people import Role

Picks = Mapping[str, str | tuple[str, ...]]
"""Option -> what was picked in it."""


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
    ASK_OWNER = "ask_owner"
    ASK_VILLAGES = "ask_villages"
    ASK_PROVINCE = "ask_province"
    CHOOSE = "choose"
    ROUTE = "route"
    BOOK_CARS = "book_cars"
    BUDGET = "budget"
    PREPARE_GIFTS = "prepare_gifts"


class Fact(NamedTuple):
    """Something that must have happened: an event's kind and subject."""

    kind: EventKind
    subject: str


@dataclass(frozen=True)
class Option:
    """Something to pick when a task is ordered: one of its items, or `several`."""

    id: str
    items: tuple[str, ...]
    several: bool = False

    def picked(self, given: str | tuple[str, ...]) -> str | tuple[str, ...]:
        """What of `given` can be picked, in the order of the items; "" or () if nothing can."""
        wanted = given if isinstance(given, tuple) else (given,)
        if self.several:
            return tuple([item for item in self.items if item in wanted])
        return wanted[0] if len(wanted) == 1 and wanted[0] in self.items else ""


class Task(NamedTuple):
    """A task of the case. When done it `emits` an event about its `subject`.

    `needs` are facts without which the work cannot be done at all: the person waits for them,
    at most `patience`. `answered_by` names the leader who then gives the event `answer`, once
    free. `roles` are the posts whose work this is; others take half as long again. `options` are
    what can be picked; None lets anything be picked.
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
    options: tuple[Option, ...] | None = None

    def taking(self, duration: timedelta) -> Task:
        """The same task, faster or slower (as _replace, at a third of its time)."""
        return _task((*self[:5], duration, *self[6:]))

    def picks(self, given: Picks) -> Picks:
        """What of the given options the task really offers; the rest is passed over."""
        if self.options is None:
            return given
        return {one.id: one.picked(given[one.id]) for one in self.options if one.id in given}


_task = partial(tuple.__new__, Task)


class Order(NamedTuple):
    """One line of the plan: who does which task, from when, with which options.

    `at` is the earliest start, in whole minutes. `as_role` is the group member who gave the
    order, "" when alone.
    """

    id: str
    task: str
    who: str
    at: datetime
    options: Picks = MappingProxyType({})
    as_role: str = ""


class Decision(NamedTuple):
    """The choice made at an inject. `as_role` as in an order."""

    inject: str
    choice: str
    as_role: str = ""
