"""`vanphong lesson`: a lesson as slides for the room, and as a handout to print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from course import lesson_index
from course.cli.failures import CommandError
from course.lesson_index import Lesson
from course.showing.time_plan import Plan

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Bài học: trình chiếu trên lớp, in tài liệu phát tay.",
)

ALL = "tat-ca"
_LESSON = typer.Argument(metavar="BÀI", help=f"Số của bài, ví dụ 02.5; “{ALL}”: mọi bài.")
_FOLDER = typer.Argument(metavar="THƯ_MỤC", help="Nơi ghi các tệp.")
_PLAN = typer.Option("--plan", help="Kế hoạch thời gian: 150, 120 hoặc tu-hoc.")


@app.command("list")
def list_(plan: Annotated[Plan, _PLAN] = Plan.FULL) -> None:
    """Liệt kê các bài với số phút trong kế hoạch của lớp."""
    from course.showing import notes
    from course.showing.slides import clock
    from course.showing.time_plan import minutes

    lessons = lesson_index.load()
    time = minutes(plan, lessons, notes.home_sections(lessons))
    for lesson in lessons:
        typer.echo(f"{lesson.number}  {clock(time.of(lesson)):>14}  {lesson.title}")
    typer.echo(f"Cả lớp: {clock(time.total)}.")


@app.command()
def slides(
    lesson: Annotated[str, _LESSON],
    folder: Annotated[Path, _FOLDER],
    plan: Annotated[Plan, _PLAN] = Plan.FULL,
) -> None:
    """Ghi trang chiếu: một tệp, mở bằng trình duyệt, không cần mạng.

    Phím mũi tên để sang trang, N để xem lời dẫn, F để toàn màn hình.
    """
    from course.showing.files import ShowingError, write_slides

    try:
        _tell(write_slides(_lessons(lesson), plan, folder))
    except ShowingError as error:
        raise CommandError(str(error)) from error


@app.command("print")
def print_(lesson: Annotated[str, _LESSON], folder: Annotated[Path, _FOLDER]) -> None:
    """Ghi tài liệu phát tay: một tệp Word, và một trang để in hoặc lưu PDF.

    Phần thử tay được in như lúc mới mở; đáp án nằm ở cuối.
    """
    from course.showing.files import ShowingError, write_handouts

    try:
        _tell(write_handouts(_lessons(lesson), folder))
    except ShowingError as error:
        raise CommandError(str(error)) from error


def _lessons(wanted: str) -> list[Lesson]:
    known = lesson_index.load()
    found = [one for one in known if wanted in (ALL, one.number)]
    if not found:
        numbers = ", ".join(one.number for one in known)
        raise CommandError(f"Không có bài “{wanted}”; các bài là {numbers}, hoặc {ALL}.")
    return found


def _tell(paths: list[Path]) -> None:
    for path in paths:
        typer.echo(f"Đã ghi {path}")
