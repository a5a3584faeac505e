"""Writing into nbgrader's gradebook: one transaction for each hand-in.

nbgrader 0.9.6 commits after every cell; here a hand-in's marks appear all at once or not at all.
The rows are those that nbgrader's own `autograde` would leave; a test compares them.
"""

from __future__ import annotations

import contextlib
import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from grading.nbgrader.gradebook import EPOCH, Gradebook, GradebookError
from grading.nbgrader.lateness import penalty
from grading.nbgrader.results import NO_WORDS, criterion_of
from grading.nbgrader.terms import Terms

_STAMP = "%Y-%m-%d %H:%M:%S.%f"
# nbgrader's score of a submitted notebook.
_SCORE = (
    "select coalesce(sum(coalesce(manual_score, auto_score, 0) + coalesce(extra_credit, 0)), 0)"
    " from grade where notebook_id = ?"
)


def record(
    book: Gradebook,
    student: str,
    points: Mapping[str, float | None],
    answered: Mapping[str, bool],
    timestamp: datetime | None,
    terms: Terms,
) -> None:
    """Write a hand-in's points (grade id -> points, None where only a trainer marks).

    A trainer's manual mark stays, and asks to be looked at again as nbgrader's own does.
    `answered` tells of the cells for words whether the learner wrote any. `timestamp` is UTC
    without a zone. Raises GradebookError if the book cannot be written.
    """
    with _transaction(book) as add:
        hand_in = _hand_in(book, student, timestamp)
        add.executemany(
            "update grade set auto_score = ?, needs_manual_grade ="
            " (manual_score is not null or ? is null) where notebook_id = ? and cell_id = ?",
            [
                (points[cell.name], points[cell.name], hand_in, cell.id)
                for cell in book.grade_cells()
            ],
        )
        for name, has_words in answered.items():
            add.execute(
                "update comment set auto_comment = ? where notebook_id = ? and cell_id ="
                " (select b.id from base_cell b join solution_cells s on s.id = b.id"
                " where b.name = ? and b.notebook_id = ?)",
                (None if has_words else NO_WORDS, hand_in, name, book.notebook_key),
            )
        _apply(book, student, terms)


def set_manual(
    book: Gradebook, student: str, criterion: str, points: float | None, terms: Terms
) -> None:
    """Give a criterion the trainer's mark, as formgrader would; None takes it away again.

    Raises GradebookError if the book cannot be written.
    """
    name = next(one.name for one in book.grade_cells() if criterion_of(one.name) == criterion)
    with _transaction(book) as add:
        add.execute(
            "update grade set manual_score = ?, needs_manual_grade = (? is null and auto_score"
            " is null) where cell_id = (select b.id from base_cell b join grade_cells c"
            " on c.id = b.id where b.name = ? and b.notebook_id = ?) and notebook_id ="
            " (select n.id from submitted_notebook n"
            " join submitted_assignment s on s.id = n.assignment_id"
            " where s.assignment_id = ? and s.student_id = ?)",
            (points, points, name, book.notebook_key, book.assignment_key, student),
        )
        _apply(book, student, terms)


def apply_terms(book: Gradebook, student: str, terms: Terms) -> None:
    """Let the terms hold for the marks as they now stand. Raises GradebookError."""
    with _transaction(book):
        _apply(book, student, terms)


def set_due(book: Gradebook, due: datetime | None) -> None:
    """Give the assignment a deadline (UTC without a zone) or none. Raises GradebookError."""
    with _transaction(book) as add:
        stamp = due.strftime(_STAMP) if due else None
        add.execute("update assignment set duedate = ? where id = ?", (stamp, book.assignment_key))


def name_student(book: Gradebook, student: str, name: str) -> None:
    """Give a learner the name of the receipt, unless the trainer has given one."""
    book.base.execute(
        "update student set last_name = ? where id = ? and last_name is null"
        " and first_name is null",
        (name, student),
    )


@contextlib.contextmanager
def _transaction(book: Gradebook) -> Iterator[sqlite3.Connection]:
    try:
        book.base.execute("begin immediate")
        try:
            yield book.base
            book.base.execute("commit")
        except BaseException:
            if book.base.in_transaction:  # SQLite has rolled back by itself where the disk is full
                book.base.execute("rollback")
            raise
    except sqlite3.OperationalError as error:
        raise GradebookError(
            f"Không ghi được sổ điểm ({_why(error)}); những gì đã ghi trước đó còn nguyên, anh/chị "
            "đóng chương trình đang mở sổ điểm, kiểm tra chỗ trống trên đĩa rồi làm lại."
        ) from error


