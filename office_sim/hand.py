"""The trainer's hand in a run: injects fired, skipped or put off, at moments of office time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import simpy

from office_sim.log import EventKind

if TYPE_CHECKING:
    from office_sim.office import Office


class HandKind(StrEnum):
    """What the trainer does with an inject."""

    FIRE = "fire"
    SKIP = "skip"
    DELAY = "delay"


class Touch(NamedTuple):
    """One thing the trainer does: from the office's minute `at` on; `span` says how long a delay.

    It comes after everything else of that minute, so that what was seen up to it stays as it was.
    """

    kind: HandKind
    inject: str
    at: datetime
    span: timedelta = timedelta()


@dataclass
class _Course:
    """How one inject stands. Changed by the touches and by raising it."""

    raised: bool = False
    skipped: bool = False
    delay: timedelta = timedelta()


@dataclass
class Hand:
    """The injects that the trainer touches; the others take their own course.

    However often it is touched, an inject comes once or not at all.
    """

    courses: dict[str, _Course] = field(default_factory=dict)

    @classmethod
    def of(cls, touches: Iterable[Touch]) -> Hand:
        """The hand that makes these touches, nothing of them done yet."""
        return cls({touch.inject: _Course() for touch in touches})

    def hold_back(self, office: Office, inject: str) -> Generator[simpy.Event, object, None]:
        """Wait as long as the inject is put off; it may be put off once more meanwhile."""
        course, waited = self.courses.get(inject), timedelta()
        while course is not None and course.delay > waited and not course.raised:
            rest = course.delay - waited
            waited = course.delay
            yield office.after(rest)

    def may_raise(self, inject: str) -> bool:
        """Whether the inject may come now; asking this counts as its coming."""
        course = self.courses.get(inject)
        if course is None:
            return True
        if course.raised or course.skipped:
            return False
        course.raised = True
        return True

    def touch(
        self, office: Office, touch: Touch, fire: Callable[[], None]
    ) -> Generator[simpy.Event, object, None]:
        """The process of one touch; `fire` raises the inject."""
        yield office.env.at_the_end_of(touch.at)
        course = self.courses[touch.inject]
        if course.raised or course.skipped:
            return
        if touch.kind is HandKind.FIRE:
            fire()
        elif touch.kind is HandKind.SKIP:
            course.skipped = True
            office.emit(EventKind.INJECT_SKIPPED, "", touch.inject)
        else:
            course.delay += touch.span
            minutes = int(touch.span.total_seconds() // 60)
            office.emit(EventKind.INJECT_DELAYED, "", touch.inject, {"minutes": minutes})
