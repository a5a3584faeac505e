"""Speaker notes: what a trainer shows, says, asks and watches for in each section of a lesson."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from course.lesson_index import Lesson

FOLDER = Path(__file__).parent / "notes"


class NotesError(Exception):
    """A file of notes cannot be used; the message is one Vietnamese sentence."""


class Notes(BaseModel):
    """The notes of one section; `points` are the lines of its first slide.

    `home` means that a class skips the section and learners read it afterwards.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    points: tuple[str, ...] = Field(min_length=1, max_length=5)
    say: str
    ask: str
    watch: str
    home: bool = False


def load(lesson: Lesson) -> Mapping[str, Notes]:
    """The notes of a lesson by section id. Raises NotesError if one is missing or too much."""
    found = _read(f"{lesson.number.replace('.', '_')}.toml")
    wrong = sorted({section.id for section in lesson.sections} ^ found.keys())
    if wrong:
        raise NotesError(f"Lời dẫn của {lesson.title} thừa hoặc thiếu mục: {', '.join(wrong)}.")
    return found


@cache
def _read(name: str) -> Mapping[str, Notes]:
    try:
        content = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
        if content.pop("schema", None) != 1:
            raise NotesError(f"Lời dẫn “{name}” phải bắt đầu bằng schema = 1.")
        return {section: Notes.model_validate(notes) for section, notes in content.items()}
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise NotesError(f"Lời dẫn “{name}” không đọc được: {error}") from error


def home_sections(lessons: Sequence[Lesson]) -> set[tuple[str, str]]:
    """The sections that a class leaves for home."""
    return {
        (lesson.number, name)
        for lesson in lessons
        for name, notes in load(lesson).items()
        if notes.home
    }
