"""Names as people say them: persons, papers, rooms and channels of a world, never their ids."""

from __future__ import annotations

from collections.abc import Iterable

from office_sim.log import EventKind
from office_sim.people import ROLE_VI, Role
from office_sim.vocabulary import EQUIPMENT_VI, THING_VI
from office_sim.world import World

MANY = 5
"""From this number of people on only the first ones are named."""


class Wording:
    """The names of one world. An unknown id gives a general word, so nothing is ever unreadable."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._people = {person.id: person for person in world.people}
        self._papers = {paper.id: paper for paper in world.papers}
        self._rooms = {room.id: room for room in world.rooms}

    def person(self, person_id: str) -> str:
        """Post and name, the office's own people by their short post: "văn thư Đinh Thị Mai"."""
        person = self._people.get(person_id)
        if person is None:
            return "văn phòng"
        if person.role is Role.AGENCY:
            return person.name
        return f"{ROLE_VI[person.role]} {person.name}" if person.staff else person.title

    def people(self, person_ids: Iterable[str]) -> str:
        """Several people, named if they are few."""
        ids = list(dict.fromkeys(person_ids))
        if len(ids) < MANY:
            return listed(self.person(one) for one in ids)
        names = ", ".join(self._people[one].name for one in ids[:3] if one in self._people)
        return f"{len(ids)} người ({names}…)"

    def paper(self, paper_id: str) -> str:
        """The short title: without the meeting's long name and what stands after a colon."""
        spec = self._papers.get(paper_id)
        if spec is None:
            return "văn bản"
        meeting = self.world.meeting
        title = spec.title.replace(meeting.title, "hội nghị") if meeting else spec.title
        return title.split(":")[0]

    def room(self, room_id: str) -> str:
        """The room's title."""
        spec = self._rooms.get(room_id)
        return spec.title if spec is not None else "phòng họp"

    def channel(self, channel_id: str) -> str:
        """The channel's title without the remark in brackets, to stand after "qua"."""
        channel = self.world.channel(channel_id)
        if channel is None:
            return "đường khác"
        short = channel.title.split(" (")[0]
        return short[:1].lower() + short[1:]

    def system(self, system_id: str) -> str:
        """The information system's title without the remark in brackets."""
        found = next((one for one in self.world.systems if one.id == system_id), None)
        if found is None:
            return "hệ thống"
        short = found.title.split(" (")[0]
        return short[:1].lower() + short[1:]

    @property
    def meeting(self) -> str:
        """What people call the meeting: "hội nghị", "lễ dâng hương"."""
        return self.world.meeting.noun if self.world.meeting else "hội nghị"

    def family(self, row: str) -> str:
        """The person of a row of the list: "cụ Lò Thị Ban"."""
        visits = self.world.visits
        family = visits.family(row) if visits is not None else None
        return (
            family.title(visits.year) if visits is not None and family is not None else "gia đình"
        )

    def home(self, row: str) -> str:
        """The village of a row of the list."""
        visits = self.world.visits
        family = visits.family(row) if visits is not None else None
        return (
            visits.village(family.village) if visits is not None and family is not None else "thôn"
        )

    def delegation(self, delegation_id: str) -> str:
        """The delegation's title."""
        visits = self.world.visits
        found = visits.delegation(delegation_id) if visits is not None else None
        return found.title if found is not None else "đoàn"

    def task(self, task_id: str) -> str:
        """The task's title."""
        task = self.world.task(task_id)
        return task.title if task is not None else "việc được giao"

    def equipment(self, name: str) -> str:
        """A piece of equipment."""
        return EQUIPMENT_VI.get(name, "thiết bị")

    def thing(self, kind: EventKind, subject: str) -> str:
        """What somebody waits for when this has not happened yet, to stand after "chờ"."""
        words = THING_VI.get(kind, "việc đi trước")
        return words.format(
            paper=self.paper(subject), task=self.task(subject), meeting=self.meeting
        )


def listed(words: Iterable[str]) -> str:
    """The words in a row: "a, b và c"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} và {last}" if first else last


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    text = text.strip()
    ending = "" if text.rstrip("”").endswith((".", "!", "?", "…")) else "."
    return text[:1].upper() + text[1:] + ending
