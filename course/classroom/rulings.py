"""What a trainer rules in a class: appeals, deadline, extension, dropped criteria; each step says
what it did."""

from __future__ import annotations

from pathlib import Path

from course.classroom.diary import Done, note
from course.classroom.plan import read_plan
from course.classroom.steps import renew_card
from grading.nbgrader import appeals as judge
from grading.nbgrader import class_terms
from grading.nbgrader.appeal import OUTCOME_VI, Appeal
from grading.nbgrader.class_error import ClassError
from grading.nbgrader.lateness import moment_text, read_moment, rule_text
from grading.nbgrader.points import points_text
from grading.nbgrader.terms import LateKind, LateRule, terms

_AGAIN_VI = "Anh/chị bấm “Chấm bài” lại để điểm của cả lớp tính theo quyết định này."
_TELL_VI = "Anh/chị bấm “Trả kết quả” lại để người học đọc được quyết định."


def accept(folder: Path, appeal_id: int, points: float, reason: str) -> Done:
    """Accept an appeal with these points. Raises ClassError."""
    return note(folder, _decided(folder, judge.accept(folder, appeal_id, points, reason)))


def reject(folder: Path, appeal_id: int, reason: str) -> Done:
    """Leave the mark as it is and say why. Raises ClassError."""
    return note(folder, _decided(folder, judge.reject(folder, appeal_id, reason)))


def in_words(folder: Path, appeal: Appeal) -> str:
    """An appeal in a sentence: who, about what, what was decided."""
    said = OUTCOME_VI[appeal.outcome]
    answer = "" if appeal.is_open else f": {appeal.answer()}"
    name = read_plan(folder).called(appeal.student)
    return f"Số {appeal.id}, {name}, tiêu chí {appeal.criterion}: “{appeal.text}” – {said}{answer}"


def set_deadline(folder: Path, assignment: str, due: str, late: LateRule) -> Done:
    """Set the deadline ("17:00 20/12/2026" in Vietnam, "" for none) and the rule for late works.

    Raises ClassError.
    """
    moment = read_moment(due) if due.strip() else None
    class_terms.set_deadline(folder, assignment, moment, late)
    card = renew_card(folder)
    if moment is None:
        return note(folder, Done(f"Bài {assignment} không còn hạn nộp."))
    said = f"Hạn nộp bài {assignment}: {moment_text(moment)}. {rule_text(late)}"
    told = "Bản phát ra đã ghi câu này; anh/chị báo cho lớp."
    if card is not None:
        told = f"{told} Thẻ lớp {card.name} cũng đã ghi: gửi lại thẻ thì bàn làm việc nhắc hạn."
    return note(folder, Done(said, (told,), (card,) if card is not None else ()))


def set_words(folder: Path, assignment: str, points: float) -> Done:
    """Let each answer in words count so many points, marked by hand; 0 is a remark only.

    Raises ClassError.
    """
    class_terms.set_words(folder, assignment, points)
    said = f"Mỗi câu tự luận của bài {assignment} được {points_text(points)} điểm, chấm bằng tay."
    return note(folder, Done(said, (_AGAIN_VI,)))


def late_rule(percent: float, most: float) -> LateRule:
    """The rule that takes so many per cent for each day begun; 0 only notes it."""
    kind = LateKind.PERCENT if percent else LateKind.NOTED
    return LateRule(kind=kind, percent=percent, most=most)


def extend(folder: Path, assignment: str, student: str, until: str, reason: str) -> Done:
    """Give a learner longer; "" takes it back. Raises ClassError."""
    plan = read_plan(folder)
    if plan.student(student) is None:
        raise ClassError("Anh/chị chọn một học viên trong danh sách trước.")
    moment = read_moment(until) if until.strip() else None
    class_terms.extend(folder, assignment, student, moment, reason)
    said = f"được gia hạn bài {assignment} đến {moment_text(moment)}" if moment else "hết gia hạn"
    return note(folder, Done(f"{plan.called(student)}: {said}."))


def drop(folder: Path, assignment: str, criterion: str, reason: str) -> Done:
    """Let a criterion count for nobody. Raises ClassError."""
    class_terms.drop(folder, assignment, criterion, reason)
    said = f"Đã bỏ tiêu chí {criterion} của bài {assignment}, không tính điểm cho ai."
    return note(folder, Done(said, (_AGAIN_VI,)))


def restore(folder: Path, assignment: str, criterion: str, reason: str) -> Done:
    """Let a dropped criterion count again. Raises ClassError."""
    class_terms.restore(folder, assignment, criterion, reason)
    said = f"Tiêu chí {criterion} của bài {assignment} lại được tính."
    return note(folder, Done(said, (_AGAIN_VI,)))


def terms_in_words(folder: Path, assignment: str) -> tuple[str, ...]:
    """Everything that holds for an assignment now, as sentences. Raises ClassError."""
    plan, own = read_plan(folder), terms(folder, assignment)
    due = class_terms.deadline(folder, assignment)
    lines = [f"Hạn nộp: {moment_text(due)}. {rule_text(own.late)}" if due else "Chưa có hạn nộp."]
    for student, given in sorted(own.extensions.items()):
        until = moment_text(given.until.replace(tzinfo=None))
        lines.append(f"{plan.called(student)} được gia hạn đến {until}. {given.reason}".rstrip())
    if own.words:
        lines.append(f"Mỗi câu tự luận được {points_text(own.words)} điểm.")
    lines += [f"Bỏ tiêu chí {name}: {one.reason}" for name, one in sorted(own.dropped.items())]
    return tuple(lines)


def _decided(folder: Path, appeal: Appeal) -> Done:
    return Done(f"Đã ghi quyết định. {in_words(folder, appeal)}", (_TELL_VI,))
