"""Taking a test: started once, answered in drafts, finished once; all of it events and drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from course.progress import Progress
from course.progress_events import Draft, Event, EventKind, History, TestAnswer
from course.quiz.marking import mark
from course.quiz.question import Question
from course.quiz.shown import Seed
from course.review import forms


class Test(StrEnum):
    """The test before the course and the one after it."""

    __test__ = False  # not a class of tests, whatever pytest thinks of its name
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Attempt:
    """A test that was started; `finished` is None while it can still be worked at."""

    id: str
    test: str
    seed: str
    questions: tuple[str, ...]
    finished: Event | None

    def key(self, question: str) -> str:
        """Under which name the draft of an answer is kept."""
        return f"{self.id}/{question}"

    def shown(self, question: Question) -> tuple[Seed, int]:
        """Order and variant: the same for all who have this seed."""
        seed = Seed(self.seed, question.id)
        return seed, seed.variant(question)

    def draft(self, history: History, question: Question) -> Draft | None:
        """The answer so far; None if there is none, or the question was reworded since."""
        draft = history.drafts.get(self.key(question.id))
        return draft if draft and draft.version == question.version else None


def attempt(history: History, test: Test) -> Attempt | None:
    """The attempt that counts: the one finished first, else the one started first."""
    ends: dict[str, Event] = {}
    for event in history.events:
        if event.kind == EventKind.TEST_FINISHED:
            ends.setdefault(event.attempt, event)
    started = [
        Attempt(event.id, event.test, event.seed, event.questions, ends.get(event.id))
        for event in history.events
        if event.kind == EventKind.TEST_STARTED and event.test == test
    ]
    done = [(one.finished.at, one.id, one) for one in started if one.finished]
    return min(done)[2] if done else next(iter(started), None)


def start(own: Progress, test: Test, code: str, questions: Sequence[Question]) -> Attempt:
    """Start a test, or go on with the one started in another window.

    `code` is the class's seed; "" takes that of the test before the course, else the learner's
    own key. Raises ProgressError if it cannot be saved.
    """
    there = attempt(own.refresh(), test)
    if there is not None:
        return there
    earlier = attempt(own.history, Test.BEFORE)
    seed = forms.normalized(code) or (earlier.seed if earlier else own.history.learner)
    drawn = forms.before(seed, questions)
    if test is Test.AFTER:
        drawn = forms.after(seed, _asked_before(own.history) or drawn, questions)
    event = own.record(EventKind.TEST_STARTED, test=test, seed=seed, questions=drawn)
    return Attempt(event.id, test, seed, drawn, None)


def answers(
    history: History, taken: Attempt, questions: Sequence[Question]
) -> tuple[TestAnswer, ...]:
    """What was answered in full so far, in the order of the test, with its score."""
    known = {question.id: question for question in questions}
    given = [
        _answer(known[one], taken, draft)
        for one in taken.questions
        if one in known and (draft := taken.draft(history, known[one]))
    ]
    return tuple(one for one in given if one)


def finish(own: Progress, taken: Attempt, questions: Sequence[Question]) -> None:
    """Hand the test in, unless another window did so. Raises ProgressError."""
    there = attempt(own.refresh(), Test(taken.test))
    if there is None or there.finished is None:
        given = answers(own.history, taken, questions)
        own.record(EventKind.TEST_FINISHED, test=taken.test, attempt=taken.id, answers=given)


def held_back(history: History, questions: Sequence[Question]) -> frozenset[str]:
    """Questions that review must not ask now: those of a test under way, and those of the test
    after the course from the moment the one before it was started."""
    earlier, later = attempt(history, Test.BEFORE), attempt(history, Test.AFTER)
    held: set[str] = set()
    for one in (earlier, later):
        held |= set(one.questions) if one and one.finished is None else set()
    if earlier and later is None:
        held |= set(forms.after(earlier.seed, _asked_before(history), questions))
    return frozenset(held)


def _answer(question: Question, taken: Attempt, draft: Draft) -> TestAnswer | None:
    _, variant = taken.shown(question)
    result = mark(question, draft.answer, variant=variant)
    if not result.answered:
        return None
    return TestAnswer(
        question=question.id,
        answer=draft.answer,
        score=round(result.score, 4),
        variant=variant,
        version=question.version,
    )


def _asked_before(history: History) -> tuple[str, ...]:
    """The questions of the test before the course that counts, then those of any other start."""
    counting = attempt(history, Test.BEFORE)
    all_starts = [
        question
        for event in history.events
        if event.kind == EventKind.TEST_STARTED and event.test == Test.BEFORE
        for question in event.questions
    ]
    return tuple(dict.fromkeys([*(counting.questions if counting else ()), *all_starts]))
