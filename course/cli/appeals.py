"""`vanphong class appeals`: the notes of learners on findings, listed and decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from course.cli import CommandError
from grading.nbgrader import appeals as judge
from grading.nbgrader.appeal import OUTCOME_VI, Appeal
from grading.nbgrader.class_folder import ClassError, assignments_of
from scenarios.typed import LOP, typed

app = typer.Typer(no_args_is_help=True, add_completion=False)

ClassDir = Annotated[Path, typer.Argument(metavar="THƯ_MỤC_LỚP", help="Thư mục của lớp.")]
Number = Annotated[int, typer.Argument(metavar="SỐ", help="Số của đề nghị, xem bằng list.")]
Reason = Annotated[str, typer.Option("--ly-do", help="Lý do; người học đọc được trong tờ kết quả.")]


@app.callback()
def _group() -> None:
    """Đề nghị xem lại của người học: xem, chấp nhận, không chấp nhận."""


@app.command("list")
def list_all(
    folder: ClassDir,
    assignment: Annotated[str, typer.Argument(metavar="[BÀI]", help="Mã bài tập.")] = "",
) -> None:
    """Liệt kê các đề nghị xem lại, chưa giải quyết trước."""
    try:
        assignments_of(folder)
        found = judge.appeals(folder, assignment)
    except ClassError as error:
        raise CommandError(str(error)) from error
    for one in found:
        typer.echo(f"{one.id}. {one.student}, {one.assignment}, {one.criterion}: “{one.text}”")
        typer.echo(f"   {_outcome(one)}")
    waiting = sum(one.is_open for one in found)
    typer.echo(f"{len(found)} đề nghị, {waiting} chưa giải quyết.")


@app.command("accept")
def accept(
    folder: ClassDir,
    number: Number,
    points: Annotated[float, typer.Option("--diem", help="Điểm mới của tiêu chí.")],
    reason: Reason,
) -> None:
    """Chấp nhận một đề nghị: ghi điểm của giảng viên vào sổ điểm, kèm lý do.

    Điểm ghi tay không bị lần chấm lại nào ghi đè.
    """
    _decided(folder, lambda: judge.accept(folder, number, points, reason))


@app.command("reject")
def reject(folder: ClassDir, number: Number, reason: Reason) -> None:
    """Không chấp nhận một đề nghị: điểm giữ nguyên, lý do gửi lại người học."""
    _decided(folder, lambda: judge.reject(folder, number, reason))


def _decided(folder: Path, decide: Callable[[], Appeal]) -> None:
    try:
        assignments_of(folder)
        one = decide()
    except ClassError as error:
        raise CommandError(str(error)) from error
    typer.echo(f"Đề nghị số {one.id} của {one.student}, {one.criterion}: {_outcome(one)}")
    typer.echo(
        "Người học đọc quyết định trong tờ kết quả; viết lại bằng lệnh: "
        f"{typed('class feedback', LOP, one.assignment)}"
    )


def _outcome(appeal: Appeal) -> str:
    return f"{OUTCOME_VI[appeal.outcome]}. {'' if appeal.is_open else appeal.answer()}".strip()
