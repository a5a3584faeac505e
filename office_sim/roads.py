"""Villages and the roads between them: how long the way takes, and round which flooded road."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from heapq import heappop, heappush
from typing import NamedTuple

IN_VILLAGE = 5
"""Minutes from one house to the next in the same village (assumption of the kit)."""
NONE_CLOSED: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Village:
    """A village; `spot` is where it lies, in kilometres east and north of the commune's office."""

    id: str
    title: str
    spot: tuple[float, float] = (0.0, 0.0)


class Road(NamedTuple):
    """A road between two places, in minutes by car. One that `floods` closes after heavy rain."""

    id: str
    start: str
    end: str
    minutes: int
    title: str = ""
    floods: bool = False

    def taking(self, minutes: int) -> Road:
        """The same road on a better or worse day (as _replace, at half its time)."""
        return Road._make((*self[:3], minutes, *self[4:]))

    def other_end(self, place: str) -> str:
        """Where one comes to from the given end."""
        return self.end if place == self.start else self.start


class _Way(NamedTuple):
    """The shortest way to a place: its minutes and the last road of it."""

    minutes: int
    last: Road | None


class Roads(tuple[Road, ...]):
    """The roads of a commune; the shortest ways are figured out once for each start."""

    def __init__(self, _: Iterable[Road] = ()) -> None:
        self._times: dict[tuple[str, str, frozenset[str]], timedelta | None] = {}
        self._known: dict[tuple[str, frozenset[str]], Mapping[str, _Way]] = {}
        self._open_roads: dict[frozenset[str], dict[str, list[tuple[str, Road]]]] = {}

    def travel_time(
        self, start: str, end: str, closed: frozenset[str] = NONE_CLOSED
    ) -> timedelta | None:
        """The shortest way by the roads that are open; None if there is no way at all."""
        asked = (start, end, closed)
        if asked not in self._times:
            self._times[asked] = self._time(start, end, closed)
        return self._times[asked]

    def path(self, start: str, end: str, closed: frozenset[str] = NONE_CLOSED) -> list[Road]:
        """The roads of the shortest way, in order; none if there is no way, or none is needed."""
        ways, place, found = self._ways(start, closed), end, list[Road]()
        while place in ways and (road := ways[place].last) is not None:
            found.append(road)
            place = road.other_end(place)
        return found[::-1]

    def unreachable(
        self, centre: str, places: Iterable[str], closed: frozenset[str] = NONE_CLOSED
    ) -> list[str]:
        """The places that no open road leads to from the centre."""
        reached = self._ways(centre, closed)
        return [place for place in places if place != centre and place not in reached]

    def _time(self, start: str, end: str, closed: frozenset[str]) -> timedelta | None:
        if start == end:
            return timedelta(minutes=IN_VILLAGE)
        if (end, closed) in self._known:  # the way there is as long as the way back
            start, end = end, start
        way = self._ways(start, closed).get(end)
        return None if way is None else timedelta(minutes=way.minutes)

    def _ways(self, start: str, closed: frozenset[str]) -> Mapping[str, _Way]:
        key = (start, closed)
        if key not in self._known:
            self._known[key] = self._ways_from(start, closed)
        return self._known[key]

    def _ways_from(self, start: str, closed: frozenset[str]) -> dict[str, _Way]:
        """The way to every place that can be reached (Dijkstra; a commune has a dozen places)."""
        at = self._leading_on(closed)
        ways: dict[str, _Way] = {}
        best = {start: 0}
        open_ends: list[tuple[int, str, str, Road | None]] = [(0, start, "", None)]
        while open_ends:
            minutes, place, _, last = heappop(open_ends)
            if place in ways:
                continue
            ways[place] = _Way(minutes, last)
            for other, road in at[place]:
                there = minutes + road.minutes
                if there <= best.get(other, there):
                    best[other] = there
                    heappush(open_ends, (there, other, road.id, road))
        return ways

    def _leading_on(self, closed: frozenset[str]) -> dict[str, list[tuple[str, Road]]]:
        """For each place the open roads that lead on from it, with where they lead."""
        if closed not in self._open_roads:
            at = self._open_roads[closed] = defaultdict(list)
            for road in self:
                if road.id not in closed:
                    at[road.start].append((road.end, road))
                    at[road.end].append((road.start, road))
        return self._open_roads[closed]
