"""The trainer's pack: every paper of a session as Word files, made again without losing notes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from course.classroom.allotment import Exercise, editions_of
from course.classroom.certificates import write_certificates
from course.classroom.diary import Done, note
from course.classroom.kept_files import install
from course.classroom.plan import LEVEL_VI, ClassPlan, read_plan
from course.classroom.steps import exercises_of
from grading.handouts.class_forms import commitment_card, feedback_form
from grading.handouts.inject_list import inject_list
from grading.handouts.lesson_plan import Session, lesson_plan
from grading.handouts.markdown_text import write_markdown
from grading.handouts.paper_case import FICTIONAL, write_paper_case
from grading.handouts.rhythm import facilitator_text
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason, write_atomically
from scenarios.case import Case, load_case
from scenarios.edition import Edition
from scenarios.typed import typed

if TYPE_CHECKING:
    from grading.word.write import Writer

PACK_FOLDER = "ho_so_giang_vien"
NOTES_NAME = "ghi_chu_cua_toi.md"
TEMPLATES = "mau_van_ban"
MOST_VARIANTS = 12
_BUILD = ".dang_lam_ho_so"


def make_pack(folder: Path, assignment: str) -> Done:
    """Make the pack of an assignment in `ho_so_giang_vien/<assignment>`. Raises ClassError.

    The trainer's notes are taken into plan and guide; a file that the trainer has changed stays.
    """
    exercise = next((one for one in exercises_of(folder) if one.id == assignment), None)
    if exercise is None:
        raise ClassError(f"Lớp này không có bài tập “{assignment}”.")
    plan = read_plan(folder)
    target, build = folder / PACK_FOLDER / assignment, folder / _BUILD
    try:
        shutil.rmtree(build, ignore_errors=True)
        left_out = _build(build, plan, exercise, notes_of(folder, assignment))
        write_certificates(folder, build, "08_danh_sach_chung_nhan.docx")
        done = install(build, target)
        shutil.rmtree(build, ignore_errors=True)
    except OSError as error:
        raise ClassError(
            f"Không ghi được hồ sơ ({reason(error)}); anh/chị đóng các tệp Word đang mở trong "
            f"{PACK_FOLDER}, kiểm tra chỗ trống rồi làm lại."
        ) from error
    details = [f"{len(done.written)} tệp Word trong {PACK_FOLDER}/{assignment}."]
    if done.kept:
        names = ", ".join(sorted(path.name for path in done.kept))
        details.append(f"Giữ nguyên bản anh/chị đã sửa: {names}; bản mới nằm cạnh, đuôi _ban_moi.")
    if left_out:
        details.append(
            f"Lớp có nhiều biến thể; giấy tờ riêng làm cho {MOST_VARIANTS} biến thể đầu, còn lại "
            f"{left_out} biến thể in bằng lệnh: {typed('case print', exercise.case_id)} --help."
        )
    return note(folder, Done("Đã làm xong hồ sơ giảng viên.", tuple(details), (target,)))


def notes_of(folder: Path, assignment: str) -> str:
    """The trainer's own notes for an assignment, "" if there are none."""
    try:
        return (folder / PACK_FOLDER / assignment / NOTES_NAME).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def keep_notes(folder: Path, assignment: str, text: str) -> Done:
    """Save the trainer's notes; the next pack takes them in. Raises ClassError."""
    try:
        write_atomically(folder / PACK_FOLDER / assignment / NOTES_NAME, text.strip() + "\n")
    except OSError as error:
        raise ClassError(f"Chưa lưu được ghi chú ({reason(error)}); anh/chị bấm lại.") from error
    return Done("Đã lưu ghi chú; lần làm hồ sơ sau sẽ có trong giáo án và hướng dẫn.")


def _build(build: Path, plan: ClassPlan, exercise: Exercise, notes: str) -> int:
    """Write all files below `build`; how many variants of the class have no papers of their own."""
    variants = list(dict.fromkeys(one.variants.get(exercise.id, "") for one in plan.in_order()))
    variants = variants or [plan.variant]
    edition = editions_of(plan, [exercise])[exercise.id]
    case = load_case(exercise.case_id, edition.over(Edition(variants[0])))
    session = Session(
        plan.title, plan.minutes, LEVEL_VI[plan.level], len(plan.students), len(plan.groups)
    )
    title = plan.title
    _write(
        build / "01_giao_an.docx", "Giáo án", case,
        lambda writer: _with_notes(lambda: lesson_plan(writer, case, session), writer, notes),
    )  # fmt: skip
    _write(
        build / "02_huong_dan_giang_vien.docx", "Hướng dẫn giảng viên", case,
        lambda writer: _with_notes(
            lambda: write_markdown(writer, facilitator_text(case)), writer, notes
        ),
    )  # fmt: skip
    for variant in variants[:MOST_VARIANTS]:
        own = build if len(variants) == 1 else build / f"bien_the_{variant}"
        _papers(own, load_case(exercise.case_id, edition.over(Edition(variant))))
    _write(
        build / "06_phieu_phan_hoi.docx", "Phiếu phản hồi", case,
        lambda writer: feedback_form(writer, title),
    )  # fmt: skip
    _write(
        build / "07_the_cam_ket.docx", "Thẻ cam kết", case,
        lambda writer: commitment_card(writer, title),
    )  # fmt: skip
    _templates(build / TEMPLATES, case)
    return max(0, len(variants) - MOST_VARIANTS)


def _papers(folder: Path, case: Case) -> None:
    """What depends on the variant: briefing, cards, sheets, and the list of injects."""
    for path in write_paper_case(case, folder):
        if path.stem.endswith("huong_dan_giang_vien"):
            path.unlink()  # it stands in the pack once, with the trainer's notes
        else:
            path.replace(path.with_name(f"03_{path.name}"))
    _write(
        folder / "04_danh_sach_tinh_tiet.docx", "Danh sách tình tiết", case,
        lambda writer: inject_list(writer, case),
    )  # fmt: skip


def _templates(folder: Path, case: Case) -> None:
    """A blank form for every document that the case wants, in the right layout."""
    from grading.word import RuleSetError, new_document

    folder.mkdir(parents=True, exist_ok=True)
    for wanted in case.documents:
        try:
            new_document(wanted.kind, folder / f"mau_{wanted.id}.docx")
        except RuleSetError:
            continue  # a kind without a form: the learner writes it freely


def _with_notes(fill: Callable[[], None], writer: Writer, notes: str) -> None:
    fill()
    if notes:
        writer.heading("Ghi chú của giảng viên")
        write_markdown(writer, notes)


def _write(path: Path, title: str, case: Case, fill: Callable[[Writer], None]) -> None:
    from grading.word.write import Writer  # python-docx: only where a Word file is made

    path.parent.mkdir(parents=True, exist_ok=True)
    writer = Writer(title=f"{case.file.title}: {title.lower()}")
    writer.small(FICTIONAL)
    writer.title(title.upper(), (case.file.title,))
    fill(writer)
    writer.save(path)
