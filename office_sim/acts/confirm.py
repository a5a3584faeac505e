"""Calling each member to hear whether he or she will come."""

from __future__ import annotations

from collections.abc import Generator
from datetime import timedelta

import simpy

from office_sim.acts.job import Job, finish
from office_sim.channels import PHONE
from office_sim.log import EventKind
from office_sim.office import Office
from office_sim.people import Person

CALL_TIME = timedelta(minutes=2)
"""How long one call takes (assumption of the kit)."""


def confirm(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Call one member after the other, two minutes each; movable engagements are moved."""
    counts = {EventKind.PERSON_CONFIRMED: 0, EventKind.PERSON_DECLINED: 0}
    members, subject = office.world.members, office.meeting.spec.id
    for person in members:
        yield office.after(CALL_TIME)
        answer = _answer(office, person)
        if answer in counts:
            counts[answer] += 1
        office.emit(answer, person.id, subject)
    finish(
        office,
        job,
        confirmed=counts[EventKind.PERSON_CONFIRMED],
        declined=counts[EventKind.PERSON_DECLINED],
        total=len(members),
    )


def _answer(office: Office, person: Person) -> EventKind:
    meeting = office.meeting
    if PHONE in person.mute:
        return EventKind.PERSON_NOT_REACHED
    office.reach(person.id)
    if office.diaries[person.id].clear_movable(meeting.start):
        meeting.confirmed.add(person.id)
        meeting.declined.discard(person.id)
        return EventKind.PERSON_CONFIRMED
    meeting.declined.add(person.id)
    return EventKind.PERSON_DECLINED
