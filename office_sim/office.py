"""The office during a run: the clock, the state of people, papers, rooms, and the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import simpy

from office_sim.clock import Clock
from office_sim.happenings import WITHOUT_MEETING, Anchor, AnchoredTime, Happening
from office_sim.log import Detail, Event, EventKind, Log
from office_sim.meetings import Meeting
from office_sim.orders import Fact
from office_sim.papers import Paper, PaperState
from office_sim.patterns import Pattern
from office_sim.people import Diary
from office_sim.registers import Register
from office_sim.rooms import Room
from office_sim.systems import System
from office_sim.visit_plan import VisitPlan
from office_sim.visit_state import VisitDay
from office_sim.world import World

_PAPER_STATES = {EventKind(state.value): state for state in PaperState}


class Office:
    """A world in motion.

    `plan` is what the learner's tables say of the visits; None: nothing is written in them.
    """

    def __init__(self, world: World, plan: VisitPlan | None = None) -> None:
        self.world = world
        self.env = Clock(world.start)
        self.after, self.until = self.env.after, self.env.until
        """Events that come after a span, or at a moment."""
        self.log = Log()
        self.events = self.log.of_kind
        """The events of one kind so far."""
        self.calendar = world.calendar
        self.people = {person.id: person for person in world.people}
        self.diaries = {person.id: Diary(list(person.diary)) for person in world.people}
        self.desks = {
            person.id: simpy.Resource(self.env) for person in world.people if person.staff
        }
        self.papers = {spec.id: Paper.from_spec(spec) for spec in world.papers}
        self.rooms = {spec.id: Room.from_spec(spec) for spec in world.rooms}
        self.systems = {spec.id: System(spec, world.start) for spec in world.systems}
        self.over: set[tuple[str, str, str]] = set()
        self.register = Register(world.last_numbers)
        self._meeting = Meeting(world.meeting, world.meeting.start) if world.meeting else None
        self.visit_day = (
            VisitDay.planned(world.visits, plan or VisitPlan(world.visits, {}))
            if world.visits is not None
            else None
        )
        self.waiting: list[Happening] = []
        self._facts: dict[EventKind, dict[str, simpy.Event]] = {}
        self._watched: dict[EventKind, list[tuple[Pattern, simpy.Event]]] = {}

    @property
    def has_meeting(self) -> bool:
        """Whether a meeting is held at all."""
        return self._meeting is not None

    @property
    def meeting(self) -> Meeting:
        """The meeting of the world; ask `has_meeting` first. Raises LookupError without one."""
        if self._meeting is None:
            raise LookupError("tình huống này không có hội nghị")
        return self._meeting

    @property
    def now(self) -> datetime:
        """The office's time; the real clock plays no part. It moves while the office works."""
        return self.env.time

    def work(self, stop: datetime) -> None:
        """Let everything happen up to `stop`, or to an inject without a decision."""
        self.env.run_to(stop, self.waiting)

    def emit(
        self,
        kind: EventKind,
        actor: str = "",
        subject: str = "",
        detail: dict[str, Detail] | None = None,
    ) -> Event:
        """Write to the log, move the paper concerned to its state, and wake who waits for it.

        The detail goes into the log as it is: it must be nobody else's.
        """
        if detail is None:
            detail = {}
        if kind in _PAPER_STATES and subject in self.papers:
            self._move_paper(self.papers[subject], _PAPER_STATES[kind], detail)
        event = self.log.write(self.env.time, kind, actor, subject, detail)
        if kind in self._facts and (awaited := self._facts[kind].pop(subject, None)) is not None:
            awaited.succeed(event)
        if kind in self._watched:
            self._wake_watchers(event)
        return event

    def has_happened(self, pattern: Pattern) -> bool:
        """Whether an event that fits is in the log."""
        return any(map(pattern.matches, self.events(pattern.kind)))

    def fact(self, fact: Fact) -> simpy.Event | None:
        """An event that comes when the fact is there; None if it is there already."""
        kind, subject = fact
        for event in self.events(kind):
            if event.subject == subject:
                return None
        awaited = self._facts.setdefault(kind, {})
        if subject not in awaited:
            awaited[subject] = self.env.event()
        return awaited[subject]

    def first(self, pattern: Pattern) -> simpy.Event:
        """An event that comes with the next log event that fits the pattern."""
        awaited = self.env.event()
        self._watched.setdefault(pattern.kind, []).append((pattern, awaited))
        return awaited

    def anchors(self) -> dict[Anchor, datetime]:
        """Where the anchors of the case's times stand now; without a meeting only some stand."""
        known = Anchor if self.has_meeting else WITHOUT_MEETING
        return {anchor: _ANCHORS[anchor](self) for anchor in known}

    def moment(self, time: AnchoredTime) -> datetime:
        """The moment of an anchored time, as its anchor stands now."""
        return _ANCHORS[time.anchor](self) + time.offset

    def move_meeting(self, start: datetime) -> None:
        """Set a later hour for the meeting; one that has begun stays where it is.

        Who waits for the meeting looks again when its old hour has come, so it can be put off
        but not brought forward. What it has booked goes with it. Raises ValueError for an
        earlier hour.
        """
        meeting = self.meeting
        if start < meeting.start:
            raise ValueError("giờ họp chỉ có thể lùi lại")
        if meeting.opened is not None:
            return
        meeting.start = start
        for room in self.rooms.values():
            room.diary.move(meeting.spec.title, start, meeting.end)

    def reach(self, person_id: str) -> None:
        """The person has now heard of the meeting; the first time counts."""
        self.meeting.reached.setdefault(person_id, self.env.time)

    def _move_paper(self, paper: Paper, state: PaperState, detail: dict[str, Detail]) -> None:
        paper.reach(state, self.env.time)
        if state is PaperState.REGISTERED and not paper.symbol:
            paper.symbol = self.register.register(paper.spec.id, paper.spec.kind, self.now)
            detail["symbol"] = paper.symbol

    def _wake_watchers(self, event: Event) -> None:
        watched = self._watched[event.kind]
        woken = [one for one in watched if one[0].matches(event)]
        if woken:
            self._watched[event.kind] = [one for one in watched if one not in woken]
            for _, awaited in woken:
                awaited.succeed(event)


def _next_day(office: Office) -> datetime:
    day = office.meeting.start if office.has_meeting else office.world.start
    return office.calendar.first_hour_after(day.date())


_ANCHORS: dict[Anchor, Callable[[Office], datetime]] = {
    Anchor.START: lambda office: office.world.start,
    Anchor.MEETING: lambda office: office.meeting.start,
    Anchor.MEETING_END: lambda office: office.meeting.end,
    Anchor.NEXT_DAY: _next_day,
}
