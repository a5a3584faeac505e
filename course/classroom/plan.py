"""The plan of a class: who is in it and what they do, kept as `lop.json` in the class folder."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from course.classroom.names import name_key
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason, write_atomically

PLAN_NAME = "lop.json"
STUDENT_ID = r"^[a-z0-9][a-z0-9_-]{0,59}$"


class VariantPolicy(StrEnum):
    """Who gets which variant of a case."""

    ONE = "one"
    EACH = "each"
    GROUP = "group"


POLICY_VI = {
    VariantPolicy.ONE: "Cả lớp một biến thể",
    VariantPolicy.EACH: "Mỗi người một biến thể",
    VariantPolicy.GROUP: "Mỗi nhóm một biến thể",
}
FORMATS = (40, 75, 120, 150)
LEVEL_VI = {"basic": "Cơ bản", "standard": "Tiêu chuẩn", "advanced": "Nâng cao"}


class _Record(BaseModel):
    """Keys of newer kits are passed over, so that a class opens with an older kit too."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


class Student(_Record):
    """One learner of the class. `variants` maps assignments to the variant of a case."""

    id: Annotated[str, Field(pattern=STUDENT_ID)]
    name: Annotated[str, Field(min_length=1, max_length=100)]
    unit: str = ""
    group: str = ""
    variants: Mapping[str, str] = {}

    @property
    def told_apart(self) -> str:
        """The name with the office, as people of one name are told apart."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


class ClassPlan(_Record):
    """What the trainer has chosen. `minutes` is the format of the case, `variant` that for all.

    `pass_percent` and `wants_all` are the rule for certificates: the share of points, and whether
    every assignment must have been handed in.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    course_id: Annotated[str, Field(pattern=STUDENT_ID)]
    title: str
    minutes: Literal[40, 75, 120, 150] = 75
    level: Literal["basic", "standard", "advanced"] = "standard"
    policy: VariantPolicy = VariantPolicy.ONE
    variant: str = ""
    students: tuple[Student, ...] = ()
    pass_percent: Annotated[int, Field(ge=0, le=100)] = 50
    wants_all: bool = True

    def in_order(self) -> list[Student]:
        """The learners as a list is read: by given name, in the Vietnamese way."""
        return sorted(self.students, key=lambda one: (name_key(one.name), one.unit, one.id))

    def student(self, student_id: str) -> Student | None:
        """The learner with this id, None if there is none."""
        return next((one for one in self.students if one.id == student_id), None)

    @property
    def groups(self) -> dict[str, list[Student]]:
        """The groups with their learners; empty if the class has none."""
        groups: dict[str, list[Student]] = {}
        for one in self.in_order():
            if one.group:
                groups.setdefault(one.group, []).append(one)
        return dict(sorted(groups.items(), key=lambda item: (len(item[0]), item[0])))

    def called(self, student_id: str) -> str:
        """The name that stands for an id; somebody outside the list keeps the id.

        Among people of one name the office is added, or the id if that does not tell them apart.
        """
        own = self.student(student_id)
        if own is None:
            return student_id
        others = [one for one in self.students if one.name == own.name and one.id != own.id]
        if not others:
            return own.name
        if own.unit and all(one.unit != own.unit for one in others):
            return own.told_apart
        return f"{own.name} ({own.id})"


def read_plan(folder: Path) -> ClassPlan:
    """The plan of a class. A class made without one has an empty plan. Raises ClassError."""
    path = folder / PLAN_NAME
    try:
        return ClassPlan.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return ClassPlan(course_id="lop", title=folder.name)
    except (OSError, ValidationError) as error:
        raise ClassError(
            f"Tệp “{path}” của lớp bị hỏng nên không đọc được; anh/chị chép lại từ bản sao lưu "
            f"“{PLAN_NAME}.truoc” bên cạnh rồi mở lại lớp."
        ) from error


def write_plan(folder: Path, plan: ClassPlan) -> None:
    """Save the plan; the one before it stays beside it. Raises ClassError."""
    path = folder / PLAN_NAME
    try:
        if path.is_file():
            write_atomically(path.with_name(f"{PLAN_NAME}.truoc"), path.read_text(encoding="utf-8"))
        write_atomically(path, plan.model_dump_json(by_alias=True, indent=1) + "\n")
    except OSError as error:
        raise ClassError(
            f"Không ghi được tệp “{path}” ({reason(error)}); anh/chị kiểm tra chỗ trống trên đĩa "
            "rồi làm lại."
        ) from error
