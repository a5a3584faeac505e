"""`vanphong class`: make a class folder, release assignments, mark what was handed in."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)

from course.classroom.reading import reading_places
from course.cli import CommandError, appeals, class_day, terms
from grading.nbgrader import batch, class_folder
from grading.nbgrader import collect as taking
from grading.nbgrader import hand_back as handing
from grading.nbgrader.assignment import EXERCISES_DIR, AssignmentError, assignments_in
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.collect import Fate
from grading.nbgrader.notebook import write_source
from grading.nbgrader.results import write_reading
from scenarios.edition import Edition
from scenarios.typed import LOP, typed


def _made() -> typer.Typer:
    """The group of words, with the groups inside it."""
    made = typer.Typer(no_args_is_help=True, add_completion=False)
    made.add_typer(appeals.app, name="appeals")
    made.add_typer(terms.app, name="terms")
    for name, command in class_day.COMMANDS.items():
        made.command(name)(command)
    return made


app = _made()

ClassDir = Annotated[Path, typer.Argument(metavar="THƯ_MỤC_LỚP", help="Thư mục của lớp.")]


@app.callback()
def _group() -> None:
    """Lớp học: tạo lớp, phát bài, chấm bài bằng nbgrader."""


@app.command("new")
def new(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới cho lớp.")],
    course: Annotated[str, typer.Option("--ma-lop", help="Mã lớp, chữ thường không dấu.")] = "lop",
    only: Annotated[
        list[str] | None, typer.Option("--bai", help="Chỉ lấy bài này; gõ lại để lấy thêm bài.")
    ] = None,
    level: Annotated[
        str, typer.Option("--level", help="Mức của bài: basic, standard, advanced.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", help="Khung thời gian của bài: m40, m75, m120.")
    ] = "",
    variant: Annotated[
        str, typer.Option("--variant", help="Biến thể của bài; cần --bai với đúng một bài.")
    ] = "",
) -> None:
    """Tạo thư mục lớp: cấu hình nbgrader, bài gốc và bản phát ra đã kiểm tra không lộ đáp án."""
    try:
        made = class_folder.new_class(folder, course, only or [], Edition(variant, level, form))
        write_reading(folder, reading_places())
    except (ClassError, AssignmentError) as error:
        raise CommandError(str(error)) from error
    typer.echo(f"Đã tạo lớp “{course}” ở {folder} với {len(made)} bài tập:")
    for one in made:
        typer.echo(f"- {one.id}: bản phát cho học viên ở {folder / 'release' / one.id}")


@app.command("release")
def release(
    folder: ClassDir,
    assignment: Annotated[str, typer.Argument(metavar="BÀI", help="Mã bài tập.")],
) -> None:
    """Tạo lại bản phát ra của một bài và kiểm tra không lộ đáp án."""
    try:
        place = class_folder.release(folder, assignment)
    except (ClassError, AssignmentError) as error:
        raise CommandError(str(error)) from error
    typer.echo(f"Bản phát cho học viên ở {place}.")


@app.command("collect")
def collect(
    folder: ClassDir,
    source: Annotated[
        Path, typer.Argument(metavar="NƠI_CÓ_BÀI", help="Thư mục, USB chứa các gói nộp (.zip).")
    ],
    accept: Annotated[
        list[str] | None,
        typer.Option("--nhan-lai", help="Mã học viên được nhận bài làm lại từ đầu."),
    ] = None,
) -> None:
    """Thu các gói nộp vào lớp: mỗi gói một câu cho biết đã thu, bỏ qua hay không nhận, vì sao.

    Mã thoát: 0 nếu mọi gói đều thu được hoặc đã thu rồi, 1 nếu có gói cần anh/chị xem lại.
    """
    try:
        results = taking.collect(folder, source, accept=accept or [])
    except (ClassError, AssignmentError) as error:
        raise CommandError(str(error)) from error
    for one in results:
        typer.echo(f"- {one.sentence}")
    taken = sum(one.fate in (Fate.TAKEN, Fate.REPLACED) for one in results)
    notes = sum(one.fate is Fate.APPEAL for one in results)
    typer.echo(f"Đã thu {taken} trong {len(results)} gói, tệp tìm thấy.")
    if notes:
        see = typed("class appeals list", LOP)
        typer.echo(f"Có {notes} tệp đề nghị xem lại; xem bằng lệnh: {see}")
    if any(one.fate in (Fate.REFUSED, Fate.OTHER_PERSON) for one in results):
        raise typer.Exit(1)


@app.command("grade")
def grade(
    folder: ClassDir,
    assignment: Annotated[str, typer.Argument(metavar="BÀI", help="Mã bài tập.")],
    everything: Annotated[
        bool, typer.Option("--tat-ca", help="Chấm lại cả những bài không có gì thay đổi.")
    ] = False,
    reason: Annotated[
        str, typer.Option("--ly-do", help="Lý do chấm lại, ghi vào lịch sử chấm.")
    ] = "",
    dask: Annotated[
        str,
        typer.Option("--dask", metavar="ĐỊA_CHỈ", help="Chấm trên cụm máy Dask ở địa chỉ này."),
    ] = "",
) -> None:
    """Chấm mọi bài nộp mới, bài nộp lại, và chấm lại tất cả khi quy tắc hoặc tiêu chí thay đổi.

    Điểm vào sổ điểm của nbgrader, trang kết quả của từng học viên vào thư mục feedback. Dừng giữa
    chừng thì chạy lại lệnh này. Mã thoát: 0 nếu mọi bài đều chấm được, 1 nếu có bài chưa chấm được.
    """
    try:
        class_folder.assignments_of(folder)
        write_reading(folder, reading_places())
        with _progress() as advance:
            report = batch.grade(
                folder,
                assignment,
                everything=everything,
                reason=reason,
                dask=dask,
                progress=advance,
            )
    except (ClassError, AssignmentError) as error:
        raise CommandError(str(error)) from error
    for line in report.lines():
        typer.echo(line)
    if report.failed:
        raise typer.Exit(1)


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar that shows how many hand-ins are marked."""
    columns = (TextColumn("Đang chấm"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@app.command("feedback")
def feedback(
    folder: ClassDir,
    assignment: Annotated[str, typer.Argument(metavar="BÀI", help="Mã bài tập.")],
) -> None:
    """Viết kết quả để trả cho từng học viên: trang web, tệp Word, văn bản nộp kèm lời nhận xét.

    Điểm và nhận xét lấy từ sổ điểm lúc chạy lệnh, kể cả điểm anh/chị đã sửa bằng formgrader.
    """
    try:
        class_folder.assignments_of(folder)
        write_reading(folder, reading_places())
        with _progress() as advance:
            done = handing.hand_back(folder, assignment, progress=advance)
    except (ClassError, AssignmentError) as error:
        raise CommandError(str(error)) from error
    for student, notes in sorted(done.notes.items()):
        for note in notes:
            typer.echo(f"- {student}: {note}")
    place = folder / handing.RESULTS_FOLDER
    typer.echo(f"Đã viết kết quả của {len(done.students)} học viên vào {place}.")


@app.command("write-source")
def write_sources() -> None:
    """Viết lại sổ gốc của mọi bài tập theo bảng tiêu chí hiện hành (dành cho người soạn)."""
    for assignment in assignments_in(EXERCISES_DIR):
        changed = write_source(assignment.case_id, assignment.notebook)
        typer.echo(f"{assignment.id}: {'đã viết lại' if changed else 'không phải sửa'}")
