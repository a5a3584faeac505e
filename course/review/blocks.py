"""Small blocks of the review and test pages: a button, a row, a place where something is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from course.lesson import narrow
from course.look import html_widget


def button(label: str, action: Callable[[], None], style: str = "") -> Any:
    """A button as wide as its words."""
    made = widgets.Button(description=label, button_style=style, layout=narrow())
    made.on_click(lambda _: action())
    return made


def row(*blocks: Any) -> Any:
    """Blocks side by side, in several lines where the screen is narrow."""
    made = widgets.HBox(list(blocks))
    made.add_class("vp-buttons")
    return made


def column(*blocks: Any) -> Any:
    """Blocks one below the other at full width."""
    return widgets.VBox(list(blocks), layout=widgets.Layout(width="100%"))


def place(words: str = "") -> Any:
    """A place where something can be said; it takes no room while it is empty."""
    made = html_widget("")
    say(made, words)
    return made


def say(where: Any, words: str) -> None:
    """Say something there; "" takes it away."""
    where.value = words
    where.layout.display = "" if words else "none"


def show_if(block: Any, shown: bool) -> None:
    """Show the block, or hide it without taking it off the page."""
    block.layout.display = "" if shown else "none"
