"""Inviting the members over one or more channels."""

from __future__ import annotations

from collections.abc import Generator
from datetime import timedelta

import simpy

from office_sim.acts.job import Job, finish
from office_sim.channels import Channel
from office_sim.log import EventKind
from office_sim.meetings import Meeting
from office_sim.office import Office
from office_sim.people import Person
from office_sim.systems import log_in, until_up

BOUNCE = timedelta(minutes=10)
"""How soon one sees that a channel does not reach somebody."""

# By names of their own: an enumeration looks its members up anew at each use.
_INVITED, _REACHED = EventKind.PERSON_INVITED, EventKind.PERSON_REACHED


def invite(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Send to every member over each channel of option `channel`; hearing of it takes time.

    Without a channel nobody is invited, and nothing is written to the log.
    """
    yield office.after(job.duration)
    channels = [
        channel
        for channel_id in _several(job.order.options.get("channel", ()))
        if (channel := office.world.channel(channel_id)) is not None
    ]
    if not channels:
        return
    for channel in channels:
        log_in(office, job, channel)
    meeting, subject = office.meeting, job.task.subject
    for person in office.world.members:
        for channel in channels:
            if channel.per_person:
                yield office.after(channel.per_person)
            office.emit(_INVITED, person.id, subject, {"channel": channel.id})
            office.env.process(_deliver(office, meeting, person, channel))
    lead = meeting.start - office.now
    finish(office, job, lead_minutes=int(lead.total_seconds() // 60))


def _deliver(
    office: Office, meeting: Meeting, person: Person, channel: Channel
) -> Generator[simpy.Event, None, None]:
    if channel.id in person.mute:
        yield office.after(BOUNCE)
        office.emit(
            EventKind.PERSON_NOT_REACHED, person.id, meeting.spec.id, {"channel": channel.id}
        )
        return
    if channel.system:
        yield from until_up(office, channel)
    yield office.until(channel.read_at(office.env.time, office.calendar))
    if person.id not in meeting.reached:
        office.reach(person.id)
        office.emit(_REACHED, person.id, meeting.spec.id, {"channel": channel.id})


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)
