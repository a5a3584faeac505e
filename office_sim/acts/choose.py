"""Handing in the choice of families to be visited in person."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.families import Fault
from office_sim.log import Detail
from office_sim.office import Office
from office_sim.visits import CHOICE, CHOICE_REASON


def choose(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Hand in what stands in the table of choices, with the figures that tell how good it is."""
    yield office.after(job.duration)
    finish(office, job, **_figures(office))


def _figures(office: Office) -> dict[str, Detail]:
    if office.visit_day is None:
        return {}
    spec, table = office.visit_day.spec, office.tables.get(CHOICE, {})
    chosen = spec.chosen(office.tables)
    persons = {family.person for family in chosen}
    return {
        "chosen": len(chosen),
        "short": max(0, spec.wanted - len(chosen)),
        "over": max(0, len(chosen) - spec.wanted),
        "must_missed": len(spec.families.must_be_visited - persons),
        "gone": sum(family.is_gone for family in chosen),
        "twice": len(chosen) - len(persons),
        "other_delegation": sum(family.fault is Fault.PROVINCE for family in chosen),
        "without_reason": sum(
            not table[family.id].get(CHOICE_REASON, "").strip() for family in chosen
        ),
    }
