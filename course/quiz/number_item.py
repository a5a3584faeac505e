"""Questions whose answer is a number with its unit."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from course.quiz.records import Record, Text, refuse_same


class Near(Record):
    """A wrong number that people give, and why they do."""

    value: float
    reason: Text


class OtherUnit(Record):
    """A unit that people confuse with the right one."""

    text: Text
    reason: Text


class Number(Record):
    """A number to be typed; with `other_unit` the unit is chosen too and is half of the score."""

    kind: Literal["number"]
    stem: Text
    answer: float
    unit: Text
    tolerance: float = Field(default=0.0, ge=0)
    reason: Text
    near: tuple[Near, ...] = ()
    other_unit: tuple[OtherUnit, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """The right unit first, then the others."""
        return (self.unit, *(other.text for other in self.other_unit))

    @model_validator(mode="after")
    def _near_is_wrong(self) -> Self:
        refuse_same(list(self.units))
        for near in self.near:
            if abs(near.value - self.answer) <= self.tolerance:
                raise ValueError(
                    f"số {near.value:g} trong [near] lại là đáp án đúng|bỏ số này khỏi [near]"
                )
        return self
