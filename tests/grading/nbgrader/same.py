"""Comparing two marked class folders: the gradebook row by row, the files byte by byte."""

import re
import sqlite3
from pathlib import Path
from typing import Any

_KEYS = (
    " join base_cell bc on bc.id = x.cell_id join submitted_notebook sn on sn.id = x.notebook_id"
    " join submitted_assignment sa on sa.id = sn.assignment_id"
    " join assignment a on a.id = sa.assignment_id order by 1, 2, 3"
)
_QUESTIONS = (
    "select a.name, sa.student_id, bc.name, x.auto_score, x.manual_score, x.extra_credit,"
    " x.needs_manual_grade, sn.late_submission_penalty, sn.flagged, sa.timestamp, sa.extension"
    " from grade x" + _KEYS,
    "select a.name, sa.student_id, bc.name, x.auto_comment, x.manual_comment from comment x"
    + _KEYS,
    "select * from student order by id",
    "select id from course order by id",
)
# What differs between two runs of the same kind: times.
_TIMES = re.compile(rb'"\d{4}-\d\d-\d\dT[0-9:.]+Z"')


def book(folder: Path) -> list[list[Any]]:
    """Everything in a gradebook that means something, in a fixed order."""
    base = sqlite3.connect(folder / "gradebook.db")
    try:
        found = [base.execute(question).fetchall() for question in _QUESTIONS]
        tables = base.execute("select name from sqlite_master where type = 'table'").fetchall()
        counts = [
            (name, *base.execute(f"select count(*) from {name}").fetchone())
            for (name,) in sorted(tables)
        ]
    finally:
        base.close()
    return [*found, counts]


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Path below the folder -> content without times, and permissions."""
    return {
        path.relative_to(folder).as_posix(): (
            _TIMES.sub(b'"#"', path.read_bytes()),
            path.stat().st_mode & 0o777,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
