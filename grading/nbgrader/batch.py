"""Marking in batch: all hand-ins of an assignment, as nbgrader would mark them, in one go.

For each hand-in, in this order: the autograded folder, the gradebook (one transaction), the
feedback folder, the history. The history's line is what says that a hand-in is done, so a run that
was cut off anywhere is simply started again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grading.criteria import criteria_of
from grading.nbgrader.answer_guide import guide_file
from grading.nbgrader.assignment import Assignment, read_assignment
from grading.nbgrader.class_folder import ClassError, assignments_of
from grading.nbgrader.class_lock import locked
from grading.nbgrader.class_notes import ClassNotes
from grading.nbgrader.cluster import judge_on_cluster
from grading.nbgrader.data_files import COURIER_FILES, data_files
from grading.nbgrader.feedback_page import feedback_page
from grading.nbgrader.gradebook import Gradebook, GradebookError
from grading.nbgrader.history import History, Marking, changes, data_hash, now_text, rules_hash
from grading.nbgrader.judgement import Judgement
from grading.nbgrader.ledger import read_ledger
from grading.nbgrader.marked_notebook import MarkedNotebook, NotebookNotOursError
from grading.nbgrader.marking_report import Report
from grading.nbgrader.notebook import GRADE_PREFIX, REMARK_ID
from grading.nbgrader.recording import name_student, record
from grading.nbgrader.swapping import clear_workshop, new_folder, set_permissions, swap_in
from grading.nbgrader.terms import terms
from grading.nbgrader.tidying import is_plain, tidy
from grading.nbgrader.timestamps import read_timestamp
from grading.nbgrader.word_cells import REMARK_STUB, WORD_PREFIX, word_questions, word_sources
from grading.nbgrader.workers import Job, JudgingError, judge_all
from scenarios.atomic_file import reason as why
from scenarios.case import case_folder, load_case
from scenarios.typed import LOP, pressed_or_typed

AUTOGRADED_MODE = 0o444
FEEDBACK_MODE = 0o644


@dataclass(frozen=True)
class _HandIn:
    """One submitted folder with its plain data files."""

    student: str
    folder: Path
    files: dict[str, Path]
    data: str


def grade(
    folder: Path,
    assignment_id: str,
    *,
    everything: bool = False,
    reason: str = "",
    processes: int | None = None,
    dask: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Mark the hand-ins that are new or whose rules changed (or `everything`).

    `dask` is the address of a Dask cluster that judges in place of processes of this machine.
    `progress` is called with how many of how many are done. Raises ClassError, AssignmentError.
    """
    folder = folder.resolve()
    if assignment_id not in {one.id for one in assignments_of(folder)}:
        raise ClassError(f"Lớp này không có bài tập “{assignment_id}”.")
    with locked(folder):
        clear_workshop(folder)
        try:
            with Gradebook(folder, assignment_id) as book:
                run = _Run(folder, book, reason)
                run.mark(everything=everything, processes=processes, dask=dask, progress=progress)
        except (GradebookError, NotebookNotOursError) as error:
            raise ClassError(str(error)) from error
        except OSError as error:
            raise ClassError(
                f"Đang chấm thì không ghi được ({why(error)}); những bài đã chấm vẫn còn "
                "nguyên, anh/chị kiểm tra chỗ trống trên đĩa rồi chạy lại."
            ) from error
        finally:
            clear_workshop(folder)
    return run.report


