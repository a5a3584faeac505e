"""The learner's free-text answers, shown to the trainer in the remark cell of the notebook."""

from __future__ import annotations

from pathlib import Path

from scenarios.case import UnknownCaseError, load_case
from scenarios.variants import VariantError
from scenarios.work_file import FILE_NAME, WorkError, read_work

REMARK_STUB = "# Phần dành cho nhận xét của giảng viên."


def remark_source(case_id: str, folder: Path) -> str:
    """The source of the remark cell: the stub, after the answers in words if there are any.

    The cell is code that is never executed, because nbgrader offers a remark without points only
    there. What a learner wrote stands behind `#`, so it can be neither HTML nor a statement.
    """
    try:
        work = read_work(folder / FILE_NAME)
        case = load_case(case_id, work.edition) if work else None
    except (WorkError, VariantError, UnknownCaseError):
        return REMARK_STUB
    parts = []
    for question in case.questions if case else ():
        answer = work.answers.get(question.id, "").strip() if work else ""
        if case and question.kind == "text" and answer:
            parts.append(_commented(f"{case.say(question.text)}\n\n{answer}\n"))
    return "\n".join([*parts, REMARK_STUB])


def _commented(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.splitlines())
