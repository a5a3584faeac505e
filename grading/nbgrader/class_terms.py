"""What a trainer decides for a class: deadline and late rule, extensions, dropped criteria.

Every decision is kept with its reason, and the released edition is made anew where it says so.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from grading.nbgrader.class_folder import ClassError, assignments_of, release
from grading.nbgrader.class_lock import locked
from grading.nbgrader.gradebook import Gradebook, GradebookError
from grading.nbgrader.notebook import GRADE_PREFIX
from grading.nbgrader.recording import apply_terms, set_due, set_manual
from grading.nbgrader.terms import Dropped, Extension, LateRule, Terms, change_terms, terms
from grading.nbgrader.word_cells import WORD_PREFIX
from grading.rubric import load_rubric
from scenarios.case import case_folder


def deadline(folder: Path, assignment_id: str) -> datetime | None:
    """The deadline of an assignment (UTC without a zone), None if it has none.

    Raises ClassError.
    """
    with _book(folder, assignment_id) as book:
        return book.due()


def set_deadline(
    folder: Path, assignment_id: str, due: datetime | None, late: LateRule | None = None
) -> None:
    """Give an assignment a deadline (UTC without a zone; None for none) and a late rule.

    The released edition is made anew, so that it says both. Penalties that stand are reckoned
    anew. Raises ClassError.
    """
    own = terms(folder, assignment_id)
    new = own.model_copy(update={"late": late or own.late})
    with locked(folder), _book(folder, assignment_id) as book:
        set_due(book, due)
        said = due.isoformat(timespec="minutes") if due else None
        rule = new.late.model_dump(mode="json")
        change_terms(folder, assignment_id, new, "deadline", due=said, late=rule)
        for student in book.students():
            apply_terms(book, student, new)
    release(folder, assignment_id)


def extend(
    folder: Path, assignment_id: str, student: str, until: datetime | None, reason: str
) -> None:
    """Give one learner until `until` (UTC without a zone); None takes the extension back.

    Raises ClassError if the assignment has no deadline or a later one.
    """
    own = terms(folder, assignment_id)
    extensions = {name: one for name, one in own.extensions.items() if name != student}
    with locked(folder), _book(folder, assignment_id) as book:
        due = book.due()
        if until is not None:
            if due is None:
                raise ClassError("Bài này chưa có hạn nộp nên không có gì để gia hạn.")
            if until <= due:
                raise ClassError("Hạn mới phải sau hạn nộp chung của lớp.")
            extensions[student] = Extension(until=until.replace(tzinfo=UTC), reason=reason.strip())
        new = own.model_copy(update={"extensions": extensions})
        said = until.isoformat(timespec="minutes") if until else None
        change_terms(
            folder, assignment_id, new, "extension", student=student, until=said, reason=reason
        )
        apply_terms(book, student, new)


def drop(folder: Path, assignment_id: str, criterion: str, reason: str) -> None:
    """Let a criterion count for nobody; marks given to it by hand are put away, not lost.

    Mark the class anew afterwards. Raises ClassError.
    """
    own = _terms_about(folder, assignment_id, criterion, reason)
    if criterion in own.dropped:
        raise ClassError(f"Tiêu chí {criterion} đã được bỏ trước đó.")
    with locked(folder), _book(folder, assignment_id) as book:
        manual = book.manual_marks(GRADE_PREFIX + criterion)
        dropped = {**own.dropped, criterion: Dropped(reason=reason.strip(), manual=manual)}
        new = own.model_copy(update={"dropped": dropped})
        change_terms(
            folder, assignment_id, new, "drop", criterion=criterion, reason=reason, manual=manual
        )
        for student in manual:
            set_manual(book, student, criterion, None, new)
    release(folder, assignment_id)


def restore(folder: Path, assignment_id: str, criterion: str, reason: str) -> None:
    """Let a dropped criterion count again, with the marks that it had by hand.

    Mark the class anew afterwards. Raises ClassError.
    """
    own = _terms_about(folder, assignment_id, criterion, reason)
    if criterion not in own.dropped:
        raise ClassError(f"Tiêu chí {criterion} không bị bỏ nên không có gì để lấy lại.")
    left = {name: one for name, one in own.dropped.items() if name != criterion}
    new = own.model_copy(update={"dropped": left})
    with locked(folder), _book(folder, assignment_id) as book:
        change_terms(folder, assignment_id, new, "restore", criterion=criterion, reason=reason)
        for student, points in own.dropped[criterion].manual.items():
            set_manual(book, student, criterion, points, new)
    release(folder, assignment_id)


def set_words(folder: Path, assignment_id: str, points: float) -> None:
    """Give each answer in words so many points, marked by the trainer; 0 is a remark only.

    The points come on top of the rubric's. Mark the class anew afterwards. Raises ClassError.
    """
    if not 0 <= points <= 100:
        raise ClassError("Điểm mỗi câu tự luận phải từ 0 đến 100.")
    with locked(folder), _book(folder, assignment_id) as book:
        if not any(cell.name.startswith(WORD_PREFIX) for cell in book.grade_cells()):
            raise ClassError(f"Bài {assignment_id} không có câu hỏi tự luận.")
        new = terms(folder, assignment_id).model_copy(update={"words": points})
        change_terms(folder, assignment_id, new, "words", points=points)
    release(folder, assignment_id)


def _terms_about(folder: Path, assignment_id: str, criterion: str, reason: str) -> Terms:
    known = {one.id: one for one in assignments_of(folder)}
    if assignment_id not in known:
        raise ClassError(f"Lớp này không có bài tập “{assignment_id}”.")
    criteria = load_rubric(case_folder(known[assignment_id].case_id)).criteria
    if criterion not in {one.id for one in criteria}:
        raise ClassError(f"Bài {assignment_id} không có tiêu chí “{criterion}”.")
    if not reason.strip():
        raise ClassError("Anh/chị ghi lý do để sau này còn biết vì sao.")
    return terms(folder, assignment_id)


def _book(folder: Path, assignment_id: str) -> Gradebook:
    assignments_of(folder)
    try:
        return Gradebook(folder, assignment_id)
    except GradebookError as error:
        raise ClassError(str(error)) from error
