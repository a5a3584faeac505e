"""Handing back: for each learner one folder with the page, the Word file, the annotated papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from grading.documents import check_documents
from grading.last_judged import UNREADABLE
from grading.nbgrader.appeal_form import FORM_NAME, appeal_form
from grading.nbgrader.assignment import read_assignment
from grading.nbgrader.class_folder import ClassError, assignments_of
from grading.nbgrader.class_lock import locked
from grading.nbgrader.class_notes import ClassNotes
from grading.nbgrader.feedback_page import feedback_page
from grading.nbgrader.gradebook import Gradebook, GradebookError
from grading.nbgrader.judgement import Judgement
from grading.nbgrader.recording import apply_terms
from grading.nbgrader.result_document import write_result
from grading.nbgrader.results import Result
from grading.nbgrader.swapping import clear_workshop, new_folder, swap_in
from grading.nbgrader.terms import terms
from grading.nbgrader.workers import Job, JudgingError, judge_all
from grading.rubric import load_rubric
from grading.word import RuleSetError, UnreadableWordError, annotate
from grading.word.asking import one_reader
from scenarios.atomic_file import reason, write_atomically
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
                f"Không ghi được kết quả ({reason(error)}); anh/chị kiểm tra chỗ trống trên đĩa, "
                "đóng các tệp đang mở trong thư mục ket_qua rồi chạy lại."
            ) from error
        finally:
            clear_workshop(folder)
    return done


def _write_all(
    folder: Path,
    book: Gradebook,
    done: HandedBack,
    progress: Callable[[int, int], None] | None,
) -> None:
    about = read_assignment(folder / "release" / book.assignment)
    places = {one: folder / "autograded" / one / book.assignment for one in book.students()}
    jobs = [
        Job(student, about.case_id, place, about.edition, about.dropped)
        for student, place in places.items()
        if place.is_dir()
    ]
    own_terms = terms(folder, book.assignment)
    class_notes = ClassNotes(folder, book.assignment)
    for number, (job, found) in enumerate(judge_all(jobs), start=1):
        if isinstance(found, JudgingError):
            done.notes[job.student] = [f"{found}."]
            continue
        # What was marked by hand since the last marking changes what a late day costs.
        apply_terms(book, job.student, own_terms)
        judgement = Judgement.from_data(found["judgement"])
        result = class_notes.result(job.student, judgement, book.entries(job.student))
        made = new_folder(folder)
        page = feedback_page(result)
        (made / f"{STEM}.html").write_text(page, encoding="utf-8")
        (made / FORM_NAME).write_text(_form(result), encoding="utf-8")
        write_result(result, made / f"{STEM}.docx")
        with one_reader():
            notes = _annotate_papers(about.case_id, job.folder, made)
        if notes:
            done.notes[job.student] = notes
        swap_in(folder, made, folder / RESULTS_FOLDER / job.student / book.assignment)
        # The same page for those who hand back by nbgrader's own commands.
        nbgraders = folder / "feedback" / job.student / book.assignment / f"{book.assignment}.html"
        if nbgraders.parent.is_dir():
            write_atomically(nbgraders, page)
        done.students.append(job.student)
        if progress:
            progress(number, len(jobs))


def _form(result: Result) -> str:
    """The form by which the learner may ask to have a finding looked at again."""
    case = load_case(result.judgement.case, result.judgement.edition)
    criteria = load_rubric(case.folder).criteria
    return appeal_form(
        title=case.file.title,
        assignment=result.assignment,
        learner=result.student,
        receipt=result.receipt,
        criteria=[(one.id, one.title) for one in criteria if one.id in result.marks],
    )


def _annotate_papers(case_id: str, folder: Path, out: Path) -> list[str]:
    """Copies of the learner's Word files with the findings as comments; what could not be read.

    The papers are held against the case and the run of this very work, as at the desk.
    """
    notes = []
    try:
        work = read_work(folder / FILE_NAME) or Work(case=case_id)
        checked = check_documents(load_case(case_id, work.edition), work, folder)
    except UNREADABLE as error:  # such a work earns nothing, but its learner gets the page
        return [str(error)]
    for one in checked.documents:
        if one.problem:
            notes.append(one.problem)
        if one.report is None:
            continue
        try:
            annotate(one.path, one.report, out / f"{one.path.stem}_nhan_xet.docx")
        except (UnreadableWordError, RuleSetError) as error:
            notes.append(str(error))
    return notes
