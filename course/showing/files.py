"""Writing slides and handouts into a folder: what the command and the trainer's panel both do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from course.lesson_index import Lesson
from course.page.atomic import write_bytes
from course.showing.handout import handout_page, write_word
from course.showing.slides import slides_page
from course.showing.time_plan import Plan
from scenarios.atomic_file import reason


class ShowingError(Exception):
    """A file cannot be written; the message is one Vietnamese sentence."""


def write_slides(lessons: Sequence[Lesson], plan: Plan, folder: Path) -> list[Path]:
    """One HTML file of slides for each lesson. Raises ShowingError."""
    return [
        _write(folder / f"trinh_chieu_{_name(lesson)}.html", slides_page(lesson, plan))
        for lesson in lessons
    ]


def write_handouts(lessons: Sequence[Lesson], folder: Path) -> list[Path]:
    """For each lesson an HTML page to print or save as PDF, and a Word file. Raises ShowingError.

    Files of these names are written anew.
    """
    written = []
    for lesson in lessons:
        name = f"tai_lieu_{_name(lesson)}"
        written.append(_write(folder / f"{name}.html", handout_page(lesson)))
        try:
            written.append(write_word(lesson, folder / f"{name}.docx"))
        except OSError as error:
            raise _refusal(folder / f"{name}.docx", error) from error
    return written


def _write(path: Path, html: str) -> Path:
    try:
        write_bytes(path, html.encode("utf-8"))
    except OSError as error:
        raise _refusal(path, error) from error
    return path


def _refusal(path: Path, error: OSError) -> ShowingError:
    return ShowingError(
        f"Không ghi được tệp “{path}” ({reason(error)}); anh/chị đóng tệp ấy nếu đang mở, hoặc "
        "chọn thư mục khác rồi làm lại."
    )


def _name(lesson: Lesson) -> str:
    return lesson.file.removesuffix(".ipynb")
