"""`vanphong question`: work on the question bank."""

from __future__ import annotations

from typing import Annotated

import typer

from course.cli import CommandError
from course.quiz import check as checker

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def _group() -> None:
    """Bộ câu hỏi: kiểm tra các tệp câu hỏi."""


@app.command("check")
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="TỆP", help="Chỉ xem lỗi của những tệp này; bỏ trống: tất cả."),
    ] = None,
) -> None:
    """Đọc mọi tệp câu hỏi và báo tất cả lỗi một lần: tệp nào, câu nào, sửa thế nào.

    Mã thoát: 0 nếu không có lỗi, 1 nếu có lỗi.
    """
    questions, found = checker.check()
    shown = checker.only(files or [], found)
    for mistake in shown:
        typer.echo(f"- {mistake}")
    if shown:
        raise CommandError(f"Bộ câu hỏi có {len(shown)} lỗi; anh/chị sửa rồi chạy lại lệnh này.")
    typer.echo(f"Không thấy lỗi nào trong {len(questions)} câu hỏi.")
