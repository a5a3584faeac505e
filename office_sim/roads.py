"""Villages and the roads between them: how long the way takes, and round which flooded road."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

IN_VILLAGE = 5
"""Minutes from one house to the next in the same village (assumption of the kit)."""


@dataclass(frozen=True)
class Village:
    """A village; `spot` is where it lies, in kilometres east and north of the commune's office."""

    id: str
    title: str
    spot: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Road:
    """A road between two places, in minutes by car. One that `floods` closes after heavy rain."""

    id: str
    start: str
    end: str
    minutes: int
    title: str = ""
    floods: bool = False


def travel_time(
    roads: tuple[Road, ...], start: str, end: str, closed: frozenset[str] = frozenset()
) -> timedelta | None:
    """The shortest way by the roads that are open; None if there is no way at all."""
    if start == end:
        return timedelta(minutes=IN_VILLAGE)
    minutes = _minutes_from(roads, start, closed).get(end)
    return None if minutes is None else timedelta(minutes=minutes)


def unreachable(
    roads: tuple[Road, ...], centre: str, places: Iterable[str], closed: frozenset[str]
) -> list[str]:
    """The places that no open road leads to from the centre."""
    reached = _minutes_from(roads, centre, closed)
    return [place for place in places if place != centre and place not in reached]


@lru_cache(maxsize=4096)  # disturbed worlds have roads of their own
def _minutes_from(roads: tuple[Road, ...], start: str, closed: frozenset[str]) -> dict[str, int]:
    """Minutes to every place that can be reached (Dijkstra; a commune has a dozen places)."""
    ways: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for road in roads:
        if road.id not in closed:
            ways[road.start].append((road.end, road.minutes))
            ways[road.end].append((road.start, road.minutes))
    shortest: dict[str, int] = {}
    open_ends = [(0, start)]
    while open_ends:
        minutes, place = heapq.heappop(open_ends)
        if place in shortest:
            continue
        shortest[place] = minutes
        for other, step in ways[place]:
            if other not in shortest:
                heapq.heappush(open_ends, (minutes + step, other))
    return shortest
