"""A person who reviews for weeks, with a memory that forgets: seeded, so that every run is one."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from course.progress_events import Event, EventKind, History
from course.quiz import bank
from course.quiz.question import Question
from course.review import duty
from course.review.memory import memories
from course.review.plan import PLACE, SECONDS_A_QUESTION, Plan, plan
from course.review.standing import strengths

FIRST_DAY = date(2026, 9, 1)
MINUTES_A_DAY = 15


@dataclass
class Day:
    """What happened on one day."""

    at: date
    plan: Plan
    asked: list[str] = field(default_factory=list)
    due_before: dict[str, date] = field(default_factory=dict)
    weakest: set[str] = field(default_factory=set)


class Reviewer:
    """Remembers by a curve of her own, not that of FSRS: what was learnt n times halves in
    2, 5, 12... days; two duties come hard to her and halve twice as fast."""

    def __init__(self, seed: int, hard: tuple[str, ...] = ()) -> None:
        self._dice = random.Random(seed)
        self._hard = hard
        self._learnt: dict[str, tuple[int, date]] = {}
        self.history = History(learner=f"mo-phong-{seed}")
        self.days: list[Day] = []

    def review(self, today: date, questions: list[Question]) -> Day:
        """Fifteen minutes: asks for the next question until the time or the plan is over."""
        by_id = {question.id: question for question in questions}
        known = memories(self.history, today)
        day = Day(today, plan(self.history, questions, today))
        day.due_before = {one.question: one.due for one in known.values() if one.due <= today}
        for place in range(MINUTES_A_DAY * 60 // SECONDS_A_QUESTION):
            left = plan(self.history, questions, today).questions
            if not left:
                break
            self._answer(by_id[left[0]], today, place)
            day.asked.append(left[0])
        self.days.append(day)
        return day

    def weakest_due(self, today: date, questions: list[Question]) -> set[str]:
        """The duties that are the weakest of those with a due question, before she begins."""
        known = memories(self.history, today)
        weak = strengths(questions, known, today)
        due = {duty.of(one) for one in questions if one.id in known and known[one.id].due <= today}
        lowest = min((weak[one] for one in due), default=0.0)
        return {one for one in due if weak[one] == lowest}

    def _answer(self, question: Question, today: date, place: int) -> None:
        times, last = self._learnt.get(question.id, (0, today))
        half_life = 2 * 2.4 ** (times - 1) / (2 if duty.of(question) in self._hard else 1)
        remembers = self._dice.random() < 0.5 ** ((today - last).days / half_life)
        score = (1.0 if times else 0.4) if remembers else self._dice.choice((0.0, 0.5))
        if not times:
            score = self._dice.choice((0.0, 0.5, 1.0))
        self._learnt[question.id] = (times + 1 if score >= 1 else max(1, times - 1), today)
        at = datetime.combine(today, time(7)) + timedelta(seconds=SECONDS_A_QUESTION * place)
        event = Event(
            id=f"{today:%Y%m%d}-{place:04}",
            at=at,
            kind=EventKind.ANSWER,
            lesson=PLACE,
            question=question.id,
            score=score,
        )
        self.history = self.history.with_event(event)


def bank_list() -> list[Question]:
    """The kit's own questions."""
    return list(bank.load())
