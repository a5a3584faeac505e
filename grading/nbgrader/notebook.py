"""The source notebook of an assignment, made from a case and its rubric."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from grading.criteria import criteria_of, document_worth
from grading.nbgrader.word_cells import REMARK_STUB, WORD_PREFIX, word_questions
from grading.rubric import Criterion
from scenarios.atomic_file import write_atomically
from scenarios.case import Case, load_case
from scenarios.edition import OPEN, Edition
from scenarios.share import Share, all_editions, format_named, level_named

MARK_TAG = "vanphong-mark"
# nbclient passes over cells with this tag, so marking draws no forms.
UNMARKED_TAG = "skip-execution"
GRADE_PREFIX = "tieu_chi_"
REMARK_ID = "nhan_xet"

_LEAD = """# {title}

{summary}

{how}
Mọi thay đổi được lưu ngay vào tệp `bai_lam.json` nằm cùng thư mục; đóng trang rồi mở lại, bài vẫn
còn. {marked}

*Tên người, địa danh, số liệu trong tình huống đều là hư cấu, trừ số liệu mà đề bài ghi rõ nguồn.*
"""


_HOW_CASE = (
    "Anh/chị đọc tình huống, lập kế hoạch, xử lý từng tình tiết và trả lời câu hỏi ngay trên trang "
    "này."
)
_MARKED = "Điểm tính từ tệp bài làm ấy."
_MARKED_DOCUMENTS = (
    "Điểm tính từ tệp bài làm ấy và các văn bản Word mà anh/chị đưa vào ở thẻ “Văn bản”."
)
_HOW_EXERCISE = "Anh/chị đọc đề, làm ngay trong các bảng trên trang này."


def source_notebook(case_id: str, edition: Edition = OPEN) -> dict[str, Any]:
    """The notebook (nbformat 4.5): welcome, desk, a test cell for each criterion, a remark.

    Each question that is answered in words has a cell that a trainer marks, worth nothing so far.

    What `edition` names is fixed for everybody; the rest is the learner's choice at the desk.
    Raises UnknownCaseError, CaseError, VariantError, RubricError.
    """
    return _notebook(load_case(case_id, edition), edition)


def edition_notebooks(case_id: str) -> Iterator[dict[str, Any]]:
    """The case's notebook fixed to every level in every format, as a class may be given it.

    Raises UnknownCaseError, CaseError, RubricError.
    """
    case = load_case(case_id)
    for edition in all_editions(case.file):
        share = Share(
            level_named(case.file, edition.level), format_named(case.file, edition.format)
        )
        yield _notebook(replace(case, share=share), edition)


def _notebook(case: Case, edition: Edition) -> dict[str, Any]:
    case_id = case.id
    how = _HOW_CASE if case.file.tasks else _HOW_EXERCISE
    marked = _MARKED_DOCUMENTS if document_worth(criteria_of(case)) else _MARKED
    lead = _LEAD.format(title=case.file.title, summary=case.file.summary, how=how, marked=marked)
    marks = [_mark(case_id, edition, one) for one in criteria_of(case)]
    words = [_word_cell(one.id) for one in word_questions(case)]
    cells = [_text("loi-dau", lead), _desk(case_id, edition), *marks, *words, _remark()]
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
            "vanphong": {"case": case_id, **edition.named()},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def notebook_text(content: dict[str, Any]) -> str:
    """The notebook as it stands in its file, the same bytes for the same content."""
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_source(case_id: str, path: Path, edition: Edition = OPEN) -> bool:
    """Make the file hold the case's source notebook; whether it had to be changed."""
    text = notebook_text(source_notebook(case_id, edition))
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    write_atomically(path, text)
    return True


def _text(cell_id: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": _lines(source)}


def _desk(case_id: str, edition: Edition) -> dict[str, Any]:
    source = f"from course.desk import open_case\n\nopen_case({_arguments(edition, case_id)})"
    return _code("ban-lam-viec", source, {"tags": [UNMARKED_TAG]})


def _arguments(edition: Edition, *names: str) -> str:
    """Names and what the edition names, as they stand between the brackets of a call."""
    named = [f'{key}="{name}"' for key, name in edition.named().items()]
    return ", ".join([*(f'"{name}"' for name in names), *named])


def _mark(case_id: str, edition: Edition, criterion: Criterion) -> dict[str, Any]:
    """A test cell; one that is worth nothing stays, so that its warning reaches the learner."""
    call = f"award({_arguments(edition, case_id, criterion.id)})"
    source = f"from grading import award\n\n{call}"
    worth = criterion.worth
    metadata = {
        "deletable": False,
        "editable": False,
        "nbgrader": {
            "cell_type": "code",
            "grade": True,
            "grade_id": GRADE_PREFIX + criterion.id,
            "locked": True,
            "points": int(worth) if worth == int(worth) else worth,
            "schema_version": 3,
            "solution": False,
            "task": False,
        },
        "tags": [MARK_TAG],
    }
    return _code(f"tieu-chi-{criterion.id.lower()}", source, metadata)


def _remark() -> dict[str, Any]:
    """The cell to which nbgrader's formgrader gives a box for the trainer's remark."""
    return _trainers("nhan-xet", REMARK_ID, {"grade": False})


def _word_cell(question: str) -> dict[str, Any]:
    """A manual-grade cell: formgrader gives it a box for points and one for a comment."""
    name = f"{WORD_PREFIX}{question}"
    return _trainers(name.replace("_", "-"), name, {"grade": True, "points": 0})


def _trainers(cell_id: str, name: str, worth: dict[str, Any]) -> dict[str, Any]:
    info = {
        "cell_type": "code",
        "grade_id": name,
        "locked": False,
        "schema_version": 3,
        "solution": True,
        "task": False,
        **worth,
    }
    metadata = {"editable": False, "nbgrader": info, "tags": [MARK_TAG, UNMARKED_TAG]}
    return _code(cell_id, REMARK_STUB, metadata)


def _code(cell_id: str, source: str, metadata: dict[str, Any]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": metadata,
        "outputs": [],
        "source": _lines(source),
    }


def _lines(source: str) -> list[str]:
    return source.strip().splitlines(keepends=True)
