"""A clock for a class: the office's time goes on by itself, so many minutes of class an hour.

It moves the desk as the button does, and stands still where a decision is asked for; whatever
happens to the page, the work holds how far the office was watched.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from course.desk.desk import Desk
from scenarios.hand_file import DEFAULT_PACE


class ClassClock:
    """`pace` is minutes of class for one hour of the case; `seconds` gives the real time."""

    def __init__(self, desk: Desk, seconds: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._seconds = seconds
        self.pace = DEFAULT_PACE
        self.is_running = False
        self._from: tuple[float, datetime] = (seconds(), desk.now)
        self._seen = desk.now

    def start(self, pace: float) -> None:
        """Go on from where the desk stands; a clock that runs already goes on at this pace."""
        self.pace, self.is_running = pace, True
        self._again()

    def pause(self) -> None:
        """Stand still; the desk can still be moved by its buttons."""
        self.is_running = False

    def tick(self) -> bool:
        """Move the desk to where it should be by now; whether it moved. Raises DeskError."""
        desk = self._desk
        if not self.is_running:
            return False
        if desk.is_finished:
            self.pause()
            return False
        if desk.waiting is not None or desk.now != self._seen:
            self._again()  # a decision is open, or somebody moved the desk: count from there
            return False
        real, office = self._from
        hours = (self._seconds() - real) / 60 / self.pace
        target = office + timedelta(minutes=int(hours * 60))
        if target <= desk.now:
            return False
        desk.advance_to(target)
        self._seen = desk.now
        if desk.waiting is not None:
            self._again()
        return True

    def _again(self) -> None:
        self._from = (self._seconds(), self._desk.now)
        self._seen = self._desk.now
