"""Handing in the choice of families to be visited in person."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.office import Office


def choose(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Hand in what stands in the table of choices, with the figures that tell how good it is."""
    yield office.after(job.duration)
    day = office.visit_day
    finish(office, job, **(day.plan.choice if day is not None else {}))
