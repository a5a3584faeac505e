"""Questions in which one puts things in their place: pairs to match, steps to order."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from course.quiz.records import Record, Text, refuse_same


class Pair(Record):
    """A left side and the right side that belongs to it; several pairs may share a right side."""

    left: Text
    right: Text
    reason: Text


class Extra(Record):
    """A right side that belongs to no left side."""

    text: Text
    reason: Text


class Matching(Record):
    """Each left side is given one of the right sides."""

    kind: Literal["matching"]
    stem: Text
    pair: tuple[Pair, ...] = Field(min_length=2)
    extra: tuple[Extra, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """The different right sides, pairs first, in the order of the file."""
        sides = [pair.right for pair in self.pair] + [extra.text for extra in self.extra]
        return tuple(dict.fromkeys(sides))

    @model_validator(mode="after")
    def _sides_differ(self) -> Self:
        refuse_same([pair.left for pair in self.pair])
        if len(self.options) < 2:
            raise ValueError(
                "mọi vế trái đều ghép với cùng một vế phải|thêm vế phải khác, hoặc thêm [extra]"
            )
        taken = {pair.right for pair in self.pair}
        for extra in self.extra:
            if extra.text in taken:
                raise ValueError(
                    f"vế thừa “{extra.text}” lại là vế phải của một cặp|bỏ hoặc đổi vế thừa này"
                )
        return self


class Step(Record):
    """One step of a procedure; steps are written in the right order."""

    text: Text
    reason: Text
    with_previous: StrictBool = False
    """True if this step and the one before may change places without being wrong."""


class Ordering(Record):
    """Steps to be put in order; the score is the share of pairs that keep the right order."""

    kind: Literal["ordering"]
    stem: Text
    step: tuple[Step, ...] = Field(min_length=3)

    @property
    def ranks(self) -> tuple[int, ...]:
        """The rank of each step; steps of the same rank may stand in any order."""
        ranks: list[int] = []
        for step in self.step:
            following = ranks[-1] + (not step.with_previous) if ranks else 0
            ranks.append(following)
        return tuple(ranks)

    @model_validator(mode="after")
    def _steps_differ(self) -> Self:
        refuse_same([step.text for step in self.step])
        if len(set(self.ranks)) < 2:
            raise ValueError("mọi bước đổi chỗ cho nhau đều được|bỏ bớt with_previous = true")
        return self
