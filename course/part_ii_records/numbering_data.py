"""The papers of the numbering try-out (`numbering.toml`) and the numbers a register gives them."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from office_sim.registers import Register

_ISSUED_AT = time(15, 0)


class Slip(BaseModel):
    """A number that people often write instead, and what is wrong with it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    why: str


class Term(BaseModel):
    """A term of the committee; `last` holds the last number given so far for each kind."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    last: dict[str, int]


class Paper(BaseModel):
    """One outgoing paper that waits for its number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    day: date
    kind: str
    name: str
    term: int
    why: str
    slip: tuple[Slip, ...] = ()


class Numbering(BaseModel):
    """All papers in the order in which they are issued."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    organisation: str
    term: tuple[Term, ...]
    paper: tuple[Paper, ...]


@cache
def load() -> Numbering:
    """The papers that come with the course."""
    folder = resources.files("course.part_ii_records")
    text = folder.joinpath("numbering.toml").read_text(encoding="utf-8")
    return Numbering.model_validate(tomllib.loads(text))


@cache
def symbols() -> dict[str, tuple[int, str]]:
    """The number and the symbol that the register of the term gives each paper, by its id."""
    own = load()
    registers = {term.number: Register(term.last, own.organisation) for term in own.term}
    given = {}
    for paper in own.paper:
        at = datetime.combine(paper.day, _ISSUED_AT)
        symbol = registers[paper.term].register(paper.id, paper.kind, at)
        given[paper.id] = (int(symbol.removeprefix("Số ").partition("-")[0]), symbol)
    return given
