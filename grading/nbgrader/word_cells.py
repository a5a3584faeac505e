"""Answers in words: one manual-grade cell for each such question of a case, and what it shows.

The cells are code that is never executed: what a learner wrote stands behind `#`, so it can be
neither HTML nor a statement. The points are the class's choice; 0, the usual, is a remark only.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from grading.nbgrader.answer_guide import Guide, guides
from scenarios.case import Case, UnknownCaseError, load_case
from scenarios.case_file import QuestionText
from scenarios.variants import VariantError
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, WorkError, read_work

REMARK_STUB = "# Phần dành cho nhận xét của giảng viên."
WORD_PREFIX = "tra_loi_"
BANK_HEAD = "Lời nhận xét mẫu (gõ mã trong ngoặc vuông vào ô nhận xét):"


def word_questions(case: Case) -> list[QuestionText]:
    """The questions of an edition that are answered in words."""
    return [one for one in case.questions if one.kind == "text"]


def set_worth(cells: list[dict[str, Any]], points: float) -> None:
    """Give the cells for words these points. Changes the cells."""
    for cell in cells:
        info = cell["metadata"].get("nbgrader", {})
        if str(info.get("grade_id", "")).startswith(WORD_PREFIX):
            info["points"] = int(points) if points == int(points) else points


def word_sources(case: Case, folder: Path, class_folder: Path) -> dict[str, str]:
    """Grade id -> the source of each cell for words, for the work in `folder`.

    Where nothing was written, or nothing can be read, it is the stub as it was released.
    """
    questions = word_questions(case)
    if not questions:
        return {}
    answers = _answers(case.id, folder)
    known = guides(case.id, class_folder)
    sources = {}
    for question in questions:
        answer = answers.get(question.id, "")
        shown = _shown(answer, known.get(question.id)) if answer else REMARK_STUB
        sources[WORD_PREFIX + question.id] = shown
    return sources


def answered_words(case: Case, work: Work) -> list[tuple[str, str, str]]:
    """Question, its text, the answer: all that was answered in words."""
    return [
        (one.id, case.say(one.text), work.answers[one.id].strip())
        for one in word_questions(case)
        if work.answers.get(one.id, "").strip()
    ]


def _answers(case_id: str, folder: Path) -> dict[str, str]:
    try:
        work = read_work(folder / FILE_NAME) or Work(case=case_id)
        found = answered_words(load_case(case_id, work.edition), work)
    except (WorkError, VariantError, UnknownCaseError):
        return {}
    return {name: f"{question}\n\n{answer}\n" for name, question, answer in found}


def _shown(answer: str, guide: Guide | None) -> str:
    parts = [answer]
    if guide is not None:
        parts.append("\n".join(("Hướng dẫn chấm:", *guide.lines())) + "\n")
        bank = [f"[{one.code}] {one.text}" for one in guide.comments]
        if bank:
            parts.append("\n".join((BANK_HEAD, *bank)) + "\n")
    commented = "\n".join(f"# {line}".rstrip() for part in parts for line in part.splitlines())
    return f"{commented}\n{REMARK_STUB}"
