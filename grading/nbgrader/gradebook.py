"""nbgrader's gradebook, opened and read for one assignment; `recording` writes into it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from grading.nbgrader.entries import Entries
from grading.nbgrader.points import Mark
from scenarios.typed import LOP, pressed_or_typed

# The shape of the tables that this module knows (nbgrader 0.9.6).
REVISION = "e43177bfe90b"
EPOCH = datetime(1970, 1, 1)


class GradebookError(Exception):
    """The gradebook cannot be used; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class GradeCell:
    """A graded cell of an assignment's notebook; `max_points` in points."""

    id: str
    name: str
    max_points: float


def fixed_cells(folder: Path, assignment: str) -> set[str]:
    """Names of the graded cells that can no longer be added to or taken from, since marks hang on
    them; empty while nothing was marked."""
    path = folder / "gradebook.db"
    if not path.is_file():
        return set()
    base = sqlite3.connect(path, timeout=60)
    try:
        rows = base.execute(
            "select b.name from base_cell b join grade_cells g on g.id = b.id"
            " join notebook n on n.id = b.notebook_id join assignment a on a.id = n.assignment_id"
            " where a.name = ? and exists"
            " (select 1 from submitted_notebook s where s.notebook_id = n.id)",
            (assignment,),
        )
        return {name for (name,) in rows}
    except sqlite3.DatabaseError:
        return set()
    finally:
        base.close()


def due_in(folder: Path, assignment: str) -> datetime | None:
    """The deadline that a class's gradebook holds (UTC without a zone), None if there is none."""
    try:
        with Gradebook(folder, assignment) as book:
            return book.due()
    except GradebookError:
        return None


class Gradebook:
    """An open gradebook for one assignment. Use as a context manager.

    `base` is the connection, the keys are nbgrader's own ids of assignment and notebook.
    """

    def __init__(self, folder: Path, assignment: str) -> None:
        """Raises GradebookError if it is missing, of another nbgrader, or does not know it."""
        self._path = folder / "gradebook.db"
        if not self._path.is_file():
            raise GradebookError(
                f"Chưa có sổ điểm {self._path}; trước hết anh/chị "
                f"{pressed_or_typed('Phát bài', 'class release', LOP, assignment)}."
            )
        self.base = sqlite3.connect(self._path, timeout=60, isolation_level=None)
        try:
            self._open(assignment)
        except BaseException:
            self.base.close()
            raise

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, *_: object) -> None:
        self.base.close()

    def _open(self, assignment: str) -> None:
        try:
            revision = self.one("select version_num from alembic_version")
        except sqlite3.DatabaseError as error:
            raise GradebookError(
                f"Sổ điểm {self._path} bị hỏng hoặc không phải của nbgrader."
            ) from (error)
        if revision is None or revision[0] != REVISION:
            raise GradebookError(
                "Sổ điểm của lớp do bản nbgrader khác tạo nên bộ học liệu này chưa dùng được; "
                "anh/chị mở lớp bằng bộ học liệu đã tạo ra lớp, hoặc sao lưu thư mục lớp rồi nhờ "
                "người phụ trách máy chạy “nbgrader db upgrade” trong thư mục ấy."
            )
        row = self.one(
            "select a.id, n.id, n.kernelspec from assignment a join notebook n"
            " on n.assignment_id = a.id where a.name = ? and n.name = ?",
            assignment,
            assignment,
        )
        if row is None:
            raise GradebookError(
                f"Sổ điểm chưa biết bài “{assignment}”; anh/chị "
                f"{pressed_or_typed('Phát bài', 'class release', LOP, assignment)}."
            )
        self.assignment_key, self.notebook_key, self.kernelspec = row
        self.assignment = assignment

    def grade_cells(self) -> list[GradeCell]:
        """The graded cells of the assignment's notebook."""
        rows = self.base.execute(
            "select b.id, b.name, g.max_score from base_cell b join grade_cells g on g.id = b.id"
            " where b.notebook_id = ?",
            (self.notebook_key,),
        )
        return [GradeCell(*row) for row in rows]

    def checksums(self) -> dict[str, str]:
        """Grade id -> checksum of the cell as it was released."""
        rows = self.base.execute(
            "select name, checksum from source_cell where notebook_id = ?", (self.notebook_key,)
        )
        return dict(rows.fetchall())

    def marks(self, student: str) -> dict[str, Mark]:
        """Grade id -> what stands in the book for a learner, manual marks and extras included."""
        rows = self.base.execute(
            "select b.name,"
            " coalesce(g.manual_score, g.auto_score, 0) + coalesce(g.extra_credit, 0),"
            " c.max_score from grade g join base_cell b on b.id = g.cell_id"
            " join grade_cells c on c.id = b.id"
            " join submitted_notebook n on n.id = g.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and s.student_id = ?",
            (self.assignment_key, student),
        )
        return {name: Mark(score, most) for name, score, most in rows}

    def entries(self, student: str) -> Entries:
        """All that stands in the book for a learner."""
        due, extension, handed_in = self.times(student)
        return Entries(
            marks=self.marks(student),
            comments=self.comments(student),
            late_penalty=self.late_penalty(student),
            due=due + extension if due else None,
            extended=bool(due and extension),
            handed_in=handed_in,
        )

    def due(self) -> datetime | None:
        """The deadline of the assignment (UTC without a zone), None if it has none."""
        row = self.one("select duedate from assignment where id = ?", self.assignment_key)
        return _moment(row[0])

    def times(self, student: str) -> tuple[datetime | None, timedelta, datetime | None]:
        """The assignment's deadline, the learner's extension, the time of the hand-in."""
        row = self.one(
            "select extension, timestamp from submitted_assignment"
            " where assignment_id = ? and student_id = ?",
            self.assignment_key,
            student,
        )
        extension = _moment(row[0]) if row else None
        # nbgrader keeps a span as the moment so long after the beginning of 1970.
        span = extension - EPOCH if extension else timedelta(0)
        return self.due(), span, _moment(row[1]) if row else None

    def manual_marks(self, name: str) -> dict[str, float]:
        """Learner -> the trainer's manual mark for one cell, where there is one."""
        rows = self.base.execute(
            "select s.student_id, g.manual_score from grade g join base_cell b on b.id = g.cell_id"
            " join submitted_notebook n on n.id = g.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and b.name = ? and g.manual_score is not null",
            (self.assignment_key, name),
        )
        return dict(rows.fetchall())

    def students(self) -> list[str]:
        """The learners who have marks for the assignment, by id."""
        rows = self.base.execute(
            "select student_id from submitted_assignment where assignment_id = ? order by 1",
            (self.assignment_key,),
        )
        return [student for (student,) in rows]

    def comments(self, student: str) -> dict[str, str]:
        """Grade id -> the comment on it: the trainer's, else nbgrader's own; none that is empty."""
        rows = self.base.execute(
            "select b.name, coalesce(k.manual_comment, k.auto_comment) from comment k"
            " join base_cell b on b.id = k.cell_id"
            " join submitted_notebook n on n.id = k.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and s.student_id = ?",
            (self.assignment_key, student),
        )
        return {name: text for name, text in rows if text}

    def late_penalty(self, student: str) -> float:
        """The points taken for a late hand-in."""
        row = self.one(
            "select n.late_submission_penalty from submitted_notebook n"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and s.student_id = ?",
            self.assignment_key,
            student,
        )
        return float(row[0] or 0.0) if row else 0.0

    def one(self, text: str, *words: str) -> Any:
        """The first row that a question finds, None if there is none."""
        return self.base.execute(text, words).fetchone()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
