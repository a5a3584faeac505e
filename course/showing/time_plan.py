"""The minutes of a class: the course text's 150, or the same parts scaled to its 120.

The text says "2 tiết = 120 phút" while its four parts add up to 150. Both are taught; a class of
120 minutes takes every part at four fifths. Minutes come from the rulebook; a part's minutes are
shared among its sections by how long they take to read, in half minutes, and always add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from course.lesson_index import Lesson
from office_sim import rulebook

Key = TypeVar("Key")
STEP = timedelta(seconds=30)
WHOLE = "R01"  # "2 tiết = 120 phút"
PART_RULES = {"I": "R02", "II": "R03", "II.1": "R04", "III": "R05", "IV": "R06"}
# II.2 and II.3 share what the text leaves of part II.
_OF_LESSON = {"01": "I", "02": "II.2-II.3", "02.1": "II.1", "02.2": "II.1", "03": "III", "04": "IV"}


class Plan(StrEnum):
    """Which class it is; OWN gives each lesson the time that it takes to learn alone."""

    FULL = "150"
    SCALED = "120"
    OWN = "tu-hoc"


@dataclass(frozen=True)
class Minutes:
    """The time of every section, by lesson number and section id."""

    sections: Mapping[tuple[str, str], timedelta]

    def of(self, lesson: Lesson) -> timedelta:
        """The time of a whole lesson."""
        return sum((self.sections[lesson.number, one.id] for one in lesson.sections), timedelta())

    @property
    def total(self) -> timedelta:
        """The time of the class."""
        return sum(self.sections.values(), timedelta())


def part_minutes(plan: Plan) -> dict[str, timedelta]:
    """The time of each part of the course: as the text gives it, or scaled to its whole."""
    stated = {part: _minutes_of(rule) for part, rule in PART_RULES.items()}
    stated["II.2-II.3"] = stated.pop("II") - stated["II.1"]
    if plan is Plan.FULL:
        return stated
    whole = sum(stated.values(), timedelta())
    return {part: span * (_minutes_of(WHOLE) / whole) for part, span in stated.items()}


def part_of(number: str) -> str:
    """The part of the course text that a lesson belongs to."""
    return _OF_LESSON.get(number) or _OF_LESSON[number.split(".")[0]]


def minutes(plan: Plan, lessons: Sequence[Lesson], home: Iterable[tuple[str, str]] = ()) -> Minutes:
    """The time of each section; those named in `home` are read at home and get none.

    With OWN nothing is left for home and nothing is shared: the lesson's own minutes count.
    """
    weights = {
        (lesson.number, one.id): timedelta(minutes=one.minutes)
        for lesson in lessons
        for one in lesson.sections
    }
    if plan is Plan.OWN:
        return Minutes(weights)
    left_out = set(home)
    given: dict[tuple[str, str], timedelta] = dict.fromkeys(weights, timedelta())
    for part, whole in part_minutes(plan).items():
        own = {
            key: weight
            for key, weight in weights.items()
            if part_of(key[0]) == part and key not in left_out
        }
        given |= _shared(whole, own)
    return Minutes(given)


def _minutes_of(rule: str) -> timedelta:
    return timedelta(minutes=int(rulebook.load()[rule].minimum or 0))


def _shared(whole: timedelta, weights: Mapping[Key, timedelta]) -> dict[Key, timedelta]:
    """`whole` in steps of half a minute by weight, at least one step each, largest rests first."""
    steps = whole // STEP - len(weights)
    sum_of_weights = sum(weights.values(), timedelta())
    exact = {
        key: Fraction(weight // STEP * steps, sum_of_weights // STEP)
        for key, weight in weights.items()
    }
    given = {key: int(share) for key, share in exact.items()}
    order = sorted(weights, key=lambda key: exact[key] - given[key], reverse=True)
    for key in order[: steps - sum(given.values())]:
        given[key] += 1
    return {key: (1 + count) * STEP for key, count in given.items()}
