"""The run as bars, steps and marks: people at work, rooms taken, papers on their way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from course.desk.paper_register import steps_of
from course.desk.standing import Stage
from course.desk.view import View
from course.look import Html, join, table
from office_sim.calendar import format_moment
from office_sim.log import EventKind
from office_sim.sentences import Sentences
from office_sim.spans import format_span
from office_sim.vocabulary import PAPER_STATE_VI
from office_sim.wording import Wording

Group = Literal["Người", "Phòng", "Văn bản"]
MarkKind = Literal["Tình tiết", "Hậu quả", "Mốc"]
_MARKS: dict[EventKind, MarkKind] = {
    EventKind.INJECT_RAISED: "Tình tiết",
    EventKind.CONSEQUENCE: "Hậu quả",
    EventKind.PAPER_LEAKED: "Hậu quả",
    EventKind.MEETING_OPENED: "Mốc",
    EventKind.MEETING_FAILED: "Mốc",
    EventKind.MEETING_CLOSED: "Mốc",
    EventKind.DELEGATION_LEFT: "Mốc",
    EventKind.DELEGATION_BACK: "Mốc",
}


@dataclass(frozen=True)
class Bar:
    """A person at a task, or a room that is taken, from `start` to `end`.

    `name` is the row that it stands in, `who` the same with the post, `end` the office's time
    while it goes on.
    """

    who: str
    name: str
    task: str
    start: datetime
    end: datetime
    running: bool
    group: Group = "Người"


@dataclass(frozen=True)
class Step:
    """A step of a paper on its way; `name` is the row."""

    name: str
    text: str
    at: datetime


@dataclass(frozen=True)
class Mark:
    """Something that came in."""

    at: datetime
    kind: MarkKind
    text: str


def bars(view: View) -> list[Bar]:
    """The orders begun so far, by their start."""
    words, standings = Wording(view.case.world), view.standings()
    found = []
    for order in view.orders:
        standing = standings[order.id]
        if standing.start is not None:
            end = standing.end or view.now
            running = standing.stage is Stage.AT_WORK
            person = view.case.world.person(order.who)
            name = person.name if person else ""
            task = words.task(order.task)
            found.append(Bar(words.person(order.who), name, task, standing.start, end, running))
    return sorted(found, key=lambda bar: bar.start)


def room_bars(view: View) -> list[Bar]:
    """The times at which rooms were taken so far, by their start."""
    found = [
        Bar(
            room.spec.title,
            room.spec.title,
            one.what,
            one.start,
            min(one.end, view.now),
            one.end > view.now,
            "Phòng",
        )
        for room in view.run.office.rooms.values()
        for one in room.diary.engagements
        if view.case.world.start <= one.end and one.start < view.now
    ]
    return sorted(found, key=lambda bar: bar.start)


def paper_steps(view: View) -> list[Step]:
    """The steps that papers have been through so far, by time."""
    words = Wording(view.case.world)
    found = [
        Step(words.paper(paper.spec.id), PAPER_STATE_VI[state], at)
        for paper in view.run.office.papers.values()
        for state, at in paper.reached.items()
    ]
    return sorted(found, key=lambda step: step.at)


def marks(view: View) -> list[Mark]:
    """Injects, consequences and turning points so far."""
    says = Sentences(view.case.world)
    found = []
    for event in view.run.log:
        if kind := _MARKS.get(event.kind):
            happening = says.happening(event)
            told = happening.title if happening and happening.title else says.of(event)
            found.append(Mark(event.at, kind, told))
    return found


def in_words(view: View) -> Html:
    """The same as text: the work of each person, the rooms and the papers, in tables."""
    worked = bars(view)
    if not worked:
        return Html('<p class="vp vp-desk-hint">Chưa ai bắt tay vào việc nào.</p>')
    return join(
        _bars_in_words(worked, ("Ai", "Việc"), "Ai làm gì, lúc nào"),
        _bars_in_words(room_bars(view), ("Phòng", "Có việc"), "Phòng họp có việc lúc nào"),
        _papers_in_words(view),
    )


def _bars_in_words(found: list[Bar], headings: tuple[str, str], caption: str) -> Html:
    rows = []
    for bar in sorted(found, key=lambda one: (one.who, one.start)):
        end = ("đang làm" if bar.group == "Người" else "đang dùng") if bar.running else _end(bar)
        span = format_span(bar.end - bar.start)
        rows.append((bar.who, bar.task, format_moment(bar.start), end, span))
    return table((*headings, "Từ", "Tới", "Trong"), rows, caption=caption) if rows else Html("")


def _end(bar: Bar) -> str:
    return f"{bar.end:%H:%M}" if bar.end.date() == bar.start.date() else format_moment(bar.end)


def _papers_in_words(view: View) -> Html:
    words = Wording(view.case.world)
    rows = [
        (words.paper(paper.spec.id), "; ".join(steps_of(paper)))
        for paper in view.run.office.papers.values()
        if paper.reached
    ]
    caption = "Văn bản đã qua các bước nào"
    return table(("Văn bản", "Các bước"), rows, caption=caption) if rows else Html("")
