"""How sturdy a plan is: the same work played in many worlds with seeded misfortunes."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from office_sim.disturbances import disturb
from office_sim.log import EventKind
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.colleagues import completed
from scenarios.play import ReadyWork
from scenarios.work import Work

ON_TIME = timedelta(minutes=15)
RUNS = 500

CAUSE_VI = {
    "quorum": "không đủ số người dự họp",
    "room": "tới giờ chưa có phòng họp",
    "equipment": "thiết bị trong phòng hỏng",
    "waiting": "người dự tới muộn, phải chờ cho đủ",
    "decision": "còn tình tiết chưa quyết định",
    "missed_visits": "có gia đình chờ mà không ai đến",
    "late_visits": "nhiều gia đình phải chờ quá giờ hẹn",
    "no_leader": "có đoàn đi mà không có lãnh đạo",
    "undone": "có việc đã giao mà không làm được",
}
VISITS_DUE = 90
"""Of a hundred visits due, how many must be made on time and with a leader."""


def goal_vi(case: Case) -> str:
    """What a run must reach to count as a good one, in Vietnamese."""
    if case.world.meeting is None:
        return "Mọi việc đã giao đều xong"
    if case.world.visits is None:
        return "Khai mạc đúng giờ, đủ người"
    return "Dâng hương đúng giờ, thăm đúng hẹn, có lãnh đạo cùng đi"


@dataclass(frozen=True)
class Sturdiness:
    """What came of the runs. `causes` are counted over the runs that were no good ones."""

    runs: int
    on_time: int
    causes: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """Share of the runs that reached what `goal_vi` says (0 to 1)."""
        return self.on_time / self.runs if self.runs else 0.0


def sturdiness_by_steps(case: Case, work: Work, runs: int = RUNS) -> Iterator[Sturdiness]:
    """Play the work in `runs` disturbed worlds; after each one, what came of all so far."""
    causes: Counter[str] = Counter()
    on_time, ready = 0, ReadyWork.of(case.world, completed(case, work))
    for number in range(runs):
        cause = cause_on_bad_day(case, ready, number)
        if cause is None:
            on_time += 1
        else:
            causes[cause] += 1
        yield Sturdiness(number + 1, on_time, tuple(causes.most_common(3)))


def cause_on_bad_day(case: Case, work: ReadyWork, number: int) -> str | None:
    """Why the work failed on the bad day of this number, None if it did not; see `CAUSE_VI`.

    Nearly all of a run goes as soon as it is dropped, and so it is before Python's collector may
    look again: looking for garbage in the midst of runs took a sixth of the time.
    """
    with _collector_resting():
        return cause_of_delay(work.play_in(disturb(case.world, f"{case.variant.id}/{number}")))


@contextmanager
def _collector_resting() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def measure_sturdiness(
    case: Case,
    work: Work,
    runs: int = RUNS,
    progress: Callable[[int], None] | None = None,
) -> Sturdiness:
    """Play the work in `runs` disturbed worlds; `progress` hears how many are done."""
    found = Sturdiness(0, 0, ())
    for found in sturdiness_by_steps(case, work, runs):
        if progress is not None:
            progress(found.runs)
    return found


def cause_of_delay(run: Run) -> str | None:
    """Why the meeting (or the visits after it) went wrong, None if not; a key of CAUSE_VI."""
    if not run.office.has_meeting:
        return _undone(run)
    meeting = run.office.meeting
    if meeting.opened is not None and meeting.opened - meeting.start <= ON_TIME:
        return next(_visit_causes(run), None)
    return next(_causes(run))


def _visit_causes(run: Run) -> Iterator[str]:
    """Why the day of the visits was no good one; nothing for a world without visits."""
    if run.office.visit_day is None:
        return
    closed = run.office.events(EventKind.VISIT_DAY_CLOSED)
    if not closed:
        yield "decision" if run.waiting is not None else "missed_visits"
        return
    for key, cause in (
        ("made_percent", "missed_visits"),
        ("on_time_percent", "late_visits"),
        ("leader_percent", "no_leader"),
    ):
        if int(str(closed[-1].detail[key])) < VISITS_DUE:
            yield cause


def _undone(run: Run) -> str | None:
    """Why a run without a meeting was no good one: an open decision, an order that failed."""
    if run.waiting is not None:
        return "decision"
    kinds = (EventKind.ORDER_BLOCKED, EventKind.ORDER_REFUSED)
    return "undone" if any(run.office.events(kind) for kind in kinds) else None


def _causes(run: Run) -> Iterator[str]:
    office = run.office
    if run.waiting is not None and office.meeting.opened is None:
        yield "decision"
    if office.events(EventKind.MEETING_FAILED):
        yield "quorum"
    room = office.rooms.get(office.meeting.room)
    if room is None:
        yield "room"
    elif room.broken:
        yield "equipment"
    yield "waiting"
