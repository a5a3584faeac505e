"""Happenings: what the world does by itself, at a time or when something else happens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from office_sim.log import EventKind
from office_sim.patterns import Pattern
from office_sim.spans import Span, parse_span


class Anchor(StrEnum):
    """A moment that times in a case are counted from.

    `next_day` is the beginning of the first working day after the meeting; in a case without a
    meeting, after the day on which it starts.
    """

    START = "start"
    MEETING = "meeting"
    MEETING_END = "meeting_end"
    NEXT_DAY = "next_day"


WITHOUT_MEETING = (Anchor.START, Anchor.NEXT_DAY)
"""The anchors that stand in a case without a meeting."""


@dataclass(frozen=True, slots=True)
class AnchoredTime:
    """A time counted from an anchor: "start+20m", "meeting-1h30m", "meeting-4d+2h"."""

    anchor: Anchor
    offset: timedelta

    @classmethod
    def parse(cls, text: str) -> AnchoredTime:
        """The time written in a case. Raises ValueError with the mend if it cannot be read."""
        name, *steps = re.split(r"(?=[+-])", text)
        offset = timedelta()
        for step in steps:
            span = parse_span(step[1:])
            offset += span if step[0] == "+" else -span
        return cls(anchor=_anchor(name), offset=offset)

    def moment(self, anchors: Mapping[Anchor, datetime]) -> datetime:
        """The moment, given where the anchors stand."""
        return anchors[self.anchor] + self.offset


def _readable(text: str) -> str:
    AnchoredTime.parse(text)
    return text


TimeText = Annotated[str, AfterValidator(_readable)]
"""An anchored time as it is written in a file; one that cannot be read is a mistake."""


class EffectKind(StrEnum):
    """What an effect does to the world; each is carried out in `office_sim/effects.py`."""

    EMIT = "emit"
    OCCUPY = "occupy"
    AWAY = "away"
    MAKE_SECRET = "make_secret"
    TAKE_ROOM = "take_room"
    BOOK_ROOM = "book_room"
    BREAK = "break"
    BREAK_SYSTEM = "break_system"
    USE_SYSTEM = "use_system"
    REPAIR = "repair"
    MOVE_MEETING = "move_meeting"
    REACH = "reach"
    RELEASE = "release"
    SKIP_VISIT = "skip_visit"
    VISIT_APART = "visit_apart"
    REPLACE_LEADER = "replace_leader"
    CLOSE_ROAD = "close_road"
    DELAY_VISITS = "delay_visits"
    DROP_VISITS = "drop_visits"


class Effect(BaseModel):
    """One change of the world.

    `target` is a person, paper, room, meeting, family, road or system; `emit` uses `event` and
    `detail`; `paper` is what is put on a system; `span` says how long; `text` is what people at
    the desk read in the log.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: EffectKind
    target: str = ""
    event: EventKind = EventKind.CONSEQUENCE
    by: str = ""
    text: str = ""
    span: Span = timedelta()
    level: str = ""
    paper: str = ""
    detail: Mapping[str, str | int | bool] = {}


class Choice(BaseModel):
    """One way to decide at an inject."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    reply: str = ""
    effects: tuple[Effect, ...] = ()


class Happening(BaseModel):
    """Something that the world does; with choices it is an inject that asks for a decision.

    It comes at the time `at`, or `after` the first event that fits `on`; only if nothing fits
    `unless` by then, and something fits each of `given`. `by` is who calls or writes;
    `settled_by` is a colleague who decides in the learner's place, "" if none does.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str = ""
    text: str = ""
    by: str = ""
    at: TimeText | None = None
    on: Pattern | None = None
    after: Span = timedelta()
    given: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    effects: tuple[Effect, ...] = ()
    choices: tuple[Choice, ...] = ()
    points: Annotated[tuple[str, ...], Field(alias="coverage")] = ()
    settled_by: str = ""

    @property
    def is_inject(self) -> bool:
        """True when the learner must decide."""
        return bool(self.choices)

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, None if there is none."""
        for choice in self.choices:
            if choice.id == choice_id:
                return choice
        return None


def _anchor(name: str) -> Anchor:
    try:
        return Anchor(name.strip())
    except ValueError:
        known = ", ".join(anchor.value for anchor in Anchor)
        raise ValueError(f"“{name}” không phải mốc thời gian; dùng: {known}") from None
