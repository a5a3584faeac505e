"""What the office knows now: diaries, who has answered, rooms, papers. Nothing of the future.

The diaries of the office's own people and of the leaders are known; what keeps another member
busy becomes known only when the office has asked and he or she has declined.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from course.desk.desk import Desk
from course.desk.standing import Stage
from office_sim.calendar import format_moment
from office_sim.log import Event, EventKind
from office_sim.people import ROLE_VI, Engagement, Person, Role
from office_sim.vocabulary import PAPER_STATE_VI, SECRECY_VI, URGENCY_VI
from office_sim.wording import Wording, listed

LEADERS = (Role.SECRETARY, Role.STANDING_DEPUTY, Role.DEPUTY_SECRETARY)
_ASKED = {
    EventKind.PERSON_INVITED: "Đã gửi giấy mời lúc {at}",
    EventKind.PERSON_NOT_REACHED: "Giấy mời chưa tới (báo lúc {at})",
    EventKind.PERSON_REACHED: "Đã biết tin về {meeting} lúc {at}",
    EventKind.PERSON_CONFIRMED: "Đã nhận lời lúc {at}",
    EventKind.PERSON_DECLINED: "Báo vắng lúc {at}",
}
# What does not take the place of an earlier event about the same person.
_SAYS_LESS: dict[EventKind, tuple[EventKind, ...]] = {
    EventKind.PERSON_INVITED: (EventKind.PERSON_INVITED,),
    EventKind.PERSON_NOT_REACHED: (EventKind.PERSON_INVITED,),
    EventKind.PERSON_REACHED: (EventKind.PERSON_INVITED, EventKind.PERSON_NOT_REACHED),
    EventKind.PERSON_DECLINED: (EventKind.PERSON_INVITED, EventKind.PERSON_NOT_REACHED),
    EventKind.PERSON_CONFIRMED: (
        EventKind.PERSON_INVITED,
        EventKind.PERSON_NOT_REACHED,
        EventKind.PERSON_REACHED,
    ),
}


@dataclass(frozen=True)
class KnownPerson:
    """One person: `now` is what he or she is doing, `diary` what is set down from now on."""

    name: str
    post: str
    now: str
    diary: tuple[str, ...]


@dataclass(frozen=True)
class KnownMember:
    """One member of the body that meets, and what is known about coming."""

    name: str
    post: str
    answer: str


@dataclass(frozen=True)
class KnownRoom:
    """One room with its seats, equipment and bookings from now on."""

    title: str
    seats: int
    equipment: str
    bookings: tuple[str, ...]


@dataclass(frozen=True)
class KnownPaper:
    """One paper with its marks and how far it is."""

    title: str
    secrecy: str
    urgency: str
    state: str
    is_secret: bool


def staff(desk: Desk) -> list[KnownPerson]:
    """The office's own people."""
    standings, words = desk.standings(), Wording(desk.case.world)
    at_work = {
        order.who: f"đang làm “{words.task(order.task)}”"
        for order in desk.work.orders
        if standings[order.id].stage is Stage.AT_WORK
    }
    people = [person for person in desk.case.world.people if person.staff]
    return [_person(desk, person, at_work.get(person.id, "rảnh")) for person in people]


def leaders(desk: Desk) -> list[KnownPerson]:
    """The permanent members, whose diaries the office keeps."""
    people = [person for person in desk.case.world.people if person.role in LEADERS]
    return [_person(desk, person, "không vướng lịch") for person in people]


def members(desk: Desk) -> list[KnownMember]:
    """The members of the body that meets, with their answers so far."""
    heard: dict[str, Event] = {}
    for event in desk.run.log:
        before = heard.get(event.actor)
        if event.kind in _ASKED and (before is None or event.kind not in _SAYS_LESS[before.kind]):
            heard[event.actor] = event
    return [
        KnownMember(person.name, _post(person), _answer(desk, person, heard.get(person.id)))
        for person in desk.case.world.members
    ]


def rooms(desk: Desk) -> list[KnownRoom]:
    """The rooms, as booked now."""
    words = Wording(desk.case.world)
    return [
        KnownRoom(
            room.spec.title,
            room.spec.seats,
            listed(words.equipment(one) for one in room.spec.equipment),
            _ahead(room.diary.engagements, desk.now),
        )
        for room in desk.run.office.rooms.values()
    ]


def papers(desk: Desk) -> list[KnownPaper]:
    """The papers, with how far each is by now."""
    known = []
    for paper in desk.run.office.papers.values():
        reached = sorted(paper.reached.items(), key=lambda one: one[1])
        states = [f"{PAPER_STATE_VI[state]} {format_moment(at)}" for state, at in reached]
        state = "; ".join(states) or "chưa có bản nào qua văn phòng"
        known.append(
            KnownPaper(
                paper.spec.title + (f" ({paper.symbol})" if paper.symbol else ""),
                SECRECY_VI[paper.secrecy],
                URGENCY_VI[paper.urgency],
                state,
                paper.is_secret,
            )
        )
    return known


def _person(desk: Desk, person: Person, otherwise: str) -> KnownPerson:
    diary = desk.run.office.diaries[person.id]
    taken = diary.engagement_at(desk.now)
    doing = f"đang {taken.what}" if taken else otherwise
    return KnownPerson(person.name, _post(person), doing, _ahead(diary.engagements, desk.now))


def _post(person: Person) -> str:
    return person.post or ROLE_VI[person.role]


def _answer(desk: Desk, person: Person, event: Event | None) -> str:
    if event is None:
        return "Chưa hỏi"
    answer = _ASKED[event.kind].format(
        at=format_moment(event.at), meeting=Wording(desk.case.world).meeting
    )
    office = desk.run.office
    taken = office.diaries[person.id].engagement_at(office.meeting.start)
    if event.kind is EventKind.PERSON_DECLINED and taken is not None and not taken.movable:
        return f"{answer}: {taken.what}"
    return answer


def _ahead(engagements: Iterable[Engagement], now: datetime) -> tuple[str, ...]:
    ahead = sorted((one for one in engagements if one.end > now), key=lambda one: one.start)
    return tuple(f"{_span(one)}: {one.what}" for one in ahead if one.what)


def _span(one: Engagement) -> str:
    """From when until when, the day said once if it is one day: "13:30–17:00 Thứ Ba 21/7"."""
    if one.start.date() == one.end.date():
        return f"{one.start:%H:%M}–{format_moment(one.end)}"
    return f"{format_moment(one.start)} – {format_moment(one.end)}"
