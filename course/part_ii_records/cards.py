"""Try it: the decks of the lessons on records and petitions, sorted card by card."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from course import progress
from course.part_ii.deck import Deck
from course.part_ii.sorter import Sorter

PACKAGE = "course.part_ii_records"


@cache
def load(name: str, package: str = PACKAGE) -> Deck:
    """The deck `<name>.toml` that lies in a package of the course."""
    text = resources.files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return Deck.model_validate(tomllib.loads(text))


def widget(name: str, package: str = PACKAGE) -> Any:
    """The sorter of a deck. Raises ProgressError if the progress file cannot be opened."""
    return Sorter(progress.current(), load(name, package)).widget
