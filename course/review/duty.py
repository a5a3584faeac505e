"""The duty that a question is about: one of the eighteen, or the general part of the course.

The first of a question's points that belongs to a duty decides. Part I names the duties; part II
teaches some of them in depth, so its points belong to the same duties.
"""

from __future__ import annotations

from functools import cache

from course.part_i import duties
from course.quiz.question import Question

GENERAL = ""
"""The "duty" of questions about the course as such, the office's place, solutions, conclusion."""
GENERAL_VI = "Hiểu chung: vị trí, chức năng, giải pháp"

# Points of part II and III by the duty that they teach; the longest that fits decides.
_IN_DEPTH = {
    "II.1.1.a": "I.3.b.NV1.1",
    "II.1.1.b": "I.3.b.NV3.1",
    "II.1.1.b.ND": "I.3.b.NV3.2",
    "II.1.2": "I.3.b.NV1.2",
    "II.1.2.ND2": "I.3.b.NV1.3",
    "II.2.1": "I.3.b.NV1.6",
    "II.2.2": "I.3.b.NV1.7",
    "II.3.1": "I.3.b.NV1.4",
    "II.3.2": "I.3.b.NV1.5",
    "II.3.3.1": "I.3.b.NV2.1",
    "II.3.3.2": "I.3.b.NV2.2",
    "II.3.3.3": "I.3.b.NV2.3",
    "II.3.4": "I.3.b.NV5",
    "IV.2.TH1": "I.3.b.NV1.7",
}


def of(question: Question) -> str:
    """The point of the question's duty, `GENERAL` if it has none."""
    return next((duty for point in question.points if (duty := of_point(point))), GENERAL)


@cache
def of_point(point: str) -> str:
    """The duty that a point of coverage belongs to, `GENERAL` if none."""
    roots = {duty: duty for duty in points()} | _IN_DEPTH
    fitting = [root for root in roots if _is_at_or_below(point, root)]
    return roots[max(fitting, key=len)] if fitting else GENERAL


@cache
def points() -> tuple[str, ...]:
    """The points of the eighteen duties, in the order of 299-QĐ/TW."""
    return tuple(duty.point for duty in duties.load().duty)


@cache
def title(duty: str) -> str:
    """What the duty is called on the page."""
    return {one.point: one.title for one in duties.load().duty}.get(duty, GENERAL_VI)


def _is_at_or_below(point: str, root: str) -> bool:
    """ "II.1.1.b.ND1" stands below "II.1.1.b.ND" though no dot parts them."""
    rest = point.removeprefix(root)
    return point.startswith(root) and (not rest or rest[0] == "." or root[-1].isalpha())
