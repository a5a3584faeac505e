"""The people of the commune: staff, leaders, committee members, with their diaries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from office_sim.manners import Manner


class Role(StrEnum):
    """A post in the office or in the commune."""

    SECRETARY = "secretary"
    STANDING_DEPUTY = "standing_deputy"
    DEPUTY_SECRETARY = "deputy_secretary"
    CHIEF_OF_OFFICE = "chief_of_office"
    DEPUTY_CHIEF = "deputy_chief"
    GENERAL_OFFICER = "general_officer"
    RECORDS_CLERK = "records_clerk"
    ACCOUNTANT = "accountant"
    DRIVER = "driver"
    MEMBER = "member"
    AGENCY = "agency"


ROLE_VI = {
    Role.SECRETARY: "bí thư",
    Role.STANDING_DEPUTY: "phó bí thư thường trực",
    Role.DEPUTY_SECRETARY: "phó bí thư",
    Role.CHIEF_OF_OFFICE: "chánh văn phòng",
    Role.DEPUTY_CHIEF: "phó chánh văn phòng",
    Role.GENERAL_OFFICER: "chuyên viên tổng hợp",
    Role.RECORDS_CLERK: "văn thư",
    Role.ACCOUNTANT: "kế toán",
    Role.DRIVER: "lái xe",
    Role.MEMBER: "cấp ủy viên",
    Role.AGENCY: "cơ quan phối hợp",
}


@dataclass(frozen=True)
class Engagement:
    """A time in a diary, from `start` to `end`. A movable one yields when asked by phone."""

    start: datetime
    end: datetime
    what: str
    movable: bool = False

    def covers(self, at: datetime) -> bool:
        """Whether the person is taken at this moment (the end is free again)."""
        return self.start <= at < self.end


class Person(NamedTuple):
    """A person, or an agency that answers as one.

    `bodies` are the ids of the bodies he or she belongs to; `skills` the task ids that an
    officer masters beyond the role; `answer_time` is how long a leader takes to decide once
    free; `mute` names the channels that do not reach this person; `travel` the way to the office;
    `manners` is what holds this person up at some tasks.
    """

    id: str
    name: str
    role: Role
    post: str = ""
    bodies: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    diary: tuple[Engagement, ...] = ()
    answer_time: timedelta = timedelta(minutes=10)
    mute: tuple[str, ...] = ()
    travel: timedelta = timedelta(minutes=30)
    staff: bool = False
    manners: tuple[Manner, ...] = ()

    @property
    def title(self) -> str:
        """Post and name as one writes them."""
        return f"{self.post or ROLE_VI[self.role]} {self.name}".strip()

    def on_another_day(
        self,
        diary: tuple[Engagement, ...],
        mute: tuple[str, ...],
        answer_time: timedelta,
        travel: timedelta,
    ) -> Person:
        """The same person with other things in the way (as _replace, at a third of its time)."""
        return _person((*self[:6], diary, answer_time, mute, travel, *self[10:]))


_person = partial(tuple.__new__, Person)


@dataclass(slots=True)
class Diary:
    """The engagements of one person as they stand during a run. Changed by effects."""

    engagements: list[Engagement] = field(default_factory=list)

    def engagement_at(self, at: datetime) -> Engagement | None:
        """What takes the person at this moment, None when free."""
        for one in self.engagements:
            if one.covers(at):
                return one
        return None

    def free_from(self, at: datetime) -> datetime:
        """The first moment from `at` on at which the person is free."""
        while (taken := self.engagement_at(at)) is not None:
            at = taken.end
        return at

    def add(self, engagement: Engagement) -> None:
        """Take the person for a time."""
        self.engagements.append(engagement)

    def move(self, what: str, start: datetime, end: datetime) -> None:
        """Give what stands in the diary under this name another time."""
        self.engagements = [
            replace(one, start=start, end=end) if one.what == what else one
            for one in self.engagements
        ]

    def clear_movable(self, at: datetime) -> bool:
        """Move away what is movable at this moment; True when the person is then free."""
        self.engagements = [one for one in self.engagements if not (one.movable and one.covers(at))]
        return self.engagement_at(at) is None


def members_of(people: Iterable[Person], body: str) -> list[Person]:
    """The people who belong to the body, in the order of the case file."""
    return [person for person in people if body in person.bodies]
