"""The duties of the office as 299-QĐ/TW lists them: five groups, eighteen items (`duties.toml`)."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Group(BaseModel):
    """One of the five groups of duties."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    title: str
    short: str
    gist: str
    point: str


class Duty(BaseModel):
    """One duty: its point of coverage, an example from the fictional commune, words to find it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    point: str
    group: int
    title: str
    example: str
    words: tuple[str, ...]
    source: str


class Duties(BaseModel):
    """All groups and duties in the order of the document."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    group: tuple[Group, ...]
    duty: tuple[Duty, ...]

    def of(self, group: int) -> tuple[Duty, ...]:
        """The duties of one group."""
        return tuple(duty for duty in self.duty if duty.group == group)

    def find(self, typed: str) -> list[Duty]:
        """The duties whose words are in the typed text or start with it, best first.

        Case and diacritics do not matter: "dang phi" finds "đảng phí".
        """
        wanted = bare(typed)
        if len(wanted) < 2:
            return []
        ranks = {duty.point: _rank(duty, wanted) for duty in self.duty}
        found = [duty for duty in self.duty if ranks[duty.point]]
        return sorted(found, key=lambda duty: -ranks[duty.point])


@cache
def load() -> Duties:
    """The duties that come with the course."""
    text = resources.files("course.part_i").joinpath("duties.toml").read_text(encoding="utf-8")
    return Duties.model_validate(tomllib.loads(text))


def bare(text: str) -> str:
    """The text in small letters without diacritics, single spaces."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.split())


def _rank(duty: Duty, wanted: str) -> int:
    """How well a duty fits: the length of its longest key word that fits, 0 if none does."""
    padded = f" {wanted} "
    fitting = [
        len(word)
        for word in map(bare, duty.words)
        if f" {word} " in padded
        or f" {word}".startswith(f" {wanted}")
        or f" {wanted}" in f" {word}"
    ]
    return max(fitting, default=0)
