"""What eight district offices told in a real report (`districts.toml`); a blank is no zero."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Column(BaseModel):
    """One figure that was asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    unit: str
    source: str


class District(BaseModel):
    """One district office; what it did not tell is not among `told`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    told: dict[str, int]


class Report(BaseModel):
    """The table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    column: tuple[Column, ...]
    district: tuple[District, ...]


@dataclass(frozen=True)
class Sums:
    """What a column comes to: `count` offices are behind `total`; `none` are said to have none."""

    total: int
    count: int
    none: tuple[str, ...]

    @property
    def mean(self) -> float:
        """The total spread over the offices behind it."""
        return self.total / self.count


@cache
def load() -> Report:
    """The table that comes with the course."""
    text = resources.files("course.part_ii").joinpath("districts.toml").read_text(encoding="utf-8")
    return Report.model_validate(tomllib.loads(text))


def sums(column: str, *, blank_is_zero: bool) -> Sums:
    """Total and number of offices, with blanks read as zeros or left as "not told"."""
    told = [one.told[column] for one in load().district if column in one.told]
    silent = tuple(one.name for one in load().district if column not in one.told)
    if blank_is_zero:
        return Sums(sum(told), len(load().district), silent)
    return Sums(sum(told), len(told), ())
