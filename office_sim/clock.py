"""The office's clock: SimPy's seconds from the start of the case, and the datetimes they mean."""

from __future__ import annotations

from collections.abc import Sized
from datetime import datetime, timedelta
from heapq import heappop

import simpy
from simpy.events import ProcessGenerator


class Clock(simpy.Environment):
    """SimPy's environment that knows the office's time.

    SimPy counts seconds from `start`; everyone else sees datetimes. The real clock plays no part.
    """

    def __init__(self, start: datetime) -> None:
        super().__init__()
        self.start = start
        self.time = start
        """The office's time. It moves while the clock runs."""

    # SimPy makes these two quick for its own class alone, not for one derived from it.
    def process(self, generator: ProcessGenerator) -> simpy.Process:
        """Set something going; what it yields is waited for."""
        return simpy.Process(self, generator)

    def event(self) -> simpy.Event:
        """An event that somebody will let succeed."""
        return simpy.Event(self)

    def after(self, span: timedelta) -> simpy.Event:
        """An event that comes after the span."""
        return simpy.Timeout(self, span.total_seconds())

    def until(self, moment: datetime) -> simpy.Event:
        """An event that comes at the moment, at once if it has passed."""
        seconds = (moment - self.time).total_seconds()
        return simpy.Timeout(self, seconds if seconds > 0 else 0)

    def run_to(self, stop: datetime, halt: Sized) -> None:
        """Take one event after the other, up to `stop` or until `halt` is no longer empty.

        What happens at `stop` itself is in. This is SimPy's own loop (Environment.run and step)
        with the office's time kept beside it; nothing in the office lets an event fail unnoticed.
        """
        queue, last, seconds = self._queue, (stop - self.start).total_seconds(), self._now
        while queue and queue[0][0] <= last and not halt:
            moment, _, _, event = heappop(queue)
            if moment != seconds:
                self._now = seconds = moment
                self.time = self.start + timedelta(seconds=seconds)
            callbacks = event.callbacks
            event.callbacks = None  # type: ignore[assignment]
            for callback in callbacks:
                callback(event)
            if not event._ok:
                raise event._value
        if not halt and self.time < stop:
            self._now, self.time = last, stop
