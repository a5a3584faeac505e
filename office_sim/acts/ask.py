"""Asking those who know whether the list is right: its owner, the villages, the province."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.families import Family, Informant
from office_sim.office import Office


def ask_owner(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Compare the list with the files of the body that owns it."""
    yield from _ask(office, job, Informant.OWNER)


def ask_villages(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Go through the list with the village heads named in option `thon`, one after the other."""
    yield from _ask(office, job, Informant.VILLAGE)


def ask_province(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Ask which families other delegations are going to see."""
    yield from _ask(office, job, Informant.PROVINCE)


def _ask(office: Office, job: Job, informant: Informant) -> Generator[simpy.Event, None, None]:
    yield office.after(job.duration)
    found = [family for family in _known_to(office, informant) if _tells(family, informant, job)]
    finish(
        office,
        job,
        found=tuple(family.id for family in found),
        told=tuple(family.told for family in found),
    )


def _known_to(office: Office, informant: Informant) -> tuple[Family, ...]:
    day = office.visit_day
    return day.spec.families.spoken_of(informant) if day is not None else ()


def _tells(family: Family, informant: Informant, job: Job) -> bool:
    """Whether the informant speaks of this row; a stranger to the work hears nothing."""
    if not job.competent:
        return False
    return informant is not Informant.VILLAGE or family.village in _villages(job)


def _villages(job: Job) -> tuple[str, ...]:
    asked = job.order.options.get("thon", ())
    return asked if isinstance(asked, tuple) else (asked,)
