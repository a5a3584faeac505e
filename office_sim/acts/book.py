"""Booking a room for the meeting."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.log import EventKind
from office_sim.office import Office
from office_sim.people import Engagement


def book(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Book the room in option `room`; it is refused when somebody else has it at that hour."""
    yield office.after(job.duration)
    room = office.rooms.get(str(job.order.options.get("room", "")))
    if room is None:
        return
    meeting = office.meeting
    taken = room.diary.engagement_at(meeting.start)
    seats = room.spec.seats
    if taken is not None:
        office.emit(
            EventKind.ROOM_REFUSED,
            job.person.id,
            room.spec.id,
            {"reason": taken.what, "seats": seats},
        )
        return
    meeting.room = room.spec.id
    room.diary.add(Engagement(meeting.start, meeting.end, meeting.spec.title))
    finish(office, job, seats=seats, enough_seats=seats >= len(office.world.members))
