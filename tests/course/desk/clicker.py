"""Somebody who clicks on everything in sight, twice and in odd order, and writes nonsense."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets

from course.desk.grid import Grid

from . import seen

TIMES = 2
ALIKE = 3
"""Of many parts with the same words (one for each order) this many are clicked."""
TYPED = ("7", "không biết", "", "25:99", "<b>&{ x", "8h15")
CHOICES = (widgets.Dropdown, widgets.RadioButtons, widgets.ToggleButtons, widgets.SelectionSlider)


@dataclass(frozen=True)
class Click:
    """Something that can be done now: what it is called, and how it is done."""

    name: tuple[str, str, int]
    do: Callable[[], object]


def in_sight(page: Any) -> list[Click]:
    """All that can be clicked, chosen, ticked or typed into now."""
    found: list[Click] = []
    alike: Counter[tuple[str, str]] = Counter()
    for part in seen.parts(page):
        if getattr(part, "disabled", False):
            continue
        for words, do in _ways(part):
            name = (type(part).__name__, words)
            alike[name] += 1
            if alike[name] <= ALIKE:
                found.append(Click((*name, alike[name]), do))
    return found


def click_around(page: Any, chance: random.Random, most: int) -> Iterator[str]:
    """Do everything twice, in odd order, at most `most` things; yields what was done."""
    done: Counter[tuple[str, str, int]] = Counter()
    for _ in range(most):
        left = [one for one in in_sight(page) if done[one.name] < TIMES]
        if not left:
            return
        fewest = min(done[one.name] for one in left)
        picked = chance.choice([one for one in left if done[one.name] == fewest])
        done[picked.name] += 1
        picked.do()
        yield picked.name[1]


def _ways(part: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """What can be done with one part."""
    if isinstance(part, widgets.Button):
        yield part.description, lambda: _press(part)
    elif isinstance(part, widgets.Tab | widgets.Accordion):
        for place, title in enumerate(part.titles):
            yield title, lambda place=place: setattr(part, "selected_index", place)
    elif isinstance(part, CHOICES):
        for words, value in _options(part):
            yield f"{part.description}: {words}", lambda value=value: setattr(part, "value", value)
    elif isinstance(part, widgets.Checkbox | widgets.ToggleButton):
        yield part.description, lambda: setattr(part, "value", not part.value)
    elif isinstance(part, widgets.Text | widgets.Textarea):
        for typed in TYPED:
            yield f"{part.description}: {typed}", lambda typed=typed: setattr(part, "value", typed)
    elif isinstance(part, Grid):
        for typed in TYPED:
            yield f"{part.label}: {typed}", lambda typed=typed: _write(part, typed)


def _options(part: Any) -> list[tuple[str, Any]]:
    """A few of the options: the first and the last ones."""
    options = [one if isinstance(one, tuple) else (str(one), one) for one in part.options]
    return options if len(options) <= 2 * ALIKE else [*options[:ALIKE], *options[-ALIKE:]]


def _press(button: Any) -> None:
    """Press the button; what goes wrong is raised here, where ipywidgets would only log it."""
    for callback in list(button._click_handlers.callbacks):
        callback(button)


def _write(grid: Grid, typed: str) -> None:
    """Write into all the learner's cells of the first row, as the page would send it."""
    for row, _ in grid.rows[:1]:
        cells = [[row, column["id"], typed] for column in grid.columns]
        for callback in list(grid._msg_callbacks.callbacks):
            callback(grid, {"kind": "write", "number": 1, "cells": cells}, [])
