"""The rubric of a case: criteria with checks, points, a rule and words for the learner."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grading.answers import Answer
from grading.constraints import Absence, Existence, NotCoexistence, Precedence, Response
from grading.document_check import DocumentCheck
from grading.figures import Figure
from grading.measures import Measure
from grading.table_checks import Cells, Filled, Marks
from grading.timetable_check import Timetable
from grading.truth_checks import AnyTruthCheck
from grading.week_measures import WeekMeasure
from office_sim import mistakes, rulebook
from office_sim.mistakes import Mistake, MistakesError
from scenarios.case_file import Id

AnyCheck = Annotated[
    Existence
    | Absence
    | Precedence
    | Response
    | NotCoexistence
    | Measure
    | Answer
    | Figure
    | Marks
    | Filled
    | Cells
    | AnyTruthCheck
    | Timetable
    | WeekMeasure
    | DocumentCheck,
    Field(discriminator="form"),
]


DOCUMENT = "document:"
"""How a Word document begins where `tried` names it."""


class RubricError(MistakesError):
    """A rubric cannot be used as it is written."""

    what = "Bảng tiêu chí"


class Criterion(BaseModel):
    """One criterion. `worth` is in points of the score sheet; 0 means that it only warns.

    It counts as attempted when the work holds one of `tried`: a task ordered ("danh_sach_moi"),
    an inject decided ("inject:bao_vang"), a question answered ("answer:so_phieu"), a table begun
    ("table:ra_soat") or a Word document handed in ("document:bien_ban"). `why` and `fix` are for
    before hand-in and give nothing away; `lesson` is the fuller word for after it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[A-Z]\d{2}$")]
    group: Id
    title: str
    worth: Annotated[float, Field(ge=0, le=100)]
    rule: str
    coverage: tuple[str, ...]
    tried: Annotated[tuple[str, ...], Field(min_length=1)]
    where: str
    why: str
    fix: str
    lesson: str
    checks: Annotated[tuple[AnyCheck, ...], Field(alias="check", min_length=1)]


class Group(BaseModel):
    """A group of criteria with the title that people read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    title: str
    lead: str = ""


class Rubric(BaseModel):
    """All criteria of a case, in the order in which they are shown.

    Without `groups` of its own a rubric is grouped by the phases of the case.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Annotated[Literal[1], Field(alias="schema")]
    groups: Annotated[tuple[Group, ...], Field(alias="group")] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(alias="criterion", min_length=1)]


def load_rubric(folder: Path) -> Rubric:
    """The rubric in a case's folder. Raises RubricError with every mistake in it."""
    return _load(folder)


def read_rubric(folder: Path) -> Rubric:
    """The rubric as it is written, its rules not looked up yet. Raises RubricError."""
    name = f"{folder.name}/rubric.toml"
    try:
        content = tomllib.loads((folder / "rubric.toml").read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RubricError([mistakes.of_toml(name, error)]) from error
    except OSError as error:
        mistake = Mistake(name, "", "không mở được tệp", "đặt rubric.toml vào thư mục")
        raise RubricError([mistake]) from error
    try:
        return Rubric.model_validate(content)
    except ValidationError as error:
        raise RubricError(mistakes.of_records(name, error, content)) from error


def unsound(name: str, rubric: Rubric) -> Iterator[Mistake]:
    """Why a rubric must not be used: an id given twice, a rule that is not there or not sure."""
    book, ids = rulebook.load(), [criterion.id for criterion in rubric.criteria]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield Mistake(name, f"criterion “{twice}”", "mã dùng hai lần", "đặt mã khác")
    for criterion in rubric.criteria:
        place = f"criterion “{criterion.id}”"
        if criterion.rule not in book:
            problem = f"sổ quy tắc không có mục “{criterion.rule}”"
            yield Mistake(name, place, problem, "dùng một mã trong office_sim/rulebook")
        elif criterion.worth and not book[criterion.rule].confirmed:
            problem = f"quy tắc {criterion.rule} chưa được xác nhận nên không được trừ điểm"
            mend = "đặt worth = 0, hoặc dẫn một quy tắc đã xác nhận"
            yield Mistake(name, place, problem, mend)


def forget_rubrics() -> None:
    """Read every rubric anew from now on: one of them was written."""
    _load.cache_clear()


@cache
def _load(folder: Path) -> Rubric:
    rubric = read_rubric(folder)
    wrong = list(unsound(f"{folder.name}/rubric.toml", rubric))
    if wrong:
        raise RubricError(wrong)
    return rubric
