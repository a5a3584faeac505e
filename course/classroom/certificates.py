"""Who is proposed for a certificate, by the rule that the trainer set for the class."""

from __future__ import annotations

from pathlib import Path

from course.classroom.diary import Done, note
from course.classroom.marks import ClassMarks, class_marks
from course.classroom.plan import ClassPlan, read_plan, write_plan
from grading.handouts.class_forms import Certified, certificate_list
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason

LIST_NAME = "danh_sach_chung_nhan.docx"


def set_rule(folder: Path, percent: int, *, wants_all: bool) -> Done:
    """Set the rule of the class. Raises ClassError."""
    if not 0 <= percent <= 100:
        raise ClassError("Mức đạt là một số từ 0 đến 100 phần trăm.")
    plan = read_plan(folder)
    rule = {"pass_percent": percent, "wants_all": wants_all}
    write_plan(folder, plan.model_copy(update=rule))
    return note(folder, Done(f"Quy tắc cấp chứng nhận: {rule_vi(read_plan(folder))}"))


def rule_vi(plan: ClassPlan) -> str:
    """The rule in words."""
    every = "nộp đủ các bài và " if plan.wants_all else ""
    return f"{every}đạt từ {plan.pass_percent}% số điểm trở lên."


def certified(marks: ClassMarks) -> list[Certified]:
    """Everybody of the list, with whether they are proposed and why not."""
    return [_line(marks, one.id, one.name, one.unit) for one in marks.people]


def write_certificates(folder: Path, out: Path, name: str = LIST_NAME) -> Path:
    """Write the list as a Word file; where it is. Raises ClassError."""
    from grading.word.write import Writer

    marks = class_marks(folder)
    writer = Writer(title="Danh sách đề nghị cấp chứng nhận")
    writer.title("DANH SÁCH ĐỀ NGHỊ CẤP CHỨNG NHẬN", ())
    certificate_list(writer, marks.plan.title, rule_vi(marks.plan), certified(marks))
    try:
        out.mkdir(parents=True, exist_ok=True)
        return writer.save(out / name)
    except OSError as error:
        raise ClassError(
            f"Không ghi được {name} ({reason(error)}); anh/chị đóng tệp nếu đang mở."
        ) from error


def _line(marks: ClassMarks, student: str, name: str, unit: str) -> Certified:
    share, missing = marks.total(student), marks.missing(student)
    plan = marks.plan
    told = "" if share is None else f"{round(100 * share)}%"
    if share is None:
        return Certified(name, unit, told, False, "chưa nộp bài nào")
    if plan.wants_all and missing:
        return Certified(name, unit, told, False, f"thiếu bài {', '.join(missing)}")
    if share * 100 < plan.pass_percent:
        return Certified(name, unit, told, False, f"chưa đạt {plan.pass_percent}%")
    return Certified(name, unit, told, True)
