"""What the two tests say about one learner: score before and after, and gain by duty.

Marks are computed anew from the answers by the one function that marks everywhere, so a figure
that somebody typed into the file counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from course import progress_file
from course.progress_events import History, TestAnswer
from course.quiz import bank
from course.quiz.marking import mark
from course.quiz.question import Question
from course.review import duty
from course.review.attempts import Attempt, Test, attempt


@dataclass(frozen=True)
class Mark:
    """One question of a finished test: score from 0 to 1, None for the answer if left open."""

    question: str
    duty: str
    score: float
    answer: TestAnswer | None


@dataclass(frozen=True)
class TestResult:
    """A finished test, marked."""

    __test__ = False  # not a class of tests, whatever pytest thinks of its name

    at: datetime
    seed: str
    marks: tuple[Mark, ...]

    @property
    def points(self) -> float:
        """The points reached, of `out_of`."""
        return sum(mark.score for mark in self.marks)

    @property
    def out_of(self) -> int:
        """How many questions were asked."""
        return len(self.marks)

    def of_duty(self, wanted: str) -> float | None:
        """The mean score in a duty from 0 to 1, None if it was not asked about."""
        scores = [mark.score for mark in self.marks if mark.duty == wanted]
        return sum(scores) / len(scores) if scores else None


@dataclass(frozen=True)
class DutyGain:
    """One duty: mean score before and after from 0 to 1, None where there is no test."""

    duty: str
    title: str
    before: float | None
    after: float | None

    @property
    def gain(self) -> float | None:
        """After less before; None if one of them is missing."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True)
class Outcome:
    """Both tests of one learner, as far as they are finished."""

    before: TestResult | None
    after: TestResult | None

    @property
    def by_duty(self) -> tuple[DutyGain, ...]:
        """Every duty of 299-QĐ/TW in its order."""
        return tuple(
            DutyGain(
                one,
                duty.title(one),
                self.before.of_duty(one) if self.before else None,
                self.after.of_duty(one) if self.after else None,
            )
            for one in duty.points()
        )


def of_history(history: History, questions: Iterable[Question] | None = None) -> Outcome:
    """The outcome in a learner's record; `questions` None: the kit's own bank."""
    asked = list(bank.load() if questions is None else questions)
    return Outcome(
        _result(attempt(history, Test.BEFORE), asked), _result(attempt(history, Test.AFTER), asked)
    )


def of_file(path: Path) -> Outcome:
    """The outcome in a learner's `tien_do.json`, which is only read, never mended or moved.

    Raises ProgressError with one Vietnamese sentence if there is no such file or nothing can be
    read in it.
    """
    history, _ = progress_file.read_copy(path)
    return of_history(history)


def _result(taken: Attempt | None, questions: Sequence[Question]) -> TestResult | None:
    if taken is None or taken.finished is None:
        return None
    known = {question.id: question for question in questions}
    given = {answer.question: answer for answer in taken.finished.answers}
    marks = [
        Mark(one, duty.of(known[one]), _score(known[one], given.get(one)), given.get(one))
        for one in dict.fromkeys(taken.questions)
        if one in known
    ]
    return TestResult(taken.finished.at, taken.seed, tuple(marks))


def _score(question: Question, answer: TestAnswer | None) -> float:
    """The mark of the answer; as recorded if the question was reworded since."""
    if answer is None:
        return 0.0
    if answer.version != question.version:
        return answer.score
    return mark(question, answer.answer, variant=answer.variant).score
