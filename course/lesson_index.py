"""The lessons of the course as they lie in the notebooks: titles, sections, points, questions.

A lesson is a notebook `course/NN_name.ipynb`, or `course/NN_P_name.ipynb` where a part of the
course takes several lessons; its number is then "NN.P". Its own metadata carry
`vanphong = {title, minutes, lead}`; a Markdown cell that opens a section carries
`vanphong = {section, title, minutes, points, sources}`; other cells that teach further points carry
`vanphong = {points, sources}` and belong to the section above them. Questions are those named in
calls of `ask("NN", "question-id", ...)`.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FIRST_PAGE = "00"


@dataclass
class Section:
    """One section of a lesson; `minutes` is the time it takes to read and answer."""

    id: str
    title: str
    minutes: int
    points: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Lesson:
    """One notebook of the course; `number` is "01" or, where a part has several lessons, "01.2"."""

    number: str
    file: str
    title: str
    minutes: int
    lead: str
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the questions asked in this lesson, in order."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def points(self) -> tuple[str, ...]:
        """The points of coverage that this lesson teaches, in order."""
        return tuple(point for section in self.sections for point in section.points)


@cache
def load(folder: Path = FOLDER) -> tuple[Lesson, ...]:
    """The lessons in a folder in the order of their numbers, without the first page."""
    paths = sorted(folder.glob("[0-9][0-9]_*.ipynb"))
    return tuple(read(path) for path in paths if not path.name.startswith(FIRST_PAGE))


def read(path: Path) -> Lesson:
    """The lesson in one notebook of the kit."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    about = _own(notebook)
    sections: list[Section] = []
    for cell in notebook["cells"]:
        note = _own(cell)
        if "section" in note:
            sections.append(Section(note["section"], note["title"], note["minutes"]))
        if not sections:
            sections.append(Section("mo-dau", about["title"], 0))
        sections[-1].points += note.get("points", [])
        sections[-1].sources += note.get("sources", [])
        if cell["cell_type"] == "code":
            sections[-1].questions += questions_in("".join(cell["source"]))
    taught = tuple(section for section in sections if section.minutes or section.points)
    title, minutes, lead = about["title"], about["minutes"], about["lead"]
    return Lesson(_number(path.name), path.name, title, minutes, lead, taught)


def _number(name: str) -> str:
    part, lesson, *_ = name.split("_")
    return f"{part}.{lesson}" if lesson.isdigit() else part


def questions_in(source: str) -> list[str]:
    """The question ids in calls of `ask("NN", "id", ...)`."""
    return [name for texts in calls(source, "ask") for name in texts[1:]]


def calls(source: str, name: str) -> list[list[str]]:
    """The texts given in each call of a function in the code of a cell. Raises SyntaxError."""
    return [_strings(call) for call in _calls(ast.parse(source), name)]


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name == (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        ):
            yield node


def _strings(call: ast.Call) -> list[str]:
    constants = [one.value for one in call.args if isinstance(one, ast.Constant)]
    return [value for value in constants if isinstance(value, str)]


def _own(part: Mapping[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] = part["metadata"].get("vanphong", {})
    return own
