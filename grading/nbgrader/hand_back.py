"""Handing back: for each learner one folder with the page, the Word file, the annotated papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from grading.documents import check_documents
from grading.nbgrader.assignment import read_assignment
from grading.nbgrader.class_folder import ClassError, assignments_of
from grading.nbgrader.class_lock import locked
from grading.nbgrader.feedback_page import feedback_page
from grading.nbgrader.gradebook import Gradebook, GradebookError
from grading.nbgrader.judgement import Judgement
from grading.nbgrader.result_document import write_result
from grading.nbgrader.results import reading_list
from grading.nbgrader.swapping import clear_workshop, new_folder, swap_in
from grading.nbgrader.workers import Job, JudgingError, judge_all
from grading.word import RuleSetError, UnreadableWordError, annotate
from scenarios.case import load_case
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, read_work

RESULTS_FOLDER = "ket_qua"
STEM = "ket_qua"


@dataclass
class HandedBack:
    """What was written. `notes` maps learners to Vietnamese sentences about their papers."""

    students: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)


def hand_back(
    folder: Path, assignment_id: str, *, progress: Callable[[int, int], None] | None = None
) -> HandedBack:
    """Write `ket_qua/<learner>/<assignment>/` for everyone who was marked, with marks as they are.

    Word files that cannot be read are named in `notes`; they stop nothing. Raises ClassError.
    """
    folder = folder.resolve()
    if assignment_id not in {one.id for one in assignments_of(folder)}:
        raise ClassError(f"Lớp này không có bài tập “{assignment_id}”.")
    done = HandedBack()
    with locked(folder):
        clear_workshop(folder)
        try:
            with Gradebook(folder, assignment_id) as book:
                _write_all(folder, book, done, progress)
        except GradebookError as error:
            raise ClassError(str(error)) from error
        except OSError as error:
            raise ClassError(
                f"Không ghi được kết quả ({error.strerror}); anh/chị kiểm tra chỗ trống trên đĩa, "
                "đóng các tệp đang mở trong thư mục ket_qua rồi chạy lại."
            ) from error
        clear_workshop(folder)
    return done


def _write_all(
    folder: Path,
    book: Gradebook,
    done: HandedBack,
    progress: Callable[[int, int], None] | None,
) -> None:
    case = read_assignment(folder / "release" / book.assignment).case_id
    places = {one: folder / "autograded" / one / book.assignment for one in book.students()}
    jobs = [Job(student, case, place) for student, place in places.items() if place.is_dir()]
    reading = reading_list(folder)
    for number, (job, found) in enumerate(judge_all(jobs), start=1):
        if isinstance(found, JudgingError):
            done.notes[job.student] = [f"{found}."]
            continue
        result = book.result(job.student, Judgement.from_data(found["judgement"]), reading)
        made = new_folder(folder)
        (made / f"{STEM}.html").write_text(feedback_page(result), encoding="utf-8")
        write_result(result, made / f"{STEM}.docx")
        notes = _annotate_papers(case, job.folder, made)
        if notes:
            done.notes[job.student] = notes
        swap_in(folder, made, folder / RESULTS_FOLDER / job.student / book.assignment)
        done.students.append(job.student)
        if progress:
            progress(number, len(jobs))


def _annotate_papers(case_id: str, folder: Path, out: Path) -> list[str]:
    """Copies of the learner's Word files with the findings as comments; what could not be read.

    The papers are held against the case and the run of this very work, as at the desk.
    """
    notes = []
    work = read_work(folder / FILE_NAME) or Work(case=case_id)
    for one in check_documents(load_case(case_id, work.variant), work, folder).documents:
        if one.problem:
            notes.append(one.problem)
        if one.report is None:
            continue
        try:
            annotate(one.path, one.report, out / f"{one.path.stem}_nhan_xet.docx")
        except (UnreadableWordError, RuleSetError) as error:
            notes.append(str(error))
    return notes
