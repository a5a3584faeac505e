"""Appraising a paper: somebody competent finds and mends its faults."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.office import Office


def appraise(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Read the paper for the task's duration; faults stay if the reader is not competent."""
    yield office.after(job.duration)
    paper = office.papers.get(job.task.subject)
    found: tuple[str, ...] = ()
    if paper is not None and job.competent:
        found = tuple(paper.faults)
        paper.faults.clear()
    finish(office, job, found=found)
