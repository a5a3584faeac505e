"""The steps of a class day: release, collect, mark, give back; each says what it did."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from pathlib import Path

from course.classroom.allotment import Exercise
from course.classroom.card import CARD_FOLDER, CARD_NAME, write_card
from course.classroom.diary import Done, note
from course.classroom.plan import read_plan
from course.classroom.reading import reading_places
from grading.nbgrader import batch, class_folder, exchange, inbox
from grading.nbgrader import collect as taking
from grading.nbgrader import hand_back as handing
from grading.nbgrader import take_back as taking_back
from grading.nbgrader.assignment import AssignmentError
from grading.nbgrader.class_folder import ClassError, assignments_of
from grading.nbgrader.class_lock import locked
from grading.nbgrader.collect import Collected, Fate
from grading.nbgrader.config import exchange_root
from grading.nbgrader.ledger import read_ledger
from grading.nbgrader.results import write_reading
from scenarios.atomic_file import reason
from scenarios.own_cases import FOLDER_NAME

Progress = Callable[[int, int], None]


def exercises_of(folder: Path) -> list[Exercise]:
    """The assignments of a class. Raises ClassError."""
    try:
        return [Exercise(one.id, one.case_id) for one in assignments_of(folder)]
    except AssignmentError as error:
        raise ClassError(str(error)) from error


def release(folder: Path, assignment: str, *, to_exchange: bool = False) -> Done:
    """Make the learners' edition and the class card; again is allowed. Raises ClassError."""
    exercises = exercises_of(folder)
    plan = read_plan(folder)
    try:
        with locked(folder):
            place = class_folder.release(folder, assignment)
            card = write_card(folder, plan, exercises)
            if to_exchange:
                exchange.send_out(folder, assignment)
    except AssignmentError as error:
        raise ClassError(str(error)) from error
    except OSError as error:
        raise ClassError(
            f"Không ghi được bản phát ({reason(error)}); anh/chị kiểm tra chỗ trống trên đĩa rồi "
            "bấm phát lại."
        ) from error
    details = [
        f"Gửi cho học viên tệp {card.name} (trong {card.parent.name}); học viên chép vào hoc_tap, "
        "chọn tên mình là có đúng biến thể.",
        "Phát lại bao nhiêu lần cũng được; bài học viên đang làm không bị đụng tới.",
    ]
    if (card.parent / FOLDER_NAME).is_dir():
        details.append(
            f"Lớp có tình huống tự soạn: gửi cả thư mục {FOLDER_NAME} nằm cạnh tệp ấy; học viên "
            "chép nó vào hoc_tap rồi mở lại bộ học liệu."
        )
    if to_exchange:
        details.append("Bài đã có trong hộp trao đổi (exchange) của máy này.")
    return note(folder, Done(f"Đã phát bài {assignment}.", tuple(details), (card, place)))


def renew_card(folder: Path) -> Path | None:
    """Write the class card anew, so that it says what holds now; None where there is no card.

    Raises ClassError.
    """
    if not (folder / CARD_FOLDER / CARD_NAME).is_file():
        return None
    try:
        return write_card(folder, read_plan(folder), exercises_of(folder))
    except OSError as error:
        raise ClassError(f"Chưa ghi lại được thẻ lớp ({reason(error)}); bấm lại.") from error


def withdraw(folder: Path, assignment: str) -> Done:
    """Take the released edition back while nobody has handed it in. Raises ClassError."""
    if assignment not in {one.id for one in exercises_of(folder)}:
        raise ClassError(f"Lớp này không có bài tập “{assignment}”.")
    handed = [one for one in read_ledger(folder).taken if one.receipt.assignment == assignment]
    if handed:
        raise ClassError(
            f"Đã thu {len(handed)} bài {assignment} nên không thu hồi bản phát được nữa."
        )
    released = folder / "release" / assignment
    if not released.exists():
        return Done(f"Bài {assignment} chưa phát nên không có gì để thu hồi.")
    try:
        shutil.rmtree(released)
    except OSError as error:
        raise ClassError(
            f"Không xóa được bản phát ({reason(error)}); anh/chị đóng tệp đang mở rồi làm lại."
        ) from error
    said = f"Đã thu hồi bản phát của bài {assignment}; bấm phát để phát lại."
    return note(folder, Done(said))


