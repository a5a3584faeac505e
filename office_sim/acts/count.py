"""Counting who will come and reporting it to the permanent members."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.meetings import expected
from office_sim.office import Office
from office_sim.quorum import quorum, votes_to_carry


def count(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Report the number expected against the quorum and the votes that a decision needs."""
    yield office.after(job.duration)
    total = len(office.world.members)
    coming = len(expected(office))
    finish(
        office,
        job,
        expected=coming,
        needed=quorum(total),
        votes_needed=votes_to_carry(total),
        total=total,
        enough=coming >= quorum(total),
    )
