"""Where a weak point leads: to the section of the lesson that teaches it, and to an exercise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from course import coverage, coverage_map, lesson_index
from course.lesson_index import Lesson, Section
from course.quiz.question import Question
from course.whereabouts import exercises_in


@dataclass(frozen=True)
class Lead:
    """A link, relative to the folder of the first page."""

    title: str
    href: str


def to_lesson(question: Question, lessons: Sequence[Lesson] | None = None) -> Lead | None:
    """The section that teaches what the question asks; None if no lesson does."""
    places = [
        (_fit(question, section), lesson, section)
        for lesson in (lesson_index.load() if lessons is None else lessons)
        for section in lesson.sections
    ]
    best = max(places, key=lambda place: place[0], default=None)
    if best is None or best[0] == 0:
        return None
    _, lesson, section = best
    # JupyterLab names a heading by its words with hyphens for spaces.
    href = f"{lesson.file}#{quote(section.title.replace(' ', '-'))}"
    return Lead(f"{lesson.title}: {section.title}", href)


def to_exercise(points: Iterable[str], home: Path) -> Lead | None:
    """The exercise of the workspace that trains most of these points; None if none does."""
    return next(iter(to_exercises(points, home)), None)


def to_exercises(points: Iterable[str], home: Path) -> list[Lead]:
    """Every exercise of the workspace that trains any of these points, the closest first."""
    wanted = set(points)
    trained = [
        (len(wanted & _trained(case)), Lead(exercise.title, exercise.href))
        for exercise in exercises_in(home)
        for case in _cases_in(home / exercise.href)
    ]
    ranked = sorted(trained, key=lambda one: one[0], reverse=True)
    return list(dict.fromkeys(lead for count, lead in ranked if count))


def _fit(question: Question, section: Section) -> int:
    """How well a section fits: it asks the question, or teaches its points or what lies above."""
    if question.id in section.questions:
        return 1000
    taught = set(section.points)
    first = 5 * (question.points[0] in taught)
    near = len(taught & _around(question.points))
    return first + 10 * len(taught & set(question.points)) + near


def _around(points: Iterable[str]) -> set[str]:
    """The points right above these and right below them."""
    known = coverage_map.load()
    found: set[str] = set()
    for point in points:
        if point in known:
            found |= {*known[point].children, known[point].parent or ""}
    return found


@cache
def _trained(case: str) -> frozenset[str]:
    """The points that the criteria of a case name."""
    return coverage.trained_by(case)


def _cases_in(notebook: Path) -> list[str]:
    """The cases that an exercise's notebook opens; none if it cannot be read."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        return [name for one in sources for name in _opened(one)]
    except (OSError, ValueError, KeyError, TypeError, SyntaxError):
        return []


def _opened(source: str) -> list[str]:
    return [name for call in lesson_index.calls(source, "open_case") for name in call]
