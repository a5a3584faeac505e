"""Making the case of a form: written beside, proven, checked, and only then put in its place."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grading.case_form.case_text import case_content, reference_content, rubric_content
from grading.case_form.faults import faults
from grading.case_form.form import Form, FormError, read_form
from grading.case_form.plan import CasePlan
from grading.case_form.proof import unmet, unplayable, wrong_works
from grading.case_form.toml_text import toml_text
from grading.check import check_case
from grading.rubric import forget_rubrics
from office_sim.mistakes import Mistake
from scenarios.atomic_file import write_atomically
from scenarios.case import Case, forget_cases, read_case
from scenarios.own_cases import FORM_NAME
from scenarios.written_works import write_works

MAKING = ".dang_tao"


class OtherCaseError(Exception):
    """The place is taken by something else; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class Made:
    """The case that was made, and how many criteria it has."""

    folder: Path
    title: str
    criteria: int


def make_case(path: Path, place: Path, duties: Mapping[str, str]) -> Made:
    """Make the case of a filled form in a folder of `place`; one made of a form before is replaced.

    The folder appears when everything in it is checked. `duties` maps ids to what they are called.
    Raises FormError with every fault, OtherCaseError if a folder of that name is no case of a form,
    OSError.
    """
    form = read_form(path)
    wrong = faults(form, duties)
    if wrong:
        raise FormError(wrong)
    plan = CasePlan(form)
    target, work = place / plan.id, place / MAKING / plan.id
    if target.exists() and not (target / FORM_NAME).is_file():
        raise OtherCaseError(
            f"Thư mục “{target}” đã có nội dung khác; anh/chị đổi mã ở trang "
            "Tình huống rồi làm lại."
        )
    shutil.rmtree(place / MAKING, ignore_errors=True)
    try:
        _write(plan, work)
        shutil.copyfile(path, work / FORM_NAME)
        _put_in_place(work, target)
    finally:
        shutil.rmtree(place / MAKING, ignore_errors=True)
        _forget()
    return Made(target, form.field("Tên"), len(plan.criteria))


def _write(plan: CasePlan, folder: Path) -> None:
    """Write everything and prove it. Raises FormError."""
    form = plan.form
    _put(folder / "case.toml", toml_text(case_content(plan)))
    _put(folder / "rubric.toml", toml_text(rubric_content(plan)))
    _put(folder / "reference" / "plan.toml", toml_text(reference_content(plan)))
    _put(folder / "brief.md", _paragraphs(form.field("Đề bài")))
    _put(folder / "facilitator.md", _paragraphs(form.field("Lời cho giảng viên")))
    _forget()
    case = read_case(folder)
    _refuse(list(unplayable(case, plan)))
    _refuse(list(unmet(case, plan)))
    changes, wrong = wrong_works(case, plan)
    _refuse(wrong)
    for name, change in changes.items():
        _put(folder / "wrong" / name / "edit.toml", toml_text(change))
    write_works(case)
    _refuse(_left_over(case, form))


def _left_over(case: Case, form: Form) -> list[Mistake]:
    """What the check of every case still finds, told as it tells it."""
    return [
        Mistake(form.file, f"{one.file}, {one.place}", one.problem, one.mend)
        for one in check_case(case).mistakes
    ]


def _refuse(wrong: list[Mistake]) -> None:
    if wrong:
        raise FormError(wrong)


def _put_in_place(work: Path, target: Path) -> None:
    old = work.parent / "cu"
    if target.exists():
        target.replace(old)
    work.replace(target)


def _paragraphs(text: str) -> str:
    """Lines of a cell as paragraphs of Markdown."""
    return "\n\n".join(filter(None, text.splitlines()))


def _put(path: Path, text: str) -> None:
    write_atomically(path, text.rstrip() + "\n")


def _forget() -> None:
    """What was read of a case in this place before is no longer so."""
    forget_cases()
    forget_rubrics()
