"""Marks of a class as they stand in the gradebook, by learner, assignment and criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from course.classroom.plan import ClassPlan, Student, read_plan
from course.classroom.steps import exercises_of
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.gradebook import Gradebook, GradebookError
from grading.nbgrader.notebook import GRADE_PREFIX


@dataclass(frozen=True)
class TaskMarks:
    """One learner's marks for one assignment: points, the most, and the share of each criterion."""

    points: float
    most: float
    shares: Mapping[str, float] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The share of points, from 0 to 1."""
        return self.points / self.most if self.most else 0.0


@dataclass
class ClassMarks:
    """All marks of a class. `people` are in the order of a list; strangers come last."""

    plan: ClassPlan
    tasks: list[str]
    people: list[Student]
    marks: dict[tuple[str, str], TaskMarks]

    def of(self, student: str, task: str) -> TaskMarks | None:
        """A learner's marks for an assignment, None if there are none."""
        return self.marks.get((student, task))

    def total(self, student: str) -> float | None:
        """The mean share over all assignments, one that is missing counts 0; None if all are."""
        own = [self.of(student, task) for task in self.tasks]
        if not any(own):
            return None
        return sum(one.share for one in own if one) / len(self.tasks)

    def missing(self, student: str) -> list[str]:
        """The assignments that a learner has no marks for."""
        return [task for task in self.tasks if self.of(student, task) is None]


def class_marks(folder: Path) -> ClassMarks:
    """The marks of a class. Raises ClassError if the gradebook cannot be read."""
    plan = read_plan(folder)
    tasks = [one.id for one in exercises_of(folder)]
    marks: dict[tuple[str, str], TaskMarks] = {}
    try:
        for task in tasks:
            with Gradebook(folder, task) as book:
                for student in book.students():
                    marks[student, task] = _marks(book, student)
    except GradebookError as error:
        raise ClassError(str(error)) from error
    known = {one.id for one in plan.students}
    strangers = sorted({student for student, _ in marks} - known)
    people = [*plan.in_order(), *(Student(id=one, name=one) for one in strangers)]
    return ClassMarks(plan, tasks, people, marks)


def _marks(book: Gradebook, student: str) -> TaskMarks:
    own = book.marks(student)
    shares = {
        name.removeprefix(GRADE_PREFIX): mark.points / mark.max_points
        for name, mark in own.items()
        if mark.max_points
    }
    points = sum(mark.points for mark in own.values()) - book.late_penalty(student)
    return TaskMarks(max(0.0, points), sum(mark.max_points for mark in own.values()), shares)
