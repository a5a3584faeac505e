"""`vanphong coverage`: which points of the course text the content teaches, asks, exercises."""

from __future__ import annotations

from typing import Annotated

import typer

from course import coverage
from course.cli.failures import CommandError
from course.coverage import Coverage, Use
from course.coverage_map import PARTS
from course.duty_coverage import count_duties

app = typer.Typer(add_completion=False)

_USE_VI = {Use.TAUGHT: "dạy", Use.ASKED: "hỏi", Use.EXERCISED: "luyện"}


@app.command("coverage")
def show(
    missing: Annotated[
        bool, typer.Option("--missing", help="Liệt kê điểm chưa dạy, chưa hỏi, chưa luyện.")
    ] = False,
    points: Annotated[
        bool, typer.Option("--points", help="Liệt kê mọi điểm, kèm nơi dạy, câu hỏi, bài tập.")
    ] = False,
    duties: Annotated[
        bool,
        typer.Option("--duties", help="Đếm tiêu chí luyện từng chức năng, nhiệm vụ của văn phòng."),
    ] = False,
) -> None:
    """Tính xem mỗi điểm của chuyên đề đã được dạy, hỏi, luyện ở đâu.

    Dạy: ghi trong mục của bài học. Hỏi: ghi trong câu hỏi. Luyện: ghi ở tiêu chí của tình huống.
    Điểm là đề mục thì được tính khi chính nó được ghi, hoặc mọi điểm cuối cùng dưới nó được tính.

    Mã thoát: 0; hoặc 1 khi nội dung dẫn tới một điểm không có trong bảng điểm.
    """
    found = coverage.compute()
    if points:
        _show_points(found)
    if missing:
        _show_missing(found)
    if duties:
        _show_duties(found)
    _show_parts(found)
    for use in Use:
        typer.echo(f"{use}: {len(found.covered(use))}/{len(found.points)}")
    _refuse_faults(found)


def _show_parts(found: Coverage) -> None:
    typer.echo("Phần   Điểm    Dạy    Hỏi  Luyện")
    covered = {use: found.covered(use) for use in Use}
    for part in PARTS:
        ids = {point.id for point in found.points if point.part == part}
        counts = "".join(f"{len(ids & covered[use]):7}" for use in Use)
        typer.echo(f"{part:4}{len(ids):7}{counts}")


def _show_points(found: Coverage) -> None:
    for point in found.points:
        typer.echo(f"{point.id}  {point.title}")
        for use in Use:
            for place in found.places(use, point.id):
                typer.echo(f"    {_USE_VI[use]}: {place}")


def _show_missing(found: Coverage) -> None:
    for use in Use:
        lacking = found.missing(use)
        typer.echo(f"Chưa {_USE_VI[use]} ({len(lacking)}):")
        for point in lacking:
            kind = "" if point.is_leaf else " [đề mục]"
            typer.echo(f"    {point.id}  {point.title}{kind}")


def _show_duties(found: Coverage) -> None:
    counts = count_duties(found)
    typer.echo("Bài tập  Tình huống  Chức năng, nhiệm vụ của văn phòng (số tiêu chí)")
    for one in counts:
        typer.echo(f"{one.exercises:7}  {one.situations:10}  {one.point.id:15} {one.point.title}")
    exercised = sum(one.is_exercised for one in counts)
    typer.echo(f"Có bài tập luyện: {exercised}/{len(counts)}")


def _refuse_faults(found: Coverage) -> None:
    """Raises CommandError after naming every stale reference and unreadable file."""
    for sentence in found.unreadable:
        typer.echo(f"- {sentence}", err=True)
    for one in sorted(found.stale):
        typer.echo(f"- {one.place}: không có điểm “{one.point}” trong coverage.csv.", err=True)
    faults = len(found.stale) + len(found.unreadable)
    if faults:
        raise CommandError(f"Nội dung có {faults} chỗ phải sửa; xem danh sách ở trên.")