def collect(folder: Path, source: Path, accept: Collection[str] = ()) -> Done:
    """Take the hand-ins among the zips in a folder or on a USB stick. Raises ClassError."""
    if not str(source).strip(". ") or not source.is_dir():
        raise ClassError(
            f"Không có thư mục “{source}”; anh/chị ghi đúng nơi có các gói nộp (ví dụ E:\\)."
        )
    try:
        with locked(folder):
            taking_back.remember(folder)
            results = taking.collect(folder, source, accept=accept)
    except AssignmentError as error:
        raise ClassError(str(error)) from error
    except OSError as error:
        raise ClassError(
            f"Đang thu thì không ghi được ({reason(error)}); bài đã thu vẫn còn, anh/chị kiểm tra "
            "chỗ trống trên đĩa rồi thu lại."
        ) from error
    return note(folder, _collected(folder, results))


def collect_from_exchange(folder: Path, assignment: str) -> Done:
    """Take new hand-ins out of the machine's exchange. Raises ClassError."""
    place = exchange_root(folder)
    with locked(folder):
        odd = inbox.sift(place, assignment) if place.is_dir() else []
        students = exchange.take_in(folder, assignment)
        inbox.enter_receipts(folder)
    said = f"Đã thu từ hộp trao đổi; bài {assignment} hiện có của {len(students)} người."
    details = (*odd, *_missing(folder, assignment, set(students)))
    return note(folder, Done(said, details, troubled=bool(odd)))


def undo_collect(folder: Path) -> Done:
    """Put back what the last collection changed. Raises ClassError."""
    with locked(folder):
        students = taking_back.take_back(folder)
    said = f"Đã bỏ lần thu vừa rồi ({len(students)} bài); các gói nộp gốc vẫn ở nơi cũ."
    return note(folder, Done(said, tuple(students)))


def mark(folder: Path, assignment: str, progress: Progress | None = None) -> Done:
    """Mark what is new or was marked by other rules; again is allowed. Raises ClassError."""
    try:
        write_reading(folder, reading_places())
        report = batch.grade(folder, assignment, progress=progress)
    except AssignmentError as error:
        raise ClassError(str(error)) from error
    first, *rest = report.lines()
    details = tuple(line.removeprefix("- ") for line in rest)
    return note(folder, Done(first, details, troubled=bool(report.failed)))


def give_back(folder: Path, assignment: str, progress: Progress | None = None) -> Done:
    """Write every learner's result into `ket_qua`. Raises ClassError."""
    try:
        write_reading(folder, reading_places())
        done = handing.hand_back(folder, assignment, progress=progress)
    except AssignmentError as error:
        raise ClassError(str(error)) from error
    plan, place = read_plan(folder), folder / handing.RESULTS_FOLDER
    details = [
        f"{plan.called(student)}: {one}"
        for student, notes in sorted(done.notes.items())
        for one in notes
    ]
    said = f"Đã viết kết quả của {len(done.students)} học viên vào thư mục {place.name}."
    if not done.students:
        said = f"Chưa có bài {assignment} nào được chấm nên chưa có kết quả để trả."
    return note(folder, Done(said, tuple(details), (place,)))


def _collected(folder: Path, results: list[Collected]) -> Done:
    taken = [one for one in results if one.fate in (Fate.TAKEN, Fate.REPLACED)]
    odd = [one for one in results if one.fate in (Fate.REFUSED, Fate.OTHER_PERSON)]
    if not results:
        said = "Không thấy gói nộp (.zip) nào ở nơi này; anh/chị chọn thư mục khác."
        return Done(said, troubled=True)
    said = f"Tìm thấy {len(results)} gói: thu {len(taken)} bài, không nhận {len(odd)} gói."
    lines = [one.sentence for one in odd]
    plan = read_plan(folder)
    if plan.students:
        for task in sorted({one.receipt.assignment for one in read_ledger(folder).taken}):
            have = {o.receipt.learner.id for o in read_ledger(folder).taken
                    if o.receipt.assignment == task}  # fmt: skip
            lines += _missing(folder, task, have)
            strangers = sorted(have - {one.id for one in plan.students})
            if strangers:
                lines.append(f"Bài {task} có người nộp ngoài danh sách: {', '.join(strangers)}.")
    lines += [one.sentence for one in results if one not in odd]
    return Done(said, tuple(lines), troubled=bool(odd))


def _missing(folder: Path, assignment: str, have: set[str]) -> tuple[str, ...]:
    plan = read_plan(folder)
    missing = [plan.called(one.id) for one in plan.in_order() if one.id not in have]
    if not missing:
        return ()
    return (f"Bài {assignment} còn thiếu {len(missing)} người: {', '.join(missing)}.",)
