"""Plain work: when it is done, its event is in the log."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.office import Office


def do(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Work for the task's duration."""
    yield office.after(job.duration)
    finish(office, job)
