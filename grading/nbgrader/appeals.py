"""Appeals: a learner's note on a finding, listed for the trainer, decided with a reason.

Nothing moves by itself: only the trainer's decision changes a mark, as a manual mark in the
gradebook, so that no later marking overwrites it. The file of a class is only ever added to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from grading.nbgrader.appeal import Appeal, Outcome
from grading.nbgrader.appeal_note import AppealNote
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.class_lock import locked
from grading.nbgrader.gradebook import Gradebook, GradebookError
from grading.nbgrader.history import now_text
from grading.nbgrader.line_file import LineFile
from grading.nbgrader.points import Mark, points_text
from grading.nbgrader.recording import set_manual
from grading.nbgrader.results import by_criterion
from grading.nbgrader.terms import terms

APPEALS_NAME = "de_nghi_xem_lai.jsonl"
MAX_OPEN = 60
"""Open appeals that one learner may have for one assignment."""


def appeals(folder: Path, assignment_id: str = "", student: str = "") -> list[Appeal]:
    """The appeals of a class (or of one assignment, one learner): the open ones first, by id."""
    found = [
        one
        for one in _all(folder).values()
        if assignment_id in ("", one.assignment) and student in ("", one.student)
    ]
    return sorted(found, key=lambda one: (not one.is_open, one.id))


def receive(folder: Path, note: AppealNote) -> list[Appeal]:
    """Write the notes of a learner down; those that were not known yet.

    Raises ClassError if the learner was not marked, a criterion is unknown, or there are too many.
    """
    with _book(folder, note.assignment) as book:
        marks = by_criterion(book.marks(note.learner))
    if not marks:
        raise ClassError(
            f"Chưa có điểm bài {note.assignment} của {note.learner} nên chưa nhận đề nghị."
        )
    strange = [one.criterion for one in note.notes if one.criterion not in marks]
    if strange:
        raise ClassError(f"Bài {note.assignment} không có tiêu chí “{strange[0]}”.")
    known = _all(folder)
    own = [
        one
        for one in known.values()
        if (one.assignment, one.student) == (note.assignment, note.learner)
    ]
    said = {(one.criterion, one.text) for one in own}
    new = [one for one in note.notes if (one.criterion, one.text) not in said]
    if sum(one.is_open for one in own) + len(new) > MAX_OPEN:
        raise ClassError(f"Đã có {MAX_OPEN} đề nghị của {note.learner} chưa giải quyết.")
    made = [
        Appeal(number, note.assignment, note.learner, one.criterion, one.text, now_text())
        for number, one in enumerate(new, start=max(known, default=0) + 1)
    ]
    for one in made:
        _file(folder).add(
            {
                "step": "received",
                "id": one.id,
                "assignment": one.assignment,
                "student": one.student,
                "criterion": one.criterion,
                "text": one.text,
                "received": one.received,
            }
        )
    return made


def accept(folder: Path, appeal_id: int, points: float, reason: str) -> Appeal:
    """Give the criterion these points by hand and say why; the appeal as decided.

    Raises ClassError if there is no such open appeal, the points are out of range, the reason is
    missing, or the class is being marked.
    """
    appeal = _open(folder, appeal_id, reason)
    with locked(folder), _book(folder, appeal.assignment) as book:
        mark, own = _mark(book, appeal), terms(folder, appeal.assignment)
        if appeal.criterion in own.dropped:
            raise ClassError(f"Tiêu chí {appeal.criterion} đã bỏ, không tính điểm cho ai.")
        if not 0 <= points <= mark.max_points:
            raise ClassError(
                f"Tiêu chí {appeal.criterion} chỉ cho từ 0 đến {points_text(mark.max_points)} điểm."
            )
        # The mark first: cut off between the two, the appeal is still open and decided again.
        set_manual(book, appeal.student, appeal.criterion, points, own)
        return _decide(folder, appeal, Outcome.ACCEPTED, reason, mark.points, points)


def reject(folder: Path, appeal_id: int, reason: str) -> Appeal:
    """Leave the mark as it is and say why; the appeal as decided. Raises ClassError."""
    appeal = _open(folder, appeal_id, reason)
    with locked(folder):
        return _decide(folder, appeal, Outcome.REJECTED, reason)


def _decide(
    folder: Path,
    appeal: Appeal,
    outcome: Outcome,
    reason: str,
    before: float | None = None,
    points: float | None = None,
) -> Appeal:
    step = {
        "outcome": outcome.value,
        "reason": reason.strip(),
        "before": before,
        "points": points,
        "decided": now_text(),
    }
    _file(folder).add({"step": "decided", "id": appeal.id, **step})
    return _with(appeal, step)


def _open(folder: Path, appeal_id: int, reason: str) -> Appeal:
    appeal = _all(folder).get(appeal_id)
    if appeal is None:
        raise ClassError(f"Không có đề nghị xem lại số {appeal_id}.")
    if not appeal.is_open:
        raise ClassError(f"Đề nghị số {appeal_id} đã được giải quyết: {appeal.answer()}")
    if not reason.strip():
        raise ClassError("Anh/chị ghi lý do để người học biết vì sao.")
    return appeal


def _mark(book: Gradebook, appeal: Appeal) -> Mark:
    marks = by_criterion(book.marks(appeal.student))
    if appeal.criterion not in marks:
        raise ClassError(f"Sổ điểm không còn tiêu chí {appeal.criterion} của {appeal.student}.")
    return marks[appeal.criterion]


def _book(folder: Path, assignment: str) -> Gradebook:
    try:
        return Gradebook(folder, assignment)
    except GradebookError as error:
        raise ClassError(str(error)) from error


def _all(folder: Path) -> dict[int, Appeal]:
    found: dict[int, Appeal] = {}
    for appeal in _read(folder):
        found[appeal.id] = appeal
    return found


def _read(folder: Path) -> Iterator[Appeal]:
    """Every appeal as it was received, then again as it was decided."""
    seen: dict[int, Appeal] = {}
    for record in _file(folder):
        step = {key: value for key, value in record.items() if key not in ("step", "id")}
        try:
            if record["step"] == "received":
                seen[record["id"]] = Appeal(id=record["id"], **step)
            else:
                seen[record["id"]] = _with(seen[record["id"]], step)
        except (KeyError, TypeError, ValueError):
            continue
        yield seen[record["id"]]


def _with(appeal: Appeal, step: dict[str, Any]) -> Appeal:
    return replace(appeal, **{**step, "outcome": Outcome(step["outcome"])})


def _file(folder: Path) -> LineFile:
    return LineFile(folder / APPEALS_NAME)
