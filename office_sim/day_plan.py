"""Looking a day plan over: what would not work out, before anybody has left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from office_sim.people import Diary
from office_sim.visits import (
    VISIT_TIME,
    Stop,
    Table,
    VisitSpec,
    in_rest_hours,
    sessions,
)


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
        return asdict(self)


def look_over(
    spec: VisitSpec,
    tables: Mapping[str, Table],
    diaries: Mapping[str, Diary],
    earliest: datetime,
    closed: frozenset[str] = frozenset(),
) -> DayPlanFigures:
    """Figure the plan out for the day of `earliest`, when the delegations can leave at soonest."""
    stops = spec.stops(tables, earliest.date())
    scheduled = {stop.family.id for stop in stops}
    leaders = {one.id: one.leader for one in spec.delegations}
    return DayPlanFigures(
        stops=len(stops),
        unscheduled=sum(one.id not in scheduled for one in spec.chosen(tables)),
        tight=sum(
            _tight(spec, session, earliest, closed)
            for one in spec.delegations
            for session in sessions([stop for stop in stops if stop.delegation == one.id])
        ),
        out_of_hours=sum(not in_rest_hours(stop.at) for stop in stops),
        leader_busy=sum(
            diaries[leaders[stop.delegation]].engagement_at(stop.at) is not None
            for stop in stops
            if leaders[stop.delegation] in diaries
        ),
        cars_needed=cars_needed(spec, tables, earliest.date()),
    )


def cars_needed(spec: VisitSpec, tables: Mapping[str, Table], day: date) -> int:
    """How many delegations are out in the same half of the day, at most."""
    stops = spec.stops(tables, day)
    halves: list[set[str]] = [set(), set()]
    for delegation in spec.delegations:
        own = [stop for stop in stops if stop.delegation == delegation.id]
        for session in sessions(own):
            halves[session[0].at.hour >= 12].add(delegation.id)
    return max(len(half) for half in halves)


def _tight(spec: VisitSpec, session: list[Stop], earliest: datetime, closed: frozenset[str]) -> int:
    """How many stops cannot be reached by their hour."""
    place, free, found = spec.centre, earliest, 0
    for stop in session:
        way = spec.way(place, stop.family.village, closed)
        arrival = max(stop.at, free + (way if way is not None else timedelta(hours=12)))
        found += arrival > stop.at
        place, free = stop.family.village, arrival + VISIT_TIME
    return found
