"""Decks of cards to sort (`<name>.toml`): each card has one home among a few, and a reason."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Home(BaseModel):
    """One of the answers that a card can have."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str


class Card(BaseModel):
    """One card: a small line above it, its text, its home, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    head: str
    text: str
    home: str
    reason: str
    source: tuple[str, ...]
    check_original: bool = False


class Deck(BaseModel):
    """The cards in the order in which they are shown; `prefix` begins their keys in the progress
    file, `lesson` is the number of the lesson they belong to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    lesson: str
    prefix: str
    ask: str
    home: tuple[Home, ...]
    card: tuple[Card, ...]

    def title(self, home: object) -> str:
        """What to call an answer; a dash for one that the deck does not know."""
        return next((one.title for one in self.home if one.id == home), "–")

    def key(self, card: Card) -> str:
        """The name under which the answer to a card is kept."""
        return self.prefix + card.id


@cache
def load(name: str) -> Deck:
    """A deck that comes with the course."""
    text = resources.files("course.part_ii").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return Deck.model_validate(tomllib.loads(text))
