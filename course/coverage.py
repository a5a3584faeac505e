"""Which points of the course text are taught, asked and exercised, computed from the content.

Taught: named in the metadata of a lesson's cells. Asked: named by a question. Exercised: named in
`coverage` of a criterion of a case. A heading counts when it is named itself or when all leaves
below it count; naming a heading says nothing about the leaves below it.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import scenarios
from course import coverage_map, lesson_index
from course.coverage_map import CoverageMap, Point
from course.quiz import bank
from course.quiz.question import Question

CASES = Path(scenarios.__file__).parent
NOTEBOOKS = lesson_index.FOLDER
QUESTIONS = bank.FOLDER


class Use(StrEnum):
    """What the content does with a point."""

    TAUGHT = "taught"
    ASKED = "asked"
    EXERCISED = "exercised"


@dataclass(frozen=True, order=True)
class Reference:
    """One place in the content that names a point; `point` may be unknown."""

    use: Use
    point: str
    place: str


@dataclass(frozen=True)
class Coverage:
    """All references, beside the map that they are held against."""

    points: CoverageMap
    references: tuple[Reference, ...]
    unreadable: tuple[str, ...] = ()
    """Sentences about content files that could not be read."""

    @property
    def stale(self) -> tuple[Reference, ...]:
        """The references to points that are not in the map."""
        return tuple(one for one in self.references if one.point not in self.points)

    def places(self, use: Use, point: str) -> list[str]:
        """Where the content does this with this point itself."""
        return [one.place for one in self.references if (one.use, one.point) == (use, point)]

    def covered(self, use: Use) -> frozenset[str]:
        """The ids of all points that count."""
        named = {one.point for one in self.references if one.use is use}
        return frozenset(
            point.id
            for point in self.points
            if point.id in named or all(leaf.id in named for leaf in self._leaves(point))
        )

    def missing(self, use: Use) -> list[Point]:
        """The points that do not count, in the order of the course text."""
        covered = self.covered(use)
        return [point for point in self.points if point.id not in covered]

    def _leaves(self, point: Point) -> tuple[Point, ...]:
        return self.points.leaves(point.id)


def compute(
    notebooks: Path = NOTEBOOKS, questions: Path = QUESTIONS, cases: Path = CASES
) -> Coverage:
    """The coverage of the content in these folders."""
    readable, mistakes = bank.scan(questions)
    exercised, unreadable = _exercised(cases)
    references = [*_taught(notebooks), *_asked(readable), *exercised]
    told = [str(mistake) for mistake in mistakes] + unreadable
    return Coverage(coverage_map.load(), tuple(references), tuple(told))


def trained_by(case: str, cases: Path = CASES) -> frozenset[str]:
    """The points that the criteria of one case name; none for a case that cannot be read."""
    found, _ = _exercised(cases, case)
    return frozenset(reference.point for reference in found)


def _taught(folder: Path) -> Iterator[Reference]:
    for lesson in lesson_index.load(folder):
        for section in lesson.sections:
            for point in section.points:
                yield Reference(Use.TAUGHT, point, f"{lesson.file}, mục {section.id}")


def _asked(questions: list[Question]) -> Iterator[Reference]:
    for question in questions:
        for point in question.points:
            yield Reference(Use.ASKED, point, f"{question.file}, câu {question.id}")


def _exercised(folder: Path, case: str = "*") -> tuple[list[Reference], list[str]]:
    found: list[Reference] = []
    unreadable: list[str] = []
    for path in sorted(folder.glob(f"{case}/rubric.toml")):
        name = f"{path.parent.name}/{path.name}"
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            unreadable.append(f"{name}: không đọc được tệp theo dạng TOML.")
            continue
        for criterion, points in _criteria(content).items():
            place = f"{name}, tiêu chí {criterion}"
            found += [Reference(Use.EXERCISED, point, place) for point in points]
    return found, unreadable


def _criteria(content: Mapping[str, Any]) -> dict[str, list[str]]:
    """The points named by each criterion; what is not as it should be names none."""
    named: dict[str, list[str]] = defaultdict(list)
    criteria = content.get("criterion", [])
    for place, criterion in enumerate(criteria if isinstance(criteria, list) else [], start=1):
        if isinstance(criterion, Mapping):
            points = criterion.get("coverage", [])
            wanted = points if isinstance(points, list) else []
            named[str(criterion.get("id", place))] += [str(point) for point in wanted]
    return named
