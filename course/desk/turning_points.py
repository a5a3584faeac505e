"""The moments of a run that one wants to find again: injects, consequences, openings and ends."""

from __future__ import annotations

from datetime import datetime

from course.desk.desk import Desk
from office_sim.log import EventKind
from office_sim.sentences import Sentences

_KINDS = (
    EventKind.INJECT_RAISED,
    EventKind.CONSEQUENCE,
    EventKind.MEETING_OPENED,
    EventKind.MEETING_FAILED,
    EventKind.MEETING_CLOSED,
    EventKind.ROAD_CLOSED,
    EventKind.VISIT_DAY_CLOSED,
)


def turning_points(desk: Desk) -> dict[datetime, str]:
    """Each moment with the first thing of note at it, by time, the start included."""
    says = Sentences(desk.case.world)
    found = {desk.case.world.start: "lúc bắt đầu tình huống"}
    for event in desk.run.log:
        if event.kind in _KINDS:
            happening = says.happening(event)
            told = happening.title if happening and happening.title else says.of(event)
            found.setdefault(event.at, told)
    return dict(sorted(found.items()))
