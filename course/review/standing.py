"""How a learner stands: by duty, by part of the course; the weakest duty first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from course import coverage_map
from course.quiz.question import Question
from course.review import duty
from course.review.memory import Memory


@dataclass(frozen=True)
class Standing:
    """One duty or part: `asked` of `total` questions were answered at least once; `strength` from
    0 to 1 says how much of what was asked is still known; `due` counts what is due."""

    key: str
    title: str
    total: int
    asked: int
    due: int
    strength: float


_PARTS_VI = {
    "M": "Về khóa học",
    "I": "Phần I. Vị trí, vai trò, chức năng, nhiệm vụ",
    "II": "Phần II. Những vấn đề mới đặt ra",
    "III": "Phần III. Giải pháp",
    "IV": "Phần IV. Kết luận, tình huống",
}


def by_duty(
    questions: Sequence[Question], known: Mapping[str, Memory], today: date
) -> list[Standing]:
    """The standing in every duty in the order of 299-QĐ/TW, the general part last."""
    order = [*duty.points(), duty.GENERAL]
    grouped: dict[str, list[Question]] = {key: [] for key in order}
    for question in questions:
        grouped[duty.of(question)].append(question)
    return [_standing(key, duty.title(key), grouped[key], known, today) for key in order]


def by_part(
    questions: Sequence[Question], known: Mapping[str, Memory], today: date
) -> list[Standing]:
    """The standing in every part of the course; a question belongs to that of its first point."""
    points = coverage_map.load()
    grouped: dict[str, list[Question]] = {part: [] for part in coverage_map.PARTS}
    for question in questions:
        if question.points[0] in points:
            grouped[points[question.points[0]].part].append(question)
    return [
        _standing(part, _PARTS_VI[part], grouped[part], known, today) for part in coverage_map.PARTS
    ]


def strengths(
    questions: Sequence[Question], known: Mapping[str, Memory], today: date
) -> dict[str, float]:
    """The strength of every duty, to tell the weakest."""
    return {one.key: one.strength for one in by_duty(questions, known, today)}


def weakest(standings: Sequence[Standing], count: int = 3) -> list[Standing]:
    """The weakest of those in which something was asked, the weakest first."""
    asked = [one for one in standings if one.asked]
    return sorted(asked, key=lambda one: one.strength)[:count]


def _standing(
    key: str, title: str, questions: Sequence[Question], known: Mapping[str, Memory], today: date
) -> Standing:
    asked = [known[question.id] for question in questions if question.id in known]
    held = sum(one.strength(today) for one in asked)
    return Standing(
        key=key,
        title=title,
        total=len(questions),
        asked=len(asked),
        due=sum(one.due <= today for one in asked),
        # Half a question of doubt: one lucky or unlucky answer is not yet a strength or weakness.
        strength=(held + 0.25) / (len(asked) + 0.5),
    )
