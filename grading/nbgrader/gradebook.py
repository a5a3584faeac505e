"""nbgrader's gradebook, read and written in one transaction for each hand-in.

nbgrader 0.9.6 commits after every cell; here a hand-in's marks appear all at once or not at all.
The rows are those that nbgrader's own `autograde` would leave; a test compares them.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from grading.nbgrader.entries import Entries
from grading.nbgrader.points import Mark
from grading.nbgrader.results import NO_WORDS, criterion_of

# The shape of the tables that this module knows (nbgrader 0.9.6).
REVISION = "e43177bfe90b"


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


class Gradebook:
    """An open gradebook for one assignment. Use as a context manager."""

    def __init__(self, folder: Path, assignment: str) -> None:
        """Raises GradebookError if it is missing, of another nbgrader, or does not know it."""
        self._path = folder / "gradebook.db"
        if not self._path.is_file():
            raise GradebookError(
                f"Chưa có sổ điểm {self._path}; anh/chị phát bài trước bằng lệnh: "
                "vanphong class release"
            )
        self._base = sqlite3.connect(self._path, timeout=60, isolation_level=None)
        try:
            self._open(assignment)
        except BaseException:
            self._base.close()
            raise

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def _open(self, assignment: str) -> None:
        try:
            revision = self._one("select version_num from alembic_version")
        except sqlite3.DatabaseError as error:
            raise GradebookError(
                f"Sổ điểm {self._path} bị hỏng hoặc không phải của nbgrader."
            ) from (error)
        if revision is None or revision[0] != REVISION:
            raise GradebookError(
                "Sổ điểm được tạo bằng bản nbgrader khác; anh/chị sao lưu rồi chạy lệnh: "
                "nbgrader db upgrade"
            )
        row = self._one(
            "select a.id, n.id, n.kernelspec from assignment a join notebook n"
            " on n.assignment_id = a.id where a.name = ? and n.name = ?",
            assignment,
            assignment,
        )
        if row is None:
            raise GradebookError(
                f"Sổ điểm chưa biết bài “{assignment}”; anh/chị phát bài bằng lệnh: "
                f"vanphong class release THƯ_MỤC_LỚP {assignment}"
            )
        self._assignment, self._notebook, self.kernelspec = row
        self.assignment = assignment
        self._cells = self.grade_cells()

    def grade_cells(self) -> list[GradeCell]:
        """The graded cells of the assignment's notebook."""
        rows = self._base.execute(
            "select b.id, b.name, g.max_score from base_cell b join grade_cells g on g.id = b.id"
            " where b.notebook_id = ?",
            (self._notebook,),
        )
        return [GradeCell(*row) for row in rows]

    def checksums(self) -> dict[str, str]:
        """Grade id -> checksum of the cell as it was released."""
        rows = self._base.execute(
            "select name, checksum from source_cell where notebook_id = ?", (self._notebook,)
        )
        return dict(rows.fetchall())

    def record(
        self,
        student: str,
        points: Mapping[str, float],
        answered: Mapping[str, bool],
        timestamp: datetime | None,
    ) -> None:
        """Write a hand-in's points (grade id -> points) in one transaction.

        A trainer's manual mark stays, and asks to be looked at again as nbgrader's own does.
        `answered` tells of the cells for words whether the learner wrote any. `timestamp` is UTC
        without a zone. Raises GradebookError if the book cannot be written.
        """
        try:
            self._base.execute("begin immediate")
            try:
                hand_in = self._hand_in(student, timestamp)
                self._base.executemany(
                    "update grade set auto_score = ?, needs_manual_grade ="
                    " (manual_score is not null) where notebook_id = ? and cell_id = ?",
                    [(points[cell.name], hand_in, cell.id) for cell in self._cells],
                )
                for name, has_words in answered.items():
                    self._base.execute(
                        "update comment set auto_comment = ? where notebook_id = ? and cell_id ="
                        " (select id from base_cell where name = ? and notebook_id = ?)",
                        (None if has_words else NO_WORDS, hand_in, name, self._notebook),
                    )
                self._base.execute("commit")
            except BaseException:
                self._base.execute("rollback")
                raise
        except sqlite3.OperationalError as error:
            raise _unwritable(error) from error

    def marks(self, student: str) -> dict[str, Mark]:
        """Grade id -> what stands in the book for a learner, manual marks and extras included."""
        rows = self._base.execute(
            "select b.name,"
            " coalesce(g.manual_score, g.auto_score, 0) + coalesce(g.extra_credit, 0),"
            " c.max_score from grade g join base_cell b on b.id = g.cell_id"
            " join grade_cells c on c.id = b.id"
            " join submitted_notebook n on n.id = g.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and s.student_id = ?",
            (self._assignment, student),
        )
        return {name: Mark(score, most) for name, score, most in rows}

    def entries(self, student: str) -> Entries:
        """All that stands in the book for a learner."""
        return Entries(self.marks(student), self.comments(student), self.late_penalty(student))

    def set_manual(self, student: str, criterion: str, points: float | None) -> None:
        """Give a criterion the trainer's mark, as formgrader would; None takes it away again.

        Raises GradebookError if the book cannot be written.
        """
        name = next(one.name for one in self._cells if criterion_of(one.name) == criterion)
        try:
            self._base.execute(
                "update grade set manual_score = ?, needs_manual_grade = (? is null and auto_score"
                " is null) where cell_id = (select id from base_cell where name = ? and"
                " notebook_id = ?) and notebook_id = (select n.id from submitted_notebook n"
                " join submitted_assignment s on s.id = n.assignment_id"
                " where s.assignment_id = ? and s.student_id = ?)",
                (points, points, name, self._notebook, self._assignment, student),
            )
        except sqlite3.OperationalError as error:
            raise _unwritable(error) from error

    def students(self) -> list[str]:
        """The learners who have marks for the assignment, by id."""
        rows = self._base.execute(
            "select student_id from submitted_assignment where assignment_id = ? order by 1",
            (self._assignment,),
        )
        return [student for (student,) in rows]

    def comments(self, student: str) -> dict[str, str]:
        """Grade id -> the comment on it: the trainer's, else nbgrader's own; none that is empty."""
        rows = self._base.execute(
            "select b.name, coalesce(k.manual_comment, k.auto_comment) from comment k"
            " join base_cell b on b.id = k.cell_id"
            " join submitted_notebook n on n.id = k.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and s.student_id = ?",
            (self._assignment, student),
        )
        return {name: text for name, text in rows if text}

    def late_penalty(self, student: str) -> float:
        """The points taken for a late hand-in."""
        row = self._one(
            "select n.late_submission_penalty from submitted_notebook n"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and s.student_id = ?",
            self._assignment,
            student,
        )
        return float(row[0] or 0.0) if row else 0.0

    def name_student(self, student: str, name: str) -> None:
        """Give a learner the name of the receipt, unless the trainer has given one."""
        self._base.execute(
            "update student set last_name = ? where id = ? and last_name is null"
            " and first_name is null",
            (name, student),
        )

    def _hand_in(self, student: str, timestamp: datetime | None) -> str:
        """The id of the learner's submitted notebook, made with all its rows when missing."""
        add = self._base.execute
        add("insert or ignore into course (id) values ('default_course')")
        add("insert or ignore into student (id) values (?)", (student,))
        row = self._one(
            "select id from submitted_assignment where assignment_id = ? and student_id = ?",
            self._assignment,
            student,
        )
        hand_in = row[0] if row else uuid.uuid4().hex
        if row is None:
            add(
                "insert into submitted_assignment (id, assignment_id, student_id) values (?, ?, ?)",
                (hand_in, self._assignment, student),
            )
        if timestamp is not None:
            add(
                "update submitted_assignment set timestamp = ? where id = ?",
                (timestamp.strftime("%Y-%m-%d %H:%M:%S.%f"), hand_in),
            )
        row = self._one(
            "select id from submitted_notebook where assignment_id = ? and notebook_id = ?",
            hand_in,
            self._notebook,
        )
        notebook: str = row[0] if row else uuid.uuid4().hex
        if row is None:
            add(
                "insert into submitted_notebook (id, assignment_id, notebook_id, flagged)"
                " values (?, ?, ?, 0)",
                (notebook, hand_in, self._notebook),
            )
        self._add_missing(notebook)
        return notebook

    def _add_missing(self, notebook: str) -> None:
        """Rows for the cells that this submitted notebook has none for yet."""
        for kind, table, columns, values in (
            ("grade_cells", "grade", "needs_manual_grade", "1"),
            ("solution_cells", "comment", "auto_comment", "null"),
        ):
            rows = self._base.execute(
                f"select b.id from base_cell b join {kind} x on x.id = b.id where b.notebook_id = ?"
                f" and b.id not in (select cell_id from {table} where notebook_id = ?)",
                (self._notebook, notebook),
            ).fetchall()
            self._base.executemany(
                f"insert into {table} (id, notebook_id, cell_id, {columns})"
                f" values (?, ?, ?, {values})",
                [(uuid.uuid4().hex, notebook, cell) for (cell,) in rows],
            )

    def _one(self, text: str, *words: str) -> Any:
        return self._base.execute(text, words).fetchone()


def _unwritable(error: sqlite3.Error) -> GradebookError:
    return GradebookError(
        f"Không ghi được sổ điểm ({error}); anh/chị đóng chương trình đang mở sổ điểm, kiểm tra "
        "chỗ trống trên đĩa rồi chạy lại."
    )
