"""Who may use the server of a class: the learners of its list."""

from __future__ import annotations

from pathlib import Path

from course.classroom.plan import read_plan
from grading.nbgrader.receipt import Learner


def learners_of(folder: Path) -> list[Learner]:
    """The learners of the class in `folder`, in the order of its list. Raises ClassError."""
    return [Learner(id=one.id, name=one.name) for one in read_plan(folder).students]


def course_id_of(folder: Path) -> str:
    """What nbgrader calls the class. Raises ClassError."""
    return read_plan(folder).course_id
