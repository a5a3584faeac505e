"""The two forms of twenty questions, before and after the course: drawn by a seed, alike, disjoint.

Every duty has a question in each form, the two widest duties have two. The later form takes for
each question of the earlier one another about the same duty, as hard as it and of its kind where
there is one. The same seed gives a class the same forms; each learner's own key gives each their
own. Questions that no lesson asks are preferred, so that a lesson does not give answers away.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from functools import cache

from course import lesson_index
from course.quiz.question import Question
from course.review import duty

SIZE = 20
_WIDEST = ("I.3.b.NV1.7", "I.3.b.NV1.4")
_ENOUGH = 3
"""From so many questions on that no lesson asks, only those are drawn for a duty."""


def slots() -> tuple[str, ...]:
    """The duty of each question of a form, in the order of 299-QĐ/TW."""
    return tuple(one for one in duty.points() for _ in range(2 if one in _WIDEST else 1))


def before(seed: str, questions: Sequence[Question]) -> tuple[str, ...]:
    """The question ids of the form before the course."""
    chosen: list[Question] = []
    for place, wanted in enumerate(slots()):
        pool = _pool(questions, wanted, {one.id for one in chosen})
        paired = [one for one in pool if _has_like(one, pool)]
        if pool:
            chosen.append(_dice(seed, place, "before").choice(paired or pool))
    return tuple(one.id for one in chosen)


def after(seed: str, earlier: Sequence[str], questions: Sequence[Question]) -> tuple[str, ...]:
    """The question ids of the form after the course: none of `earlier`, and like them."""
    known = {question.id: question for question in questions}
    patterns: dict[str, list[Question]] = {}
    for one in earlier:
        if one in known:
            patterns.setdefault(duty.of(known[one]), []).append(known[one])
    chosen: list[str] = []
    for place, wanted in enumerate(slots()):
        pool = _pool(questions, wanted, {*earlier, *chosen})
        _dice(seed, place, "after").shuffle(pool)
        waiting = patterns.get(wanted, [])
        pattern = waiting.pop(0) if waiting else None
        if pool:
            chosen.append(min(pool, key=lambda one: _distance(one, pattern)).id)
    return tuple(chosen)


def normalized(code: str) -> str:
    """A seed as a trainer reads it out: spaces and capitals do not matter."""
    return " ".join(code.casefold().split())


def _pool(questions: Sequence[Question], wanted: str, taken: Iterable[str]) -> list[Question]:
    """The questions of a duty that may be drawn and are not taken."""
    of_duty = [question for question in questions if duty.of(question) == wanted]
    outside = [question for question in of_duty if question.id not in _in_lessons()]
    away = set(taken)
    return [one for one in (outside if len(outside) >= _ENOUGH else of_duty) if one.id not in away]


def _has_like(question: Question, pool: Sequence[Question]) -> bool:
    return any(one.id != question.id and not _distance(one, question)[0] for one in pool)


def _distance(question: Question, pattern: Question | None) -> tuple[int, bool]:
    """How unlike two questions are: by difficulty first, then by kind."""
    if pattern is None:
        return abs(question.head.difficulty - 2), False
    steps = abs(question.head.difficulty - pattern.head.difficulty)
    return steps, question.item().kind != pattern.item().kind


@cache
def _in_lessons() -> frozenset[str]:
    return frozenset(one for lesson in lesson_index.load() for one in lesson.questions)


def _dice(seed: str, place: int, form: str) -> random.Random:
    return random.Random(f"{seed}/{place}/{form}")