def _why(error: sqlite3.OperationalError) -> str:
    """What SQLite says, in Vietnamese."""
    code = (error.sqlite_errorcode or 0) & 0xFF
    return {
        sqlite3.SQLITE_FULL: "ổ đĩa hết chỗ",
        sqlite3.SQLITE_IOERR: "ổ đĩa hết chỗ hoặc bị lỗi",
        sqlite3.SQLITE_BUSY: "chương trình khác đang mở",
        sqlite3.SQLITE_READONLY: "tệp chỉ cho đọc",
    }.get(code, "hệ điều hành từ chối")


def _apply(book: Gradebook, student: str, terms: Terms) -> None:
    """The learner's extension, and the penalty for the marks as they stand."""
    due, _, handed_in = book.times(student)
    given = terms.extensions.get(student)
    extension = None
    if due and given:
        extension = max(timedelta(0), given.until.astimezone(UTC).replace(tzinfo=None) - due)
    book.base.execute(
        "update submitted_assignment set extension = ? where assignment_id = ? and student_id = ?",
        (
            (EPOCH + extension).strftime(_STAMP) if extension is not None else None,
            book.assignment_key,
            student,
        ),
    )
    late = timedelta(0)
    if due and handed_in:
        late = max(timedelta(0), handed_in - due - (extension or timedelta(0)))
    row = book.one(
        "select n.id from submitted_notebook n join submitted_assignment s"
        " on s.id = n.assignment_id where s.assignment_id = ? and s.student_id = ?",
        book.assignment_key,
        student,
    )
    if row is not None:
        (score,) = book.one(_SCORE, row[0])
        taken = penalty(terms.late, score, late.total_seconds())
        book.base.execute(
            "update submitted_notebook set late_submission_penalty = ? where id = ?",
            (taken, row[0]),
        )


def _hand_in(book: Gradebook, student: str, timestamp: datetime | None) -> str:
    """The id of the learner's submitted notebook, made with all its rows when missing."""
    add = book.base.execute
    add("insert or ignore into course (id) values ('default_course')")
    add("insert or ignore into student (id) values (?)", (student,))
    row = book.one(
        "select id from submitted_assignment where assignment_id = ? and student_id = ?",
        book.assignment_key,
        student,
    )
    hand_in = row[0] if row else uuid.uuid4().hex
    if row is None:
        add(
            "insert into submitted_assignment (id, assignment_id, student_id) values (?, ?, ?)",
            (hand_in, book.assignment_key, student),
        )
    if timestamp is not None:
        add(
            "update submitted_assignment set timestamp = ? where id = ?",
            (timestamp.strftime(_STAMP), hand_in),
        )
    row = book.one(
        "select id from submitted_notebook where assignment_id = ? and notebook_id = ?",
        hand_in,
        book.notebook_key,
    )
    notebook: str = row[0] if row else uuid.uuid4().hex
    if row is None:
        add(
            "insert into submitted_notebook (id, assignment_id, notebook_id, flagged)"
            " values (?, ?, ?, 0)",
            (notebook, hand_in, book.notebook_key),
        )
    _add_missing(book, notebook)
    return notebook


def _add_missing(book: Gradebook, notebook: str) -> None:
    """Rows for the cells that this submitted notebook has none for yet."""
    for kind, table, columns, values in (
        ("grade_cells", "grade", "needs_manual_grade", "1"),
        ("solution_cells", "comment", "auto_comment", "null"),
    ):
        rows = book.base.execute(
            f"select b.id from base_cell b join {kind} x on x.id = b.id where b.notebook_id = ?"
            f" and b.id not in (select cell_id from {table} where notebook_id = ?)",
            (book.notebook_key, notebook),
        ).fetchall()
        book.base.executemany(
            f"insert into {table} (id, notebook_id, cell_id, {columns}) values (?, ?, ?, {values})",
            [(uuid.uuid4().hex, notebook, cell) for (cell,) in rows],
        )
