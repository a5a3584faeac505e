"""The class folder: made for a class, its assignments released."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from grading.criteria import criteria_of
from grading.nbgrader.answer_guide import copy_guide
from grading.nbgrader.assignment import Assignment, all_assignments, assignments_in
from grading.nbgrader.class_error import ClassError
from grading.nbgrader.class_source import write_terms
from grading.nbgrader.commands import CommandFailedError, must_release
from grading.nbgrader.gradebook import due_in, fixed_cells
from grading.nbgrader.leaks import leaks
from grading.nbgrader.notebook import GRADE_PREFIX, write_source
from grading.nbgrader.swapping import kept_aside
from grading.nbgrader.terms import terms
from grading.nbgrader.word_cells import WORD_PREFIX, word_questions
from scenarios.case import load_case
from scenarios.edition import OPEN, Edition
from scenarios.typed import LOP, typed
from scenarios.variants import VariantError

__all__ = ["ClassError", "assignments_of", "new_class", "release"]

CONFIG_NAME = "nbgrader_config.py"
CONFIG_TEXT = '''"""Cấu hình nbgrader của lớp này; mọi thiết lập nằm trong bộ học liệu."""

from pathlib import Path

from grading.nbgrader.config import configure

configure(get_config(), Path(__file__).parent, course_id="{course_id}")  # noqa: F821
'''


def new_class(
    folder: Path,
    course_id: str,
    only: Sequence[str] = (),
    edition: Edition | Mapping[str, Edition] = OPEN,
) -> list[Assignment]:
    """Make a class folder with the kit's assignments (or `only` those), released.

    Every assignment is fixed to the level and format that `edition` names, else to the case's
    default ones; its variant only if named. A case without levels or formats is taken as it is.
    A mapping names an edition for each assignment.
    Raises ClassError if the folder is in use, a name is unknown or a release would leak.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", course_id):
        raise ClassError(
            f"Mã lớp “{course_id}” chỉ được gồm chữ thường không dấu, chữ số, gạch nối, gạch dưới."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ClassError(f"“{folder}” đã có nội dung; anh/chị chọn một thư mục mới hoặc còn trống.")
    wanted = {} if isinstance(edition, Edition) else edition
    common = edition if isinstance(edition, Edition) else OPEN
    chosen = [_fixed(one, wanted.get(one.id, common)) for one in _chosen(only)]
    folder.mkdir(parents=True, exist_ok=True)
    for assignment in chosen:
        place = folder / "source" / assignment.id / assignment.notebook.name
        write_source(assignment.case_id, place, assignment.edition)
    text = CONFIG_TEXT.format(course_id=course_id)
    (folder / CONFIG_NAME).write_text(text, encoding="utf-8", newline="\n")
    _release(folder, assignments_of(folder))  # the class's own sources, not the kit's
    return chosen


def release(folder: Path, assignment_id: str) -> Path:
    """Make the released edition with nbgrader and check it for leaks; where it stands.

    The class's source is first written anew from the case, so that its cells and points are those
    of the rubric as it is now. A release that leaks is taken away again. Raises ClassError.
    """
    known = {one.id: one for one in assignments_of(folder)}
    if assignment_id not in known:
        raise ClassError(f"Lớp này không có bài tập “{assignment_id}”.")
    _release(folder, [known[assignment_id]])
    return folder / "release" / assignment_id


def assignments_of(folder: Path) -> list[Assignment]:
    """The assignments of a class. Raises ClassError if the folder is not a class."""
    if not (folder / CONFIG_NAME).is_file():
        raise ClassError(
            f"“{folder}” không phải thư mục lớp; anh/chị chọn lại, hoặc tạo lớp ở thẻ “Lớp mới” "
            f"(lệnh: {typed('class from-list', LOP, 'DANH_SÁCH')})."
        )
    return assignments_in(folder / "source")


def _check_cells(folder: Path, assignment: Assignment) -> None:
    """nbgrader takes no new cells, and lets none go, once marks hang on the notebook."""
    fixed = fixed_cells(folder, assignment.id)
    case = load_case(assignment.case_id, assignment.edition)
    criteria = criteria_of(case)
    wanted = {f"{GRADE_PREFIX}{one.id}" for one in criteria}
    wanted |= {f"{WORD_PREFIX}{one.id}" for one in word_questions(case)}
    differing = fixed ^ wanted
    if fixed and differing:
        names = ", ".join(sorted(name.removeprefix(GRADE_PREFIX) for name in differing))
        raise ClassError(
            f"Bài “{assignment.id}” đã có bài chấm nên không thêm, bớt được tiêu chí ({names}); "
            "muốn bỏ một tiêu chí thì anh/chị dùng thẻ “Quy định, đề nghị” (lệnh: "
            f"{typed('class terms drop', LOP, assignment.id, 'TIÊU_CHÍ')}), hoặc tạo lớp mới."
        )


def _release(folder: Path, assignments: Sequence[Assignment]) -> None:
    for about in assignments:
        _check_cells(folder, about)
        write_source(about.case_id, about.notebook, about.edition)
        copy_guide(about.case_id, folder)
        write_terms(about.notebook, terms(folder, about.id), due_in(folder, about.id))
    try:
        with contextlib.ExitStack() as stack:
            for about in assignments:
                stack.enter_context(kept_aside(folder, folder / "release" / about.id))
            must_release(folder, [about.id for about in assignments])
    except CommandFailedError as error:
        raise ClassError(
            f"Chưa tạo được bản phát của bài “{error.command}” ({error.why}); bản phát trước, nếu "
            "có, còn nguyên. Anh/chị kiểm tra chỗ trống trên đĩa rồi làm lại."
        ) from error
    for about in assignments:
        released = folder / "release" / about.id
        found = leaks(released)
        if found:
            shutil.rmtree(released)
            raise ClassError(f"Chưa phát được bài “{about.id}”: {' '.join(found[:3])}")


def _chosen(only: Sequence[str]) -> list[Assignment]:
    known = all_assignments()
    missing = set(only) - {one.id for one in known}
    if missing:
        names = ", ".join(one.id for one in known)
        raise ClassError(f"Không có bài tập “{min(missing)}”; các bài hiện có: {names}.")
    return [one for one in known if not only or one.id in only]


def _fixed(assignment: Assignment, edition: Edition) -> Assignment:
    """The assignment about this edition of its case. Raises ClassError."""
    has = load_case(assignment.case_id)
    wanted = Edition(
        edition.variant or assignment.edition.variant,
        edition.level if has.level else "",
        edition.format if has.format else "",
    )
    try:
        edition = load_case(assignment.case_id, wanted).edition
    except VariantError as error:
        raise ClassError(str(error)) from error
    return replace(assignment, edition=replace(edition, variant=wanted.variant))
