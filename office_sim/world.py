"""The world of a case at its start: everything given, nothing yet happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, cached_property

from office_sim.calendar import WorkCalendar
from office_sim.channels import Channel
from office_sim.happenings import Happening
from office_sim.orders import Task
from office_sim.papers import PaperSpec
from office_sim.people import Person, members_of
from office_sim.rooms import RoomSpec
from office_sim.systems import SystemSpec
from office_sim.visits import VisitSpec


@dataclass(frozen=True)
class MeetingSpec:
    """The meeting of a case: which body, when, how long, and what it may have to wait.

    `grace` is how long one waits for missing members before the meeting fails. `noun` is what
    people call it ("lễ dâng hương"); one that decides nothing needs no quorum, only somebody.
    """

    id: str
    title: str
    body: str
    start: datetime
    duration: timedelta
    grace: timedelta = timedelta(minutes=15)
    noun: str = "hội nghị"
    needs_quorum: bool = True


@dataclass(frozen=True)
class World:
    """All that is given. Times are naive local datetimes.

    `meeting` is None where nothing is held: an exercise with a start and an end.
    """

    start: datetime
    end: datetime
    people: tuple[Person, ...]
    bodies: Mapping[str, str]
    papers: tuple[PaperSpec, ...]
    rooms: tuple[RoomSpec, ...]
    channels: tuple[Channel, ...]
    tasks: tuple[Task, ...]
    happenings: tuple[Happening, ...]
    meeting: MeetingSpec | None = None
    last_numbers: Mapping[str, int] = field(default_factory=dict)
    closed: tuple[date, ...] = ()
    visits: VisitSpec | None = None
    systems: tuple[SystemSpec, ...] = ()

    def person(self, person_id: str) -> Person | None:
        """The person with this id, None if unknown."""
        return self._people.get(person_id)

    def task(self, task_id: str) -> Task | None:
        """The task with this id, None if unknown."""
        return self._tasks.get(task_id)

    def channel(self, channel_id: str) -> Channel | None:
        """The channel with this id, None if unknown."""
        return self._channels.get(channel_id)

    @cached_property
    def members(self) -> tuple[Person, ...]:
        """The members of the body that meets, in the order of the case file; none without one."""
        if self.meeting is None:
            return ()
        return tuple(members_of(self.people, self.meeting.body))

    @cached_property
    def answering(self) -> frozenset[str]:
        """The people who are asked for an answer by some task."""
        return frozenset(task.answered_by for task in self.tasks)

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The office's working time, the same in every run."""
        return _calendar(self.closed)

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {task.id: task for task in self.tasks}

    @cached_property
    def _channels(self) -> dict[str, Channel]:
        return {channel.id: channel for channel in self.channels}


@cache
def _calendar(closed: tuple[date, ...]) -> WorkCalendar:
    """One calendar for all worlds with the same days off: it remembers the days asked for."""
    return WorkCalendar(closed=closed)
