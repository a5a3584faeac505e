"""The trainer's hand in a work: which injects are still ahead, and a touch added, never twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from office_sim.hand import HandKind
from office_sim.happenings import Happening
from office_sim.log import EventKind
from office_sim.simulation import Run
from scenarios.work import MAX_LINES, HandLine, Work

AT_THE_DESK = "ban"
"""How the ids of touches made at the desk itself begin."""


class HandError(Exception):
    """A touch can do nothing; the message is one Vietnamese sentence."""


def injects_ahead(run: Run) -> list[Happening]:
    """The injects that the learner may still meet: not raised, not skipped, not settled."""
    gone = {
        event.subject
        for kind in (EventKind.INJECT_RAISED, EventKind.INJECT_SKIPPED)
        for event in run.office.events(kind)
    }
    return [
        one
        for one in run.office.world.happenings
        if one.is_inject and not one.settled_by and one.id not in gone
    ]


def touched(run: Run, work: Work, kind: HandKind, inject: str, minutes: int = 0) -> Work:
    """The work with one more touch, made where the run stands; the same one twice counts once.

    Raises HandError if the inject has come, was skipped, or is none of the case's.
    """
    line = HandLine(
        id=f"{AT_THE_DESK}-{len(work.hand) + 1}",
        what=kind.value,
        inject=inject,
        at=run.now,
        minutes=minutes,
    )
    if any(_is_the_same(one, line) for one in work.hand):
        return work
    if inject not in {one.id for one in injects_ahead(run)}:
        raise HandError("Tình tiết này đã xảy ra, đã bỏ qua hoặc không có trong bài.")
    return _with(work, [line])


def taken(work: Work, lines: Iterable[HandLine], now: datetime) -> Work:
    """The work with the touches that it does not have yet; none counts before `now`.

    What the learners have already seen stays as it was.
    """
    known = {one.id for one in work.hand}
    fresh = [one for one in lines if one.id not in known]
    return _with(work, [one.model_copy(update={"at": max(one.at, now)}) for one in fresh])


def _with(work: Work, lines: list[HandLine]) -> Work:
    if not lines:
        return work
    if len(work.hand) + len(lines) > MAX_LINES:
        raise HandError(f"Đã có {MAX_LINES} lần can thiệp vào diễn biến; không thêm được nữa.")
    return work.model_copy(update={"hand": (*work.hand, *lines)})


def _is_the_same(one: HandLine, other: HandLine) -> bool:
    return one.model_copy(update={"id": ""}) == other.model_copy(update={"id": ""})
