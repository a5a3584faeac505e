"""`vanphong class ...` for a trainer's day: the same functions that the panel's buttons call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from course.classroom.diary import Done
from course.classroom.plan import VariantPolicy
from course.cli.failures import CommandError
from grading.nbgrader.class_folder import ClassError

ClassDir = Annotated[Path, typer.Argument(metavar="THƯ_MỤC_LỚP", help="Thư mục của lớp.")]
Task = Annotated[str, typer.Argument(metavar="BÀI", help="Mã bài tập.")]


def from_list(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới cho lớp.")],
    names: Annotated[Path, typer.Argument(metavar="DANH_SÁCH", help="Tệp .xlsx hoặc .csv.")],
    title: Annotated[str, typer.Option("--ten", help="Tên lớp.")] = "",
    tasks: Annotated[list[str] | None, typer.Option("--bai", help="Chỉ lấy bài này.")] = None,
    minutes: Annotated[int, typer.Option("--phut", help="Khung: 40, 75, 120, 150 phút.")] = 75,
    level: Annotated[str, typer.Option("--muc", help="basic, standard, advanced.")] = "standard",
    policy: Annotated[
        VariantPolicy, typer.Option("--bien-the", help="Cả lớp một, mỗi người một, mỗi nhóm một.")
    ] = VariantPolicy.ONE,
    groups: Annotated[int, typer.Option("--nhom", min=0, help="Số nhóm.")] = 0,
    everybody: Annotated[
        bool, typer.Option("--lay-ca-dong-trung", help="Lấy cả những dòng trùng họ tên, đơn vị.")
    ] = False,
    dry: Annotated[bool, typer.Option("--xem", help="Chỉ xem danh sách, chưa tạo lớp.")] = False,
) -> None:
    """Tạo lớp từ danh sách: nói dòng nào lạ, dòng nào trùng, rồi mới tạo."""
    from pydantic import ValidationError

    from course.classroom.making import Wish, make_class
    from course.classroom.roster import members_of, understand
    from course.classroom.roster_file import RosterError, read_list

    try:
        reading = understand(read_list(names))
    except RosterError as error:
        raise CommandError(str(error)) from error
    if everybody:
        reading = reading.with_taken([row.line for row in reading.rows])
    for row in reading.doubtful:
        taken = "lấy" if row.taken else "KHÔNG lấy"
        typer.echo(
            f"- Dòng {row.line}: {row.name or '(trống)'}: {'; '.join(row.remarks)} ({taken})"
        )
    members = members_of(reading)
    typer.echo(f"Đọc được {len(reading.rows)} dòng, lấy {len(members)} học viên.")
    if dry:
        return
    wish = Wish(
        title or folder.name,
        members,
        tasks or [],
        cast(Any, minutes),  # the plan refuses what is none of its formats and levels
        cast(Any, level),
        policy,
        "",
        groups,
    )
    try:
        _tell(lambda: make_class(folder, wish))
    except ValidationError as error:
        raise CommandError(
            "Khung thời gian là 40, 75, 120 hoặc 150 phút; mức là basic, standard hoặc advanced."
        ) from error


def withdraw(folder: ClassDir, assignment: Task) -> None:
    """Thu hồi bản phát của một bài khi chưa ai nộp."""
    from course.classroom import steps

    _tell(lambda: steps.withdraw(folder, assignment))


def undo_collect(folder: ClassDir) -> None:
    """Bỏ lần thu bài vừa rồi, khi các bài ấy chưa chấm."""
    from course.classroom import steps

    _tell(lambda: steps.undo_collect(folder))


def pack(folder: ClassDir, assignment: Task) -> None:
    """Làm hồ sơ giảng viên: giáo án, hướng dẫn, thẻ, phiếu, mẫu văn bản (Word)."""
    from course.classroom.pack import make_pack

    _tell(lambda: make_pack(folder, assignment))


def debrief(folder: ClassDir, assignment: Task) -> None:
    """Làm phần rút kinh nghiệm và báo cáo rút kinh nghiệm từ bài của lớp."""
    from datetime import date

    from course.classroom.after_action import make_report
    from course.classroom.debrief import make_debrief

    _tell(lambda: make_report(folder, assignment, date.today()))
    _tell(lambda: make_debrief(folder, assignment))


def report(folder: ClassDir) -> None:
    """Làm bảng điểm Excel, CSV, độ khó từng mục, danh sách chứng nhận."""
    from course.classroom.report import make_report

    _tell(lambda: make_report(folder))


def progress(
    folder: ClassDir,
    source: Annotated[Path, typer.Argument(metavar="NƠI_CÓ_TỆP", help="Nơi có tien_do.json.")],
) -> None:
    """Thu tệp tiến độ của học viên, để so kết quả kiểm tra trước và sau khóa học."""
    from course.classroom.tests_taken import collect_progress

    _tell(lambda: collect_progress(folder, source))


def compare(
    out: Annotated[Path, typer.Argument(metavar="THƯ_MỤC_GHI", help="Nơi ghi bảng so sánh.")],
    folders: Annotated[list[Path], typer.Argument(metavar="CÁC_LỚP", help="Thư mục các lớp.")],
) -> None:
    """So sánh nhiều lớp theo thời gian (Excel)."""
    from course.classroom.report import compare_classes

    _tell(lambda: compare_classes(folders, out))


def board(
    folder: ClassDir,
    assignment: Task,
    shared: Annotated[Path, typer.Argument(metavar="THƯ_MỤC_CHUNG", help="Nơi có bài làm.")],
) -> None:
    """Xem ai đang ở đâu, ai cần giúp; ghi trang cho máy chiếu vào thư mục lớp."""
    from datetime import datetime

    from course.classroom.board import STATE_VI, Board
    from course.classroom.board_page import projector_page, write_projector
    from course.classroom.plan import read_plan
    from course.classroom.session import clock_line
    from course.classroom.steps import exercises_of
    from grading.nbgrader.ledger import read_ledger

    def step() -> Done:
        case = next((one.case_id for one in exercises_of(folder) if one.id == assignment), None)
        if case is None:
            raise ClassError(f"Lớp này không có bài tập “{assignment}”.")
        plan, now = read_plan(folder), datetime.now()
        seats = Board(plan, assignment, case, shared).seats(read_ledger(folder), now)
        clock = clock_line(folder, plan.minutes, now)
        path = write_projector(folder, projector_page(plan.title, seats, now, clock))
        told = [f"{o.name}: {STATE_VI[o.state]} {o.clock} {o.stuck}".rstrip() for o in seats]
        return Done(f"Bảng theo dõi lúc {now:%H:%M:%S}. {clock}".rstrip(), tuple(told), (path,))

    _tell(step)


def cards(
    folder: ClassDir,
    source: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp chữ, mỗi dòng một thẻ.")],
) -> None:
    """Thêm thẻ cam kết (khi …, tôi sẽ …) từ một tệp chữ và in cùng các thẻ đã thu."""
    from course.classroom.commitments import add_cards, parse

    try:
        text = source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(
            f"Không đọc được “{source}”; anh/chị ghi đúng tên tệp chữ (.txt, mã UTF-8)."
        ) from error
    _tell(lambda: add_cards(folder, parse(text)))


COMMANDS: dict[str, Callable[..., Any]] = {
    "from-list": from_list,
    "withdraw": withdraw,
    "undo-collect": undo_collect,
    "pack": pack,
    "board": board,
    "debrief": debrief,
    "cards": cards,
    "report": report,
    "progress": progress,
    "compare": compare,
}


def _tell(step: Callable[[], Done]) -> None:
    try:
        done = step()
    except ClassError as error:
        raise CommandError(str(error)) from error
    for line in done.lines():
        typer.echo(line)
    for path in done.files:
        typer.echo(str(path))
    if done.troubled:
        raise typer.Exit(1)
