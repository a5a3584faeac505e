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
from office_sim.people import Role

if TYPE_CHECKING:
    from office_sim.acts.job import Job
    from office_sim.channels import Channel
    from office_sim.office import Office

_FILE = Path(__file__).with_name("systems.toml")
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


@dataclass
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
    office.emit(EventKind.SYSTEM_DOWN, "", system_id, text=text)
    office.env.process(_come_back(office, system))


def log_in(office: Office, job: Job, channel: Channel) -> None:
    """Note in the log what is not as it should be when somebody sends over the channel now."""
    system = office.systems.get(channel.system)
    if system is None:
        return
    if job.person.role not in system.spec.access:
        office.emit(
            EventKind.ACCOUNT_BORROWED, job.person.id, system.spec.id, rule=system.spec.rule
        )
    if system.is_down(office.now):
        office.emit(EventKind.MESSAGE_QUEUED, job.person.id, system.spec.id)


def until_up(office: Office, channel: Channel) -> Generator[simpy.Event, object, None]:
    """What is sent over a system that is down lies in its queue until it is up again."""
    system = office.systems.get(channel.system)
    while system is not None and system.is_down(office.now):
        yield office.until(system.up_from)


def _come_back(office: Office, system: System) -> Generator[simpy.Event, object, None]:
    awaited = system.up_from
    yield office.until(awaited)
    if system.up_from == awaited:
        office.emit(EventKind.SYSTEM_UP, "", system.spec.id)
