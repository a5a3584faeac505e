"""The office's clock: SimPy with datetimes in place of its numbers."""

from __future__ import annotations

from collections.abc import Sized
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from typing import Any

import simpy
from simpy.events import NORMAL, ProcessGenerator

_LAST, _END = NORMAL + 1, NORMAL + 2
"""The order within one moment: after all that comes by itself, and after that too."""


class Moment(simpy.Event):
    """An event that comes at its moment: SimPy's Timeout, told when instead of how much later."""

    def __init__(self, clock: Clock, at: datetime, priority: int = NORMAL) -> None:
        self.env = clock
        self.callbacks = []
        self._ok, self._value = True, None
        heappush(clock._queue, (at, priority, next(clock._eid), self))  # type: ignore[misc]


class Clock(simpy.Environment):
    """SimPy's environment, in office time. The real clock plays no part.

    All that SimPy asks of time is that it can be compared and added to, so that it takes
    datetimes as well as numbers; nothing has to be turned into seconds and back.
    """

    def __init__(self, start: datetime) -> None:
        super().__init__(start)  # type: ignore[arg-type]
        self.time = start
        """The office's time. It moves while the clock runs."""

    @property
    def now(self) -> datetime:  # type: ignore[override]
        """The office's time, for what of SimPy asks."""
        return self.time

    # SimPy makes these two quick for its own class alone, not for one derived from it.
    def process(self, generator: ProcessGenerator) -> simpy.Process:
        """Set something going; what it yields is waited for."""
        return simpy.Process(self, generator)

    def event(self) -> simpy.Event:
        """An event that somebody will let succeed."""
        return simpy.Event(self)

    def schedule(self, event: simpy.Event, priority: int = NORMAL, delay: Any = None) -> None:
        """Let the event come now, or after the delay (a timedelta)."""
        at = self.time if delay is None else self.time + delay
        heappush(self._queue, (at, priority, next(self._eid), event))  # type: ignore[misc]

    def after(self, span: timedelta) -> simpy.Event:
        """An event that comes after the span."""
        return Moment(self, self.time + span)

    def until(self, moment: datetime) -> simpy.Event:
        """An event that comes at the moment, at once if it has passed."""
        return Moment(self, moment if moment > self.time else self.time)

    def at_the_end_of(self, moment: datetime) -> simpy.Event:
        """An event that comes at the moment, after all others of the same moment."""
        return Moment(self, max(moment, self.time), _LAST)

    def run_to(self, stop: datetime, halt: Sized) -> None:
        """Take one event after the other, up to `stop` or until `halt` is no longer empty.

        What happens at `stop` itself is in. This is SimPy's own loop (Environment.run and step)
        with the office's time kept beside it; nothing in the office lets an event fail unnoticed.
        """
        if stop < self.time:
            return
        queue, end = self._queue, Moment(self, stop, _END)
        while not halt:
            self.time, _, _, event = heappop(queue)  # type: ignore[assignment]
            if event is end:
                return
            callbacks = event.callbacks
            event.callbacks = None  # type: ignore[assignment]
            for callback in callbacks:
                callback(event)
            if not event._ok:
                raise event._value
        queue[:] = [one for one in queue if one[3] is not end]
        heapify(queue)
