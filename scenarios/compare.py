"""Comparing two runs: what came earlier, later, only here or only there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from office_sim.log import Event, EventKind
from office_sim.simulation import Run

_INNER = frozenset({EventKind.ORDER_STARTED, EventKind.ORDER_DONE})
"""Steps of the work itself; their outcome is in the log as an event of its own."""


@dataclass(frozen=True)
class Difference:
    """One event that differs. `before` and `after` are the event in each run, None if missing."""

    before: Event | None
    after: Event | None

    @property
    def shift(self) -> timedelta | None:
        """How much later it came in the second run; None if it is in one run only."""
        if self.before is None or self.after is None:
            return None
        return self.after.at - self.before.at

    @property
    def at(self) -> datetime:
        """When it came first in either run, to sort by."""
        return min(event.at for event in (self.before, self.after) if event is not None)


def compare_runs(before: Run, after: Run) -> list[Difference]:
    """What differs between two runs of one case, by time; events in both at one time are left out.

    Events are paired by kind, actor and subject, the first with the first and so on.
    """
    first, second = _grouped(before), _grouped(after)
    differences = []
    for key in sorted(first.keys() | second.keys()):
        old, new = first.get(key, []), second.get(key, [])
        for place in range(max(len(old), len(new))):
            one = Difference(_at(old, place), _at(new, place))
            if _differs(one):
                differences.append(one)
    return sorted(differences, key=lambda one: (one.at, str(one.before or one.after)))


def _grouped(run: Run) -> dict[tuple[str, str, str], list[Event]]:
    groups: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in run.log:
        if event.kind not in _INNER:
            groups[(event.kind.value, event.actor, event.subject)].append(event)
    return groups


def _at(events: list[Event], place: int) -> Event | None:
    return events[place] if place < len(events) else None


def _differs(one: Difference) -> bool:
    if one.before is None or one.after is None:
        return True
    return one.before.at != one.after.at or one.before.detail != one.after.detail
