"""A quarter's money for meetings (`quarter.toml`): what is set aside, what is left on the day."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Item(BaseModel):
    """Something that costs money, in đồng."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    amount: int = Field(gt=0)


class Move(BaseModel):
    """A way to find money; `good` if it keeps the rules, `says` why or why not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    saves: int = Field(gt=0)
    good: bool
    says: str


class Quarter(BaseModel):
    """The money of the quarter, what is planned, what comes suddenly, what one could do."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    total: int = Field(gt=0)
    sudden: Item
    planned: tuple[Item, ...]
    move: tuple[Move, ...]


@dataclass(frozen=True)
class Balance:
    """How the quarter stands, in đồng.

    `ready` is at hand on the day of the sudden meeting: only what was set aside, for what had no
    use in the plan has been asked for by then.
    """

    reserve: int
    planned: int
    free: int
    ready: int

    def covers(self, amount: int) -> bool:
        """Whether the amount can be paid on the day."""
        return self.ready >= amount

    @property
    def is_short(self) -> bool:
        """Whether what is set aside leaves too little for what is planned."""
        return self.free < 0


@cache
def load() -> Quarter:
    """The quarter that comes with the course."""
    text = resources.files("course.part_ii").joinpath("quarter.toml").read_text(encoding="utf-8")
    return Quarter.model_validate(tomllib.loads(text))


def balance(percent: int, moves: Collection[str] = ()) -> Balance:
    """The quarter when `percent` of the money is set aside first and these moves are made."""
    own = load()
    reserve = own.total * percent // 100
    saved = sum(move.saves for move in own.move if move.id in moves and move.good)
    planned = sum(item.amount for item in own.planned) - saved
    free = own.total - reserve - planned
    return Balance(reserve, planned, free, max(0, reserve + min(0, free)))