class _Run:
    """One marking run over one assignment."""

    def __init__(self, folder: Path, book: Gradebook, reason: str) -> None:
        self.folder, self.book, self.reason = folder, book, reason
        self.terms = terms(folder, book.assignment)
        released = folder / "release" / book.assignment
        self.assignment: Assignment = read_assignment(released)
        self.case = load_case(self.assignment.case_id, self.assignment.edition)
        self.notebook = MarkedNotebook(self.assignment, book.kernelspec)
        worth = {
            GRADE_PREFIX + one.id: 0.0 if one.id in self.terms.dropped else one.worth
            for one in criteria_of(self.case)
        }
        worth |= {WORD_PREFIX + one.id: self.terms.words for one in word_questions(self.case)}
        known = {cell.name: cell.max_points for cell in book.grade_cells()}
        if self.notebook.checksums != book.checksums() or known != worth:
            raise NotebookNotOursError(
                "Bản phát ra, sổ điểm và bảng tiêu chí không khớp nhau (tiêu chí đã được sửa sau "
                "khi phát bài); anh/chị "
                f"{pressed_or_typed('Phát bài', 'class release', LOP, book.assignment)}, rồi chấm "
                "lại."
            )
        about = self.assignment
        self.rules = rules_hash(
            case_folder(about.case_id), about.notebook, guide_file(about.case_id, folder)
        )
        self.due = book.due()
        self.history = History.open(folder)
        self.notes = ClassNotes(folder, book.assignment)
        self.report = Report()

    def mark(
        self,
        *,
        everything: bool,
        processes: int | None,
        dask: str,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        """Find what is to be marked, judge it in the marking processes, write it down."""
        waiting = {}
        for hand_in in self._hand_ins():
            if not everything and self._is_done(hand_in):
                self.report.unchanged.append(hand_in.student)
            else:
                waiting[hand_in.student] = hand_in
        about = self.assignment
        jobs = [
            Job(one.student, about.case_id, one.folder, about.edition, about.dropped)
            for one in waiting.values()
        ]
        judged = (
            judge_on_cluster(jobs, dask) if dask and jobs else judge_all(jobs, processes=processes)
        )
        for number, (job, found) in enumerate(judged, start=1):
            if isinstance(found, JudgingError):
                self.report.failed[job.student] = str(found)
            else:
                self._write(waiting[job.student], found)
            if progress:
                progress(number, len(jobs))
        for taken in read_ledger(self.folder).taken:
            if taken.receipt.assignment == self.assignment.id:
                name_student(self.book, taken.receipt.learner.id, taken.receipt.learner.name)

    def _hand_ins(self) -> Iterator[_HandIn]:
        """The submitted folders, tidied; one that is no folder of ours is reported."""
        sizes = {**data_files(self.assignment.case_id), **COURIER_FILES}
        for folder in sorted((self.folder / "submitted").glob(f"*/{self.assignment.id}")):
            student = folder.parent.name
            if folder.is_symlink() or folder.parent.is_symlink() or not folder.is_dir():
                self.report.failed[student] = "thư mục bài nộp là liên kết sang nơi khác"
                continue
            if not os.path.lexists(folder / f"{self.assignment.id}.ipynb"):
                self.report.odd[student] = ["Nộp không kèm sổ bài tập; đã chấm theo bản phát."]
            moved = tidy(folder)
            if moved:
                self.report.set_aside[student] = moved
            files = {
                name: folder / name for name, size in sizes.items() if is_plain(folder / name, size)
            }
            yield _HandIn(student, folder, files, data_hash(files))

    def _is_done(self, hand_in: _HandIn) -> bool:
        key = (self.assignment.id, hand_in.student)
        stands = all(
            (self.folder / kind / hand_in.student / self.assignment.id / name).is_file()
            for kind, name in (
                ("autograded", f"{self.assignment.id}.ipynb"),
                ("feedback", f"{self.assignment.id}.html"),
            )
        )
        rules = self._rules_for(hand_in.student)
        return stands and self.history.is_current(*key, hand_in.data, rules)

    def _rules_for(self, student: str) -> str:
        """The hash of all that decides about a learner's points, the own deadline included."""
        given = self.terms.extensions.get(student)
        if self.due is None or not (given or self.terms.late.percent):
            return self.rules
        text = f"{self.rules}|{self.due}|{self.terms.late}|{given.until if given else ''}"
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    def _write(self, hand_in: _HandIn, found: dict[str, Any]) -> None:
        """Write one judged hand-in down, whole or not at all."""
        cells = {name: (text, float(value)) for name, (text, value) in found["cells"].items()}
        points = {f"{GRADE_PREFIX}{name}": value for name, (_, value) in cells.items()}
        words = word_sources(self.case, hand_in.folder, self.folder)
        text = self.notebook.filled(cells, words, found["started"], found["finished"])
        self._place("autograded", hand_in, f"{self.assignment.id}.ipynb", text, AUTOGRADED_MODE)
        answered = {name: source != REMARK_STUB for name, source in words.items()}
        # Only a trainer can mark words; where there are none nbgrader gives nothing.
        by_hand = {name: None if has_words else 0.0 for name, has_words in answered.items()}
        timestamp = read_timestamp(hand_in.folder)
        marks = {**points, **by_hand}
        answered = {**answered, REMARK_ID: False}
        record(self.book, hand_in.student, marks, answered, timestamp, self.terms)
        judgement = Judgement.from_data(found["judgement"])
        said = [f"Bài nộp không đọc được nên chưa có điểm. {judgement.trouble}"]
        odd = [*(said if judgement.trouble else ()), *found["oddities"]]
        if odd:
            self.report.odd.setdefault(hand_in.student, []).extend(odd)
        page = self.page(hand_in.student, judgement)
        self._place("feedback", hand_in, f"{self.assignment.id}.html", page, FEEDBACK_MODE)
        self._remember(hand_in, points)

    def page(self, student: str, judgement: Judgement) -> str:
        """The learner's page with the marks as they now stand in the book."""
        return feedback_page(self.notes.result(student, judgement, self.book.entries(student)))

    def _place(self, kind: str, hand_in: _HandIn, name: str, text: str, mode: int) -> None:
        made = new_folder(self.folder)
        for file, path in hand_in.files.items():
            shutil.copyfile(path, made / file)
        (made / name).write_text(text, encoding="utf-8")
        set_permissions(made, mode)
        swap_in(self.folder, made, self.folder / kind / hand_in.student / self.assignment.id)

    def _remember(self, hand_in: _HandIn, points: dict[str, float]) -> None:
        marking = Marking(
            assignment=self.assignment.id,
            student=hand_in.student,
            at=now_text(),
            data=hand_in.data,
            rules=self._rules_for(hand_in.student),
            points=points,
            reason=self.reason,
        )
        before = self.history.last.get((self.assignment.id, hand_in.student))
        if before is not None:
            names = {name: name.removeprefix(GRADE_PREFIX) for name in points}
            said = changes(before, marking, names)
            if said:
                head = f"{before.total:g} → {marking.total:g} điểm".replace(".", ",")
                self.report.changed[hand_in.student] = f"{head} ({', '.join(said)})"
        self.history.add(marking)
        self.report.marked.append(hand_in.student)
