"""The kinds of question that a learner meets, as records read from a question file.

An *item* is what is asked and what is right; the record around it (id, points of coverage,
source, difficulty) is `course.quiz.question.Question`. Keys are English, texts Vietnamese.
Positions in an answer always count from 0 in the order of the file, never in the order shown.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from course.quiz.choice_items import Choice, Line, Paper, Several, Single
from course.quiz.number_item import Near, Number, OtherUnit
from course.quiz.order_items import Extra, Matching, Ordering, Pair, Step
from course.quiz.records import Record, Text

__all__ = [
    "Case",
    "Choice",
    "Extra",
    "Item",
    "Line",
    "Matching",
    "Near",
    "Number",
    "Ordering",
    "OtherUnit",
    "Pair",
    "Paper",
    "Part",
    "Several",
    "Single",
    "Step",
    "choices",
]

Part = Annotated[
    Single | Several | Matching | Ordering | Number | Paper, Field(discriminator="kind")
]
"""An item that may stand alone or inside a short case."""


class Case(Record):
    """A situation text with one or more items inside; the score is the mean of the parts."""

    kind: Literal["case"]
    stem: Text
    part: tuple[Part, ...] = Field(min_length=1)


Item = Annotated[
    Single | Several | Matching | Ordering | Number | Paper | Case, Field(discriminator="kind")
]
"""Anything that can be asked."""


def choices(part: Part) -> list[tuple[str, str]]:
    """Text and reason of everything that can be chosen in an item; "" where there is none."""
    match part:
        case Single() | Several():
            return [(choice.text, choice.reason) for choice in part.choice]
        case Matching():
            pairs = [(f"{pair.left} - {pair.right}", pair.reason) for pair in part.pair]
            return pairs + [(extra.text, extra.reason) for extra in part.extra]
        case Ordering():
            return [(step.text, step.reason) for step in part.step]
        case Number():
            near = [("", near.reason) for near in part.near]
            return [("", part.reason), *near, *((o.text, o.reason) for o in part.other_unit)]
        case Paper():
            return [(line.text, line.reason or "") for line in part.line]
