"""Making a class: from the list and the trainer's choices to a folder that stands whole or not."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from course.classroom.allotment import Exercise, allot, editions_of
from course.classroom.card import write_card
from course.classroom.diary import Done, note
from course.classroom.plan import LEVEL_VI, POLICY_VI, ClassPlan, Student, VariantPolicy, write_plan
from course.classroom.reading import reading_places
from course.classroom.roster import Member, in_groups
from course.whereabouts import course_order
from grading.nbgrader import class_folder
from grading.nbgrader.assignment import all_assignments
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.results import write_reading
from scenarios.atomic_file import reason
from scenarios.case import load_case
from scenarios.variants import VariantError

MAKING = ".dang_tao"


@dataclass(frozen=True)
class Wish:
    """What the trainer has chosen for a new class. `groups` 0 keeps those of the list."""

    title: str
    members: Sequence[Member]
    assignments: Sequence[str] = ()
    minutes: Literal[40, 75, 120, 150] = 75
    level: Literal["basic", "standard", "advanced"] = "standard"
    policy: VariantPolicy = VariantPolicy.ONE
    variant: str = ""
    groups: int = 0
    course_id: str = ""


def exercises_of_kit() -> list[Exercise]:
    """The assignments that a class can be given, in the order of the course."""
    found = sorted(all_assignments(), key=lambda one: course_order(one.id))
    return [Exercise(one.id, one.case_id) for one in found]


def make_class(folder: Path, wish: Wish) -> Done:
    """Make the class in `folder`, with its assignments released. Raises ClassError.

    The folder appears when everything in it is there: a run that was cut off leaves nothing in the
    way and is simply started again.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ClassError(f"“{folder}” đã có nội dung; anh/chị đặt tên lớp khác.")
    if not wish.title.strip():
        raise ClassError("Lớp chưa có tên; anh/chị ghi tên lớp rồi tạo lại.")
    if not wish.members:
        raise ClassError("Danh sách chưa có học viên nào; anh/chị chọn danh sách rồi tạo lại.")
    course_id = wish.course_id or course_id_of(wish.title)
    chosen = [
        one for one in exercises_of_kit() if not wish.assignments or one.id in wish.assignments
    ]
    plan = _plan(wish, course_id, chosen)
    work = folder.with_name(f"{MAKING}_{folder.name}")
    try:
        shutil.rmtree(work, ignore_errors=True)
        class_folder.new_class(work, course_id, list(wish.assignments), editions_of(plan, chosen))
        write_plan(work, plan)
        write_reading(work, reading_places())
        write_card(work, plan, chosen)
        if folder.is_dir():
            folder.rmdir()
        work.replace(folder)
    except OSError as error:
        raise ClassError(
            f"Không tạo được lớp ở “{folder}” ({reason(error)}); anh/chị kiểm tra chỗ trống và "
            "quyền ghi rồi tạo lại."
        ) from error
    return note(folder, Done(f"Đã tạo lớp “{plan.title}”.", _told(plan, chosen), (folder,)))


def course_id_of(title: str) -> str:
    """A code for the class out of its title, in letters that nbgrader takes."""
    plain = unicodedata.normalize("NFD", title.strip().casefold().replace("đ", "d"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_") or "lop"


def _plan(wish: Wish, course_id: str, chosen: Sequence[Exercise]) -> ClassPlan:
    members = in_groups(wish.members, wish.groups)
    if wish.policy is VariantPolicy.GROUP and not any(one.group for one in members):
        raise ClassError(
            "Chưa chia nhóm nên chưa phát mỗi nhóm một biến thể được; anh/chị ghi số nhóm."
        )
    plan = ClassPlan(
        course_id=course_id,
        title=wish.title.strip(),
        minutes=wish.minutes,
        level=wish.level,
        policy=wish.policy,
        variant=wish.variant,
        students=tuple(
            Student(id=one.id, name=one.name, unit=one.unit, group=one.group) for one in members
        ),
    )
    try:
        return allot(plan, chosen)
    except VariantError as error:
        raise ClassError(str(error)) from error


def _told(plan: ClassPlan, chosen: Sequence[Exercise]) -> tuple[str, ...]:
    groups = plan.groups
    lines = [
        f"{len(plan.students)} học viên" + (f", {len(groups)} nhóm" if groups else ""),
        f"Bài: {'; '.join(load_case(one.case_id).file.title for one in chosen)}",
        f"Khung {plan.minutes} phút, mức {LEVEL_VI[plan.level].lower()}, "
        f"{POLICY_VI[plan.policy].lower()}",
    ]
    same = {one.name for one in plan.students}
    for name in sorted(same):
        own = [one for one in plan.students if one.name == name]
        if len(own) > 1:
            told = "; ".join(f"{one.told_apart}: mã {one.id}" for one in own)
            lines.append(f"Có {len(own)} người cùng tên {name}, phân biệt bằng mã: {told}")
    lines.append("Bước tiếp theo: thẻ “Hồ sơ giảng viên” để in, thẻ “Phát, thu, chấm, trả” để phát")
    return tuple(lines)
