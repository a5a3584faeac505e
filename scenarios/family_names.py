"""Invented names of people of a northern mountain commune, by people, sex and custom."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from random import Random
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Names(BaseModel):
    """The names of one people; the number of a surname or middle name says how common it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    surnames: Mapping[str, int]
    male_middle: Mapping[str, int]
    female_middle: Mapping[str, int]
    male_given: tuple[str, ...]
    female_given: tuple[str, ...]

    def draw(self, chance: Random, *, female: bool) -> str:
        """A full name."""
        middle = self.female_middle if female else self.male_middle
        given = self.female_given if female else self.male_given
        return (
            f"{weighted(chance, self.surnames)} {weighted(chance, middle)} {chance.choice(given)}"
        )


class _Respelled(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    pairs: tuple[tuple[str, str], ...]


class _NameFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Annotated[Literal[1], Field(alias="schema")]
    people: tuple[Names, ...]
    respelled: _Respelled


def peoples() -> dict[str, Names]:
    """The names of each people by its id."""
    return {one.id: one for one in _load().people}


def respell(name: str) -> str | None:
    """The name as another clerk might write it, None if it is not one of those."""
    for usual, other in _load().respelled.pairs:
        if usual in name:
            return name.replace(usual, other, 1)
    return None


def skeleton(name: str) -> str:
    """The name without tones and marks, to see whether two are too much alike."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def weighted(chance: Random, weights: Mapping[str, int]) -> str:
    """One of the keys, the more often the greater its weight."""
    return chance.choices(list(weights), weights=list(weights.values()))[0]


@cache
def _load() -> _NameFile:
    file = resources.files(__package__) / "family_names.toml"
    return _NameFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
