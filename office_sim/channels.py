"""Ways to reach people: telephone, document system, e-mail, messenger, by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Channel:
    """A way to send or tell something.

    `delay` is the time until a message is read; `open_network` means that nothing secret may
    pass; `works_at_night` is False where it is read only in working hours; `per_person` is the
    sender's time for each receiver (a call must be made one by one).
    """

    id: str
    title: str
    delay: timedelta
    open_network: bool = True
    works_at_night: bool = True
    per_person: timedelta = timedelta()
