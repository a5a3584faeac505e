"""A week at the office: five people work through what comes, as a policy tells them."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

import simpy

from office_sim.calendar import WorkCalendar
from office_sim.week_hours import Absence, Hours
from office_sim.week_kinds import HANDOVER_MINUTES, STAFF, Handling, Piece
from office_sim.week_outcome import Outcome, WeekResult
from office_sim.week_policy import Line, Policy

_EVENING = time(16, 0)
"""Hours go on into the evening only after a session that ends later than this."""
_LATEST = time(21, 0)
_Steps = Generator[simpy.Event, object, None]


def run_week(
    pieces: Sequence[Piece],
    policy: Policy,
    calendar: WorkCalendar,
    away: Sequence[Absence] = (),
) -> WeekResult:
    """What became of every piece by the end of the week's last working day. Always the same.

    `away` says who is at a meeting or on a visit and so not at the desk.
    """
    return _Week(pieces, policy, calendar, away).run()


@dataclass
class _Started:
    begun: datetime
    done: datetime | None = None


@dataclass
class _Week:
    pieces: Sequence[Piece]
    policy: Policy
    calendar: WorkCalendar
    away: Sequence[Absence]
    open: list[tuple[Piece, Line]] = field(default_factory=list)
    started: dict[int, _Started] = field(default_factory=dict)
    overtime: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STAFF, 0))

    def __post_init__(self) -> None:
        self.env = simpy.Environment()
        self.begin = datetime.combine(self.pieces[0].arrived.date(), time())
        last = self.begin.date()
        for _ in range(4):
            last = self.calendar.add_working_days(last, 1)
        self.end = datetime.combine(last, time(23, 0))
        self.hours = {one: Hours(self.calendar, self.away, one) for one in STAFF}
        self.news = self.env.event()

    @property
    def now(self) -> datetime:
        return self.begin + timedelta(minutes=self.env.now)

    def run(self) -> WeekResult:
        self.env.process(self._post())
        for person in STAFF:
            self.env.process(self._desk(person))
        self.env.run(until=self._minutes(self.begin, self.end))
        return WeekResult(
            tuple(self._outcome(piece) for piece in self.pieces),
            tuple(self.overtime.items()),
            self.end,
        )

    def _outcome(self, piece: Piece) -> Outcome:
        line = self.policy.by_kind().get(piece.kind.id, Line())
        begun = self.started.get(piece.number)
        if begun is None:
            return Outcome(piece, line.how, line.who, None)
        return Outcome(piece, line.how, line.who, begun.done, begun.begun)

    def _post(self) -> _Steps:
        """Bring every piece when it comes, to those who are to take it up."""
        lines = self.policy.by_kind()
        for piece in self.pieces:
            yield self.env.timeout(self._minutes(self.now, piece.arrived))
            line = lines.get(piece.kind.id, Line())
            if line.is_taken_up:
                self.open.append((piece, line))
                self.news.succeed()
                self.news = self.env.event()

    def _desk(self, person: str) -> _Steps:
        """Take up the next piece, again and again."""
        while True:
            closing = self.hours[person].closing(self.now)
            late = closing is None
            found = self._next(person, closing)
            if found is not None:
                self.open.remove(found)
                yield from self._work(person, *found)
            elif late:
                yield self._until(self.hours[person].opening(self.now))
            else:
                assert closing is not None
                yield self.news | self._until(closing)

    def _next(self, person: str, closing: datetime | None) -> tuple[Piece, Line] | None:
        fits = [one for one in self.open if one[1].who == person]
        if closing is None:
            fits = [one for one in fits if self._may_stay(person, *one)]
        elif self._is_spare(person):
            fits = [one for one in fits if one[0].kind.is_urgent or one[0].due <= closing]
        return min(fits, key=lambda one: self.policy.place(*one), default=None)

    def _work(self, person: str, piece: Piece, line: Line) -> _Steps:
        begun = self.started[piece.number] = _Started(self.now)
        left = _length(piece, line)
        while left:
            closing = self.hours[person].closing(self.now)
            if closing is None and self._may_stay(person, piece, line, left):
                self.overtime[person] += left
                yield self.env.timeout(left)
                break
            if closing is None:
                yield self._until(self.hours[person].opening(self.now))
                continue
            step = min(left, self._minutes(self.now, closing))
            yield self.env.timeout(step)
            left -= step
        begun.done = self.now

    def _may_stay(self, person: str, piece: Piece, line: Line, left: int = 0) -> bool:
        """Whether the person stays in the evening for it: it is due on the next working day at the
        latest, and the hours allowed are not used up.
        """
        left = left or _length(piece, line)
        sessions = self.hours[person].sessions(self.now.date())
        if not sessions or self.now < sessions[-1][1] or sessions[-1][1].time() < _EVENING:
            return False
        if self.overtime[person] + left > self.policy.overtime_minutes:
            return False
        if self.now + timedelta(minutes=left) > datetime.combine(self.now.date(), _LATEST):
            return False
        return piece.due.date() <= self.calendar.add_working_days(self.now.date(), 1)

    def _is_spare(self, person: str) -> bool:
        """Whether the time kept for urgent work has begun: before the end of the day, and before
        the person leaves for a meeting or a visit.
        """
        leaving = self.hours[person].leaving(self.now)
        return self._minutes(self.now, leaving) <= self.policy.spare_minutes

    def _until(self, at: datetime) -> simpy.Event:
        return self.env.timeout(self._minutes(self.now, at))

    def _minutes(self, one: datetime, two: datetime) -> int:
        return round((two - one).total_seconds() / 60)


def _length(piece: Piece, line: Line) -> int:
    return piece.minutes if line.how is Handling.DO else HANDOVER_MINUTES
