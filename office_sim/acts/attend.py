"""Sitting in the meeting: the person is taken from the opening to the end."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.log import EventKind
from office_sim.office import Office
from office_sim.orders import Fact


def attend(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Wait for the meeting to open, stay to its end; `late_minutes` says how much was missed."""
    meeting = office.meeting
    ready = office.now
    opening = office.fact(Fact(EventKind.MEETING_OPENED, meeting.spec.id))
    failing = office.fact(Fact(EventKind.MEETING_FAILED, meeting.spec.id))
    if opening is not None and failing is not None:
        yield opening | failing
    if meeting.opened is None:
        return
    closing = office.fact(Fact(EventKind.MEETING_CLOSED, meeting.spec.id))
    if closing is not None:
        yield closing
    late = max(0, int((ready - meeting.opened).total_seconds() // 60))
    finish(office, job, late_minutes=late)
