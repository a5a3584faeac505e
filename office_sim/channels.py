"""Ways to reach people: telephone, document system, e-mail, messenger, by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from office_sim.calendar import WorkCalendar

PHONE = "phone"
"""The telephone as it stands in `Person.mute`; calling is no channel for papers."""


@dataclass(frozen=True)
class Channel:
    """A way to send or tell something.

    `delay` is the time until a message is read; `open_network` means that nothing secret may
    pass; `works_at_night` is False where it is read only in working hours; `per_person` is the
    sender's time for each receiver (a call must be made one by one); `system` is the information
    system that carries it, "" for none.
    """

    id: str
    title: str
    delay: timedelta
    open_network: bool = True
    works_at_night: bool = True
    per_person: timedelta = timedelta()
    system: str = ""

    def read_at(self, sent: datetime, calendar: WorkCalendar) -> datetime:
        """When a message sent at this moment is read."""
        start = sent if self.works_at_night else calendar.next_working(sent)
        return start + self.delay
