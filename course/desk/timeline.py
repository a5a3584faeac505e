"""The run as bars and marks: who worked on what from when to when, and what came in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from course.desk.desk import Desk
from course.desk.standing import Stage
from course.look import Html, table
from office_sim.calendar import format_moment
from office_sim.log import EventKind
from office_sim.sentences import Sentences
from office_sim.spans import format_span
from office_sim.wording import Wording

MarkKind = Literal["Tình tiết", "Hậu quả", "Hội nghị"]
_MARKS: dict[EventKind, MarkKind] = {
    EventKind.INJECT_RAISED: "Tình tiết",
    EventKind.CONSEQUENCE: "Hậu quả",
    EventKind.PAPER_LEAKED: "Hậu quả",
    EventKind.MEETING_OPENED: "Hội nghị",
    EventKind.MEETING_FAILED: "Hội nghị",
    EventKind.MEETING_CLOSED: "Hội nghị",
}


@dataclass(frozen=True)
class Bar:
    """An order that was worked on; `end` is the office's time while it runs, `who` has the post."""

    who: str
    name: str
    task: str
    start: datetime
    end: datetime
    running: bool


@dataclass(frozen=True)
class Mark:
    """Something that came in."""

    at: datetime
    kind: MarkKind
    text: str


def bars(desk: Desk) -> list[Bar]:
    """The orders begun so far, by their start."""
    words, standings = Wording(desk.case.world), desk.standings()
    found = []
    for order in desk.orders:
        standing = standings[order.id]
        if standing.start is not None:
            end = standing.end or desk.now
            running = standing.stage is Stage.AT_WORK
            person = desk.case.world.person(order.who)
            name = person.name if person else ""
            task = words.task(order.task)
            found.append(Bar(words.person(order.who), name, task, standing.start, end, running))
    return sorted(found, key=lambda bar: bar.start)


def marks(desk: Desk) -> list[Mark]:
    """Injects, consequences and the meeting's own moments so far."""
    says = Sentences(desk.case.world)
    found = []
    for event in desk.run.log:
        if kind := _MARKS.get(event.kind):
            happening = says.happening(event)
            told = happening.title if happening and happening.title else says.of(event)
            found.append(Mark(event.at, kind, told))
    return found


def in_words(desk: Desk) -> Html:
    """The same as text: the work of each person in a table."""
    rows = []
    for bar in sorted(bars(desk), key=lambda one: (one.who, one.start)):
        end = "đang làm" if bar.running else f"{bar.end:%H:%M}"
        rows.append(
            (bar.who, bar.task, format_moment(bar.start), end, format_span(bar.end - bar.start))
        )
    if not rows:
        return Html('<p class="vp vp-desk-hint">Chưa ai bắt tay vào việc nào.</p>')
    return table(("Ai", "Việc", "Từ", "Tới", "Trong"), rows, caption="Ai làm gì, lúc nào")
