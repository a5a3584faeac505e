"""What a learner is likely to remember of each question, and when it is due: FSRS over the events.

Nothing is stored: the schedule comes out of the record's answers every time, so two records that
were merged have one schedule. It counts in days; the order of answers within a day, the time zone
and the clock's seconds change nothing in an interval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache

from fsrs import Card, Rating, Scheduler

from course.progress_events import EventKind, History

DESIRED_RECALL = 0.9
"""A question is due when it would be answered rightly with this chance."""
LONGEST_DAYS = 365
HARD_FROM = 0.6
"""A partly right answer counts as hard-won from this score on, as forgotten below it."""

_Answer = tuple[date, float]


@dataclass(frozen=True)
class Memory:
    """One answered question: seen last and due next on these days; `score` of the last answer."""

    question: str
    seen: date
    due: date
    score: float
    card: Card

    def recall(self, day: date) -> float:
        """The chance, from 0 to 1, that it is still remembered on this day."""
        return float(_scheduler().get_card_retrievability(self.card, _instant(day)))

    def strength(self, day: date) -> float:
        """The chance of remembering it, weighed by how right the last answer was."""
        return self.recall(day) * self.score


def memories(history: History, today: date) -> dict[str, Memory]:
    """The memory of every question that was answered in lessons, in review or in a test.

    What is dated later than today (a wrong clock on another machine) counts as of today.
    """
    answers: dict[str, list[_Answer]] = {}
    for question, day, score in _answers(history):
        answers.setdefault(question, []).append((min(day, today), score))
    return {question: _memory(question, tuple(given)) for question, given in answers.items()}


def _answers(history: History) -> Iterator[tuple[str, date, float]]:
    """Question, day and score of every answer, in the order of time."""
    for event in history.events:
        if event.kind == EventKind.ANSWER and event.score is not None:
            yield event.question, event.at.date(), event.score
        elif event.kind == EventKind.TEST_FINISHED:
            for answer in event.answers:
                yield answer.question, event.at.date(), answer.score


@lru_cache(maxsize=2000)
def _memory(question: str, answers: tuple[_Answer, ...]) -> Memory:
    """The memory after these answers, at least one; kept, as a page asks for it at every click."""
    card = Card(card_id=0, due=_instant(answers[0][0]))
    for day, score in answers:
        card, _ = _scheduler().review_card(card, _rating(score), _instant(day))
    day, score = answers[-1]
    return Memory(question, day, card.due.date(), score, card)


def _rating(score: float) -> Rating:
    """Only what the marking says; learners are not asked how hard it felt."""
    if score >= 1:
        return Rating.Good
    return Rating.Hard if score >= HARD_FROM else Rating.Again


def _instant(day: date) -> datetime:
    """Noon of the day, so that FSRS counts whole days."""
    return datetime.combine(day, time(12), UTC)


@cache
def _scheduler() -> Scheduler:
    """No steps within a day and no chance: the same answers give the same days everywhere."""
    return Scheduler(
        desired_retention=DESIRED_RECALL,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )
