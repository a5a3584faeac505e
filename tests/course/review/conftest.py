"""Records made by hand, a workspace, and a person at the forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from course.progress import Progress
from course.progress_events import Event, EventKind, History
from course.review.plan import PLACE

DAY = date(2026, 11, 2)
_numbers = count()


def answered(question: str, day: date, score: float, *, lesson: str = PLACE) -> Event:
    """An answer in the morning of a day; later ones of a day come later."""
    number = next(_numbers)
    at = datetime.combine(day, time(7)) + timedelta(seconds=number % 7200)
    return Event(
        id=f"event-{number:06}",
        at=at,
        kind=EventKind.ANSWER,
        lesson=lesson,
        question=question,
        score=score,
    )


def record(*events: Event) -> History:
    """A record with these events."""
    history = History(learner="nguoi-hoc-1")
    for event in events:
        history = history.with_event(event)
    return history


class Clock:
    """A clock that goes on by a second each time it is read, and can be put on by days."""

    def __init__(self, day: date = DAY) -> None:
        self.now = datetime.combine(day, time(7))

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def sleep(self, days: int) -> None:
        """Go to seven o'clock so many days later."""
        self.now = datetime.combine(self.now.date() + timedelta(days=days), time(7))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def own(tmp_path: Path, clock: Clock) -> Progress:
    """The progress of a learner who begins."""
    return Progress(tmp_path / "tien_do.json", clock)


def within(widget: Any) -> list[Any]:
    """The widget and everything in it that can be seen."""
    if getattr(getattr(widget, "layout", None), "display", None) == "none":
        return []
    below = [deep for child in getattr(widget, "children", ()) for deep in within(child)]
    return [widget, *below]


def read(widget: Any) -> str:
    """All words that can be seen."""
    return " ".join(one.value for one in within(widget) if isinstance(one, widgets.HTML))


def press(widget: Any, label: str) -> None:
    """Press the button whose words begin so."""
    for one in within(widget):
        if isinstance(one, widgets.Button) and one.description.startswith(label):
            one.click()
            return
    raise AssertionError(f"no button “{label}”")


Answer = Callable[[Any], None]
