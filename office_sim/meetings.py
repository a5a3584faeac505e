"""The meeting: who was asked, who comes, whether it opens, and when it ends."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import simpy

from office_sim.log import EventKind
from office_sim.people import Person
from office_sim.quorum import quorum
from office_sim.world import MeetingSpec

if TYPE_CHECKING:
    from office_sim.office import Office

NO_ROOM_DELAY = timedelta(minutes=30)
BROKEN_EQUIPMENT_DELAY = timedelta(minutes=20)


@dataclass(slots=True)
class Meeting:
    """A meeting as it stands during a run. Changed by acts and effects."""

    spec: MeetingSpec
    start: datetime
    reached: dict[str, datetime] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    declined: set[str] = field(default_factory=set)
    room: str = ""
    opened: datetime | None = None
    closed: datetime | None = None

    @property
    def end(self) -> datetime:
        """When it ended, or is planned to end."""
        return self.closed or (self.opened or self.start) + self.spec.duration


def expected(office: Office) -> list[Person]:
    """The members who would be there in time, as things stand now."""
    return _present(office, office.meeting.start + office.meeting.spec.grace)


def hold(office: Office) -> Generator[simpy.Event, None, None]:
    """The process of the meeting: wait for its hour, gather, open, close. Writes to the log."""
    meeting = office.meeting
    while office.now < meeting.start:
        yield office.until(meeting.start)
    delay = _delay(office)
    if delay:
        yield office.after(delay)
    needed = quorum(len(office.world.members)) if meeting.spec.needs_quorum else 1
    present = _present(office, office.now)
    if len(present) < needed:
        yield office.after(meeting.spec.grace)
        present = _present(office, office.now)
    if len(present) < needed:
        office.emit(
            EventKind.MEETING_FAILED,
            "",
            meeting.spec.id,
            {"present": len(present), "needed": needed, "total": len(office.world.members)},
        )
        return
    meeting.opened = office.now
    late = (office.now - meeting.start).total_seconds() / 60
    office.emit(
        EventKind.MEETING_OPENED,
        "",
        meeting.spec.id,
        {
            "present": len(present),
            "needed": needed,
            "total": len(office.world.members),
            "late_minutes": int(late),
        },
    )
    yield office.after(meeting.spec.duration)
    meeting.closed = office.now
    office.emit(EventKind.MEETING_CLOSED, "", meeting.spec.id)


def _present(office: Office, at: datetime) -> list[Person]:
    """The members who have come to the meeting by this moment."""
    return [person for person in office.world.members if _comes(office, person, at)]


def _comes(office: Office, person: Person, by: datetime) -> bool:
    meeting = office.meeting
    reached = meeting.reached.get(person.id)
    if reached is None or person.id in meeting.declined:
        return False
    in_time = reached + person.travel <= by
    return in_time and office.diaries[person.id].engagement_at(meeting.start) is None


def _delay(office: Office) -> timedelta:
    """A missing room and dead equipment each hold the opening up."""
    room = office.rooms.get(office.meeting.room)
    if room is None:
        return NO_ROOM_DELAY
    return BROKEN_EQUIPMENT_DELAY if room.broken else timedelta()
