"""A clock for a class: the office's time goes on by itself, so many minutes of class an hour.

It moves the desk as the button does, and stands still where a decision is asked for; whatever
happens to the page, the work holds how far the office was watched. Nights, weekends and noons in
which nothing happens pass in seconds, so that no class waits for the morning.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from course.desk.desk import Desk
from scenarios.hand_file import DEFAULT_PACE
from scenarios.play import play

HOUR = timedelta(hours=1)
QUIET_HOUR = 1.0
"""Seconds of class for an hour outside working time in which nothing happens."""
LEAD = timedelta(minutes=30)
"""How long before the next thing that happens the clock is back at its usual pace."""


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

    @property
    def is_hurrying(self) -> bool:
        """Whether it passes quickly over time in which nothing happens."""
        return self.is_running and self._desk.waiting is None and self._stretch(self._desk.now)[1]

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
        target = self._after(office, self._seconds() - real)
        if target <= desk.now:
            return False
        desk.advance_to(target)
        self._seen = desk.now
        if desk.waiting is not None:
            self._again()
        return True

    def _after(self, office: datetime, seconds: float) -> datetime:
        """Where the clock stands so many seconds after it stood at `office`, in whole minutes."""
        at = office
        while at < self._desk.case.world.end:
            change, is_quiet = self._stretch(at)
            an_hour = min(QUIET_HOUR, self.pace * 60) if is_quiet else self.pace * 60
            needed = (change - at) / HOUR * an_hour
            if seconds < needed:
                return at + timedelta(minutes=int(seconds / an_hour * 60))
            seconds -= needed
            at = change
        return at

    def _stretch(self, at: datetime) -> tuple[datetime, bool]:
        """Until when the clock keeps the pace that it has at this moment; whether it hurries."""
        calendar = self._desk.case.world.calendar
        opening = calendar.next_working(at)
        if opening == at:
            return next(end for start, end in calendar.sessions(at.date()) if at < end), False
        coming = self._next_event(at, opening)
        if coming is None:
            return opening, True
        quiet_until = coming - LEAD
        return (quiet_until, True) if quiet_until > at else (coming, False)

    def _next_event(self, at: datetime, before: datetime) -> datetime | None:
        """When something happens next, as the work stands; None: nothing before that moment."""
        ahead = play(self._desk.case, self._desk.work, until=before)
        return next((event.at for event in ahead.log if at < event.at < before), None)

    def _again(self) -> None:
        self._from = (self._seconds(), self._desk.now)
        self._seen = self._desk.now
