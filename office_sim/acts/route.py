"""Making delegations and their day plans: the office looks the timetable over."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.day_plan import look_over
from office_sim.office import Office


def route(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Hand in the timetable as it stands, with what would not work out in it."""
    yield office.after(job.duration)
    day = office.visit_day
    if day is None:
        return
    earliest = office.meeting.start + office.meeting.spec.duration
    figures = look_over(day.spec, day.plan, office.diaries, earliest, day.closed_roads)
    finish(office, job, **figures.detail())
