"""Looking a day plan over: what would not work out, before anybody has left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from office_sim.people import Diary, Engagement
from office_sim.visit_plan import VisitPlan
from office_sim.visits import VISIT_TIME, Stop, VisitSpec, in_rest_hours

NO_WAY = timedelta(hours=12)
"""How late a stop is figured to be that no open road leads to."""


@dataclass(frozen=True)
class DayPlanFigures:
    """What a day plan comes to.

    `unscheduled` families are chosen but have no visit; `tight` visits leave too little time for
    the way there; `out_of_hours` ones disturb; `leader_busy` ones fall into the leader's diary;
    `cars_needed` is how many cars are out at one time.
    """

    stops: int
    unscheduled: int
    tight: int
    out_of_hours: int
    leader_busy: int
    cars_needed: int

    def detail(self) -> dict[str, int]:
        """The figures as an event carries them."""
        return dict(vars(self))


class StopLook(NamedTuple):
    """One stop as a map and a clock see it.

    `start` is the village that the delegation comes from, `way` how long that takes (None: no
    open road leads there), `soonest` when it can be there at the earliest; `engagement` is what
    its leader has in the diary at that hour.
    """

    stop: Stop
    start: str
    way: timedelta | None
    soonest: datetime
    engagement: Engagement | None = None

    @property
    def arrival(self) -> datetime:
        """When the delegation is there: nobody comes before the hour that was told."""
        return max(self.stop.at, self.soonest)

    @property
    def is_late(self) -> bool:
        """Whether the stop cannot be reached by its hour."""
        return self.soonest > self.stop.at

    @property
    def disturbs(self) -> bool:
        """Whether the hour is one at which old people rest."""
        return not in_rest_hours(self.stop.at)


def look_at_stops(
    spec: VisitSpec,
    plan: VisitPlan,
    diaries: Mapping[str, Diary],
    earliest: datetime,
    closed: frozenset[str] = frozenset(),
) -> list[StopLook]:
    """Every stop of the plan, delegation by delegation in the order of the day.

    `earliest` is when the delegations can leave at soonest, on the day of the visits; a leader
    whose diary is not given counts as free.
    """
    return [
        look
        for delegation in spec.delegations
        for session in plan.sessions(earliest.date(), delegation.id)
        for look in _drive(spec, session, diaries.get(delegation.leader), earliest, closed)
    ]


def look_over(
    spec: VisitSpec,
    plan: VisitPlan,
    diaries: Mapping[str, Diary],
    earliest: datetime,
    closed: frozenset[str] = frozenset(),
) -> DayPlanFigures:
    """Figure the plan out for the day of `earliest`, when the delegations can leave at soonest."""
    looks = look_at_stops(spec, plan, diaries, earliest, closed)
    scheduled, tight, disturbing, busy = set(), 0, 0, 0
    for one in looks:
        scheduled.add(one.stop.family.id)
        tight += one.is_late
        disturbing += one.disturbs
        busy += one.engagement is not None
    return DayPlanFigures(
        stops=len(looks),
        unscheduled=sum(one.id not in scheduled for one in plan.chosen),
        tight=tight,
        out_of_hours=disturbing,
        leader_busy=busy,
        cars_needed=plan.cars_needed(earliest.date()),
    )


def _drive(
    spec: VisitSpec,
    session: list[Stop],
    diary: Diary | None,
    earliest: datetime,
    closed: frozenset[str],
) -> Iterator[StopLook]:
    """The stops of one half of a day, one after the other."""
    place, free = spec.centre, earliest
    for stop in session:
        way = spec.roads.travel_time(place, stop.family.village, closed)
        soonest = free + (way if way is not None else NO_WAY)
        engagement = diary.engagement_at(stop.at) if diary is not None else None
        look = StopLook(stop, place, way, soonest, engagement)
        yield look
        place, free = stop.family.village, look.arrival + VISIT_TIME
