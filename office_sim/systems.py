"""The information systems of an office: what each may carry, who has access, how it fails.

They are simulated: models of systems that the course text names, not the systems themselves.
"""

from __future__ import annotations

import tomllib
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import simpy
from pydantic import BaseModel, ConfigDict, Field

from office_sim.log import EventKind
from office_sim.people import Person, Role

if TYPE_CHECKING:
    from office_sim.acts.job import Job
    from office_sim.channels import Channel
    from office_sim.office import Office

_FILE = Path(__file__).with_name("systems.toml")
ENTRY_TIME = timedelta(minutes=5)
"""How long one entry takes (assumption of the kit)."""
Words = Annotated[str, Field(pattern=r"\S")]


class Network(StrEnum):
    """What a system runs on. Nothing secret may be on an open network."""

    OPEN = "open"
    INTERNAL = "internal"


class SystemSpec(BaseModel):
    """A system as it is given. `access` are the posts with an account of their own.

    `carries` says in words what may be put in; `fails` how it fails and `fallback` what is done
    then; `rule` is an id of the rulebook.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Words
    title: Words
    purpose: Words
    network: Network
    access: tuple[Role, ...]
    carries: Words
    fails: Words
    fallback: Words
    rule: Words


@dataclass(slots=True)
class System:
    """A system as it stands during a run. Changed by effects."""

    spec: SystemSpec
    up_from: datetime

    def is_down(self, at: datetime) -> bool:
        """Whether nothing goes through at this moment."""
        return at < self.up_from


@cache
def load_systems() -> dict[str, SystemSpec]:
    """Every system that the kit knows, by its id, in the file's order."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    specs = [SystemSpec.model_validate(one) for one in content["system"]]
    return {one.id: one for one in specs}


def break_down(office: Office, system_id: str, span: timedelta, text: str) -> None:
    """Let a system fail for the span; one that is down already stays down at least so long."""
    system = office.systems[system_id]
    system.up_from = max(system.up_from, office.now + span)
    office.emit(EventKind.SYSTEM_DOWN, "", system_id, {"text": text})
    office.env.process(_come_back(office, system))


def log_in(office: Office, job: Job, channel: Channel) -> None:
    """Note in the log what is not as it should be when somebody sends over the channel now."""
    system = office.systems.get(channel.system)
    if system is not None:
        _log_in(office, system, job.person)


def use(office: Office, system_id: str, person_id: str, text: str, paper_id: str = "") -> None:
    """Somebody puts something into a system, a paper perhaps; `text` says what.

    By its rules: without an account one is borrowed; while it is down the entry waits; a secret
    paper on an open network has leaked.
    """
    system = office.systems[system_id]
    _log_in(office, system, office.people[person_id])
    office.env.process(_enter(office, system, person_id, text, paper_id))


def until_up(office: Office, channel: Channel) -> Generator[simpy.Event, object, None]:
    """What is sent over a system that is down lies in its queue until it is up again."""
    system = office.systems.get(channel.system)
    while system is not None and system.is_down(office.env.time):
        yield office.until(system.up_from)


def _log_in(office: Office, system: System, person: Person) -> None:
    """Who has no account borrows one; what is put into a system that is down lies in its queue."""
    spec = system.spec
    if person.role not in spec.access:
        office.emit(EventKind.ACCOUNT_BORROWED, person.id, spec.id, {"rule": spec.rule})
    if system.is_down(office.env.time):
        office.emit(EventKind.MESSAGE_QUEUED, person.id, spec.id)


def _enter(
    office: Office, system: System, person_id: str, text: str, paper_id: str
) -> Generator[simpy.Event, object, None]:
    """The entry itself, as soon as the system is up, and what comes of it by the system's rule."""
    while system.is_down(office.env.time):
        yield office.until(system.up_from)
    yield office.after(ENTRY_TIME)
    spec, paper = system.spec, office.papers.get(paper_id)
    office.emit(EventKind.SYSTEM_USED, person_id, spec.id, {"text": text, "rule": spec.rule})
    if paper is None or spec.network is not Network.OPEN:
        return
    paper.open_sent = True
    if paper.is_secret:
        told = f"{text}; hệ thống này chỉ mang {spec.carries}"
        office.emit(
            EventKind.PAPER_LEAKED,
            person_id,
            paper_id,
            {"system": spec.id, "rule": spec.rule, "text": told},
        )


def _come_back(office: Office, system: System) -> Generator[simpy.Event, object, None]:
    awaited = system.up_from
    yield office.until(awaited)
    if system.up_from == awaited:
        office.emit(EventKind.SYSTEM_UP, "", system.spec.id)
