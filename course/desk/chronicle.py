"""What happened, as lines to read: sentences with their time, grouped and toned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

from course.look import Html, text
from office_sim.calendar import WEEKDAYS_VI
from office_sim.log import Event, EventKind
from office_sim.sentences import GROUPED_KINDS, Sentences

Tone = Literal["plain", "inject", "decision", "consequence", "setback", "turn"]

_TONES: dict[EventKind, Tone] = {
    EventKind.INJECT_RAISED: "inject",
    EventKind.DECISION_MADE: "decision",
    EventKind.CONSEQUENCE: "consequence",
    EventKind.PAPER_LEAKED: "consequence",
    EventKind.MEETING_FAILED: "consequence",
    EventKind.ORDER_REFUSED: "setback",
    EventKind.ORDER_BLOCKED: "setback",
    EventKind.ROOM_REFUSED: "setback",
    EventKind.ROOM_LOST: "setback",
    EventKind.PERSON_NOT_REACHED: "setback",
    EventKind.EQUIPMENT_FAILED: "setback",
    EventKind.MEETING_OPENED: "turn",
    EventKind.MEETING_CLOSED: "turn",
    EventKind.MEETING_MOVED: "turn",
}
# The colour only repeats what this word says; a decision says it by itself.
TONE_VI: dict[Tone, str] = {
    "plain": "",
    "inject": "Tình tiết",
    "decision": "",
    "consequence": "Hậu quả",
    "setback": "Vướng",
    "turn": "Mốc",
}


@dataclass(frozen=True)
class Line:
    """One line of the chronicle."""

    at: datetime
    text: str
    tone: Tone


def lines(events: Iterable[Event], says: Sentences) -> list[Line]:
    """The events as lines, in order; many of a kind in one minute become one line."""
    told: list[Line] = []
    rows = list(events)
    for _, minute in groupby(rows, key=lambda event: event.at):
        told += _minute(list(minute), says)
    return told


def _minute(events: Sequence[Event], says: Sentences) -> list[Line]:
    finished = {(event.actor, event.detail.get("task")) for event in events if _is_result(event)}
    told, seen = [], set()
    for event in events:
        done = event.kind is EventKind.ORDER_DONE
        if done and (event.actor, event.detail.get("task")) in finished:
            continue  # the result itself is told
        together = [event]
        if event.kind in GROUPED_KINDS and "text" not in event.detail:
            if event.kind in seen:
                continue
            seen.add(event.kind)
            together = [
                one for one in events if one.kind is event.kind and "text" not in one.detail
            ]
        told.append(Line(event.at, says.together(together), _TONES.get(event.kind, "plain")))
    return told


def _is_result(event: Event) -> bool:
    return "role" in event.detail


def as_html(told: Sequence[Line]) -> Html:
    """The lines as a list, a heading before each day."""
    days = []
    for day, of_day in groupby(told, key=lambda line: line.at.date()):
        heading = f"{WEEKDAYS_VI[day.weekday()]} {day.day}/{day.month}"
        rows = "".join(_row(line) for line in of_day)
        days.append(f'<p class="vp-desk-day">{heading}</p><ol class="vp-desk-log">{rows}</ol>')
    return Html(f'<div class="vp">{"".join(days)}</div>')


def _row(line: Line) -> str:
    word = TONE_VI[line.tone]
    label = f'<strong class="vp-desk-tone">{word}</strong> ' if word else ""
    return (
        f'<li class="vp-desk-line vp-desk-is-{line.tone}">'
        f'<span class="vp-desk-time">{line.at:%H:%M}</span>'
        f"<span>{label}{text(line.text)}</span></li>"
    )
