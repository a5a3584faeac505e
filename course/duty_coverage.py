"""How many criteria exercise each duty of the commune office, in exercises and in situations."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from course import coverage_map
from course.coverage import CASES, Coverage, Use
from course.coverage_map import Point

OFFICE = "I.3.b"
"""The point of the course text below which the functions and duties of the office stand."""
_KINDS = frozenset({"function", "subfunction", "duty_group", "duty", "subduty"})


@dataclass(frozen=True)
class DutyCount:
    """A function or duty, and how many criteria name it or something below it."""

    point: Point
    exercises: int
    situations: int

    @property
    def is_exercised(self) -> bool:
        """Whether a criterion of an exercise asks for it."""
        return self.exercises > 0


def duties() -> dict[str, str]:
    """The functions and duties of the office that have no parts: id -> title."""
    return {
        point.id: point.title
        for point in coverage_map.load()
        if point.id.startswith(f"{OFFICE}.") and point.kind in _KINDS and point.is_leaf
    }


def count_duties(found: Coverage, cases: Path = CASES) -> list[DutyCount]:
    """Every function, duty and sub-duty of the office, in the order of the course text."""
    short = _exercises(cases)
    counts = []
    for point in found.points:
        if not point.id.startswith(f"{OFFICE}.") or point.kind not in _KINDS:
            continue
        places = {
            one.place
            for one in found.references
            if one.use is Use.EXERCISED
            and (one.point == point.id or one.point.startswith(f"{point.id}."))
        }
        own = sum(place.split("/")[0] in short for place in places)
        counts.append(DutyCount(point, own, len(places) - own))
    return counts


def _exercises(cases: Path) -> set[str]:
    """The folders of cases without a meeting; one that cannot be read is told elsewhere."""
    found = set()
    for path in sorted(cases.glob("*/case.toml")):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            continue
        if "meeting" not in content:
            found.add(path.parent.name)
    return found
