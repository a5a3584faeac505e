"""Trying out the equipment of the meeting's room; what is broken is mended or replaced."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.office import Office


def check(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Try everything; `found` names what was out of order, if the person can tell."""
    yield office.after(job.duration)
    room = office.rooms.get(office.meeting.room)
    found: tuple[str, ...] = ()
    if room is not None and job.competent:
        found = tuple(sorted(room.broken))
        room.broken.clear()
    finish(office, job, found=found, room=office.meeting.room)
