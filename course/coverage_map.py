"""The coverage map: the points of the course text (`coverage.csv`) and how they hang together."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "coverage.csv"
PARTS = ("M", "I", "II", "III", "IV")


@dataclass(frozen=True)
class Point:
    """One point of the course text; `first_line` and `last_line` count lines of source 000."""

    id: str
    level: int
    title: str
    kind: str
    first_line: int
    last_line: int
    parent: str | None
    children: tuple[str, ...]

    @property
    def is_leaf(self) -> bool:
        """True if no other point stands below this one."""
        return not self.children

    @property
    def part(self) -> str:
        """The part of the course: M (about the course), I, II, III or IV."""
        return self.id.split(".")[0]


class CoverageMap:
    """All points by id, in the order of the course text."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self._points = {point.id: point for point in points}

    def __getitem__(self, point_id: str) -> Point:
        """The point with this id. Raises KeyError if there is none."""
        return self._points[point_id]

    def __contains__(self, point_id: object) -> bool:
        return point_id in self._points

    def __iter__(self) -> Iterator[Point]:
        return iter(self._points.values())

    def __len__(self) -> int:
        return len(self._points)

    def leaves(self, point_id: str) -> tuple[Point, ...]:
        """The leaves at and below a point, in order."""
        point = self[point_id]
        if point.is_leaf:
            return (point,)
        return tuple(leaf for child in point.children for leaf in self.leaves(child))


@cache
def load() -> CoverageMap:
    """The map of the course text that comes with the kit."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    parents = _parents([int(row["level"]) for row in rows])
    ids = [row["id"] for row in rows]
    return CoverageMap(
        tuple(
            Point(
                id=row["id"],
                level=int(row["level"]),
                title=row["title_vi"],
                kind=row["kind"],
                first_line=int(row["source_line_start"]),
                last_line=int(row["source_line_end"]),
                parent=None if parents[place] is None else ids[parents[place] or 0],
                children=tuple(ids[below] for below, above in enumerate(parents) if above == place),
            )
            for place, row in enumerate(rows)
        )
    )


def _parents(levels: list[int]) -> list[int | None]:
    """For each row the row above it in the tree: the last one before it with a lower level.

    Row 0 is the title of the whole course text. It is nobody's parent: its questions and lessons
    are about the course as such.
    """
    parents: list[int | None] = []
    for place, level in enumerate(levels):
        above = [earlier for earlier in range(1, place) if levels[earlier] < level]
        parents.append(above[-1] if above else None)
    return parents
