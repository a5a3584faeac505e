"""Making the State's gifts ready: one envelope for each person on the list as it was cleaned."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.office import Office


def prepare_gifts(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Fill the envelopes by the list and its marks; the log keeps how right they are."""
    yield office.after(job.duration)
    day = office.visit_day
    if day is None:
        return
    figures = day.plan.gifts
    finish(
        office,
        job,
        gifts=figures.gifts,
        total=figures.total,
        twice=figures.twice,
        gone=figures.gone,
        wrong_rate=figures.wrong_rate,
        left_out=figures.left_out,
    )
