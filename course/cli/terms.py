"""`vanphong class terms`: deadline and late rule, extensions, dropped criteria of an assignment."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from course.classroom.steps import renew_card
from course.cli import CommandError
from grading.nbgrader import class_terms as decide
from grading.nbgrader.assignment import AssignmentError
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.lateness import moment_text, read_moment, rule_text
from grading.nbgrader.points import points_text
from grading.nbgrader.terms import LateKind, LateRule, term_changes, terms
from scenarios.typed import LOP, typed

app = typer.Typer(no_args_is_help=True, add_completion=False)

ClassDir = Annotated[Path, typer.Argument(metavar="THƯ_MỤC_LỚP", help="Thư mục của lớp.")]
Bai = Annotated[str, typer.Argument(metavar="BÀI", help="Mã bài tập.")]
Criterion = Annotated[str, typer.Argument(metavar="TIÊU_CHÍ", help="Mã tiêu chí, ví dụ T05.")]
Reason = Annotated[str, typer.Option("--ly-do", help="Lý do, ghi vào lịch sử quy định của lớp.")]


@app.callback()
def _group() -> None:
    """Quy định của lớp cho một bài: hạn nộp, nộp muộn, gia hạn, bỏ tiêu chí."""


@app.command("show")
def show(folder: ClassDir, assignment: Bai) -> None:
    """Xem quy định đang có và những lần thay đổi."""
    with _sentences():
        due, own = decide.deadline(folder, assignment), terms(folder, assignment)
        changes = term_changes(folder, assignment)
    typer.echo(f"Hạn nộp: {moment_text(due)}." if due else "Chưa đặt hạn nộp.")
    typer.echo(rule_text(own.late))
    for student, given in sorted(own.extensions.items()):
        until = moment_text(given.until.replace(tzinfo=None))
        typer.echo(f"- {student} được gia hạn đến {until}. {given.reason}".rstrip())
    for name, dropped in sorted(own.dropped.items()):
        typer.echo(f"- Bỏ tiêu chí {name}: {dropped.reason}")
    typer.echo(f"Đã thay đổi {len(changes)} lần.")


@app.command("deadline")
def deadline(
    folder: ClassDir,
    assignment: Bai,
    due: Annotated[
        str,
        typer.Argument(metavar="HẠN", help="Giờ Việt Nam, ví dụ “17:00 20/12/2026”; “không” để bỏ"),
    ],
    percent: Annotated[
        float | None,
        typer.Option("--tru", help="Trừ bấy nhiêu phần trăm số điểm cho mỗi ngày muộn."),
    ] = None,
    most: Annotated[
        float, typer.Option("--tru-nhieu-nhat", help="Trừ nhiều nhất bấy nhiêu phần trăm.")
    ] = 100,
) -> None:
    """Đặt hạn nộp; nộp muộn chỉ ghi nhận, trừ khi dùng --tru. Bản phát ra được tạo lại."""
    if not (0 <= (percent or 0) <= 100 and 0 <= most <= 100):
        raise CommandError("Phần trăm trừ điểm phải từ 0 đến 100.")
    kind = LateKind.NOTED if percent is None else LateKind.PERCENT
    rule = LateRule(kind=kind, percent=percent or 0, most=most)
    with _sentences():
        moment = None if due == "không" else read_moment(due)
        decide.set_deadline(folder, assignment, moment, rule)
        renew_card(folder)
    said = f"Hạn nộp: {moment_text(moment)}. {rule_text(rule)}" if moment else "Đã bỏ hạn nộp."
    typer.echo(said)
    typer.echo("Anh/chị báo câu này cho lớp; bản phát ra cũng ghi câu này.")


@app.command("extend")
def extend(
    folder: ClassDir,
    assignment: Bai,
    student: Annotated[str, typer.Argument(metavar="HỌC_VIÊN", help="Mã học viên.")],
    until: Annotated[
        str, typer.Argument(metavar="ĐẾN", help="Ví dụ “17:00 25/12/2026”; “không” để bỏ gia hạn.")
    ],
    reason: Reason = "",
) -> None:
    """Gia hạn cho một học viên."""
    with _sentences():
        moment = None if until == "không" else read_moment(until)
        decide.extend(folder, assignment, student, moment, reason)
    typer.echo(
        f"{student}: {'được gia hạn đến ' + moment_text(moment) if moment else 'đã bỏ gia hạn'}."
    )


@app.command("words")
def words(
    folder: ClassDir,
    assignment: Bai,
    points: Annotated[float, typer.Argument(metavar="ĐIỂM", help="0: chỉ nhận xét.")],
) -> None:
    """Đặt điểm cho mỗi câu hỏi tự luận, do giảng viên chấm, cộng thêm vào bảng tiêu chí."""
    with _sentences():
        decide.set_words(folder, assignment, points)
    typer.echo(f"Mỗi câu tự luận: {points_text(points)} điểm; {_AGAIN} {assignment}")


@app.command("drop")
def drop(folder: ClassDir, assignment: Bai, criterion: Criterion, reason: Reason) -> None:
    """Bỏ một tiêu chí: không tính điểm cho ai, điểm ghi tay của tiêu chí được cất lại."""
    with _sentences():
        decide.drop(folder, assignment, criterion, reason)
    typer.echo(f"Đã bỏ tiêu chí {criterion}; {_AGAIN} {assignment}")


@app.command("restore")
def restore(folder: ClassDir, assignment: Bai, criterion: Criterion, reason: Reason) -> None:
    """Lấy lại một tiêu chí đã bỏ, cùng điểm ghi tay của nó."""
    with _sentences():
        decide.restore(folder, assignment, criterion, reason)
    typer.echo(f"Tiêu chí {criterion} lại được tính; {_AGAIN} {assignment}")


_AGAIN = f"anh/chị chấm lại bằng lệnh: {typed('class grade', LOP)}"


@contextlib.contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except (ClassError, AssignmentError) as error:
        raise CommandError(str(error)) from error
