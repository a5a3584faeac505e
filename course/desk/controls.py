"""The desk's simple form parts: buttons as wide as their words, lists with an empty first line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets as widgets

from course.desk.refusals import DeskError
from course.look import Html, Kind, notice

NONE = ""
"""The value of a list in which nothing is picked yet."""


def button(label: str, action: Callable[[], None], *, style: str = "", hint: str = "") -> Any:
    """A button that calls `action`; `hint` is what a reader of the button alone should hear."""
    made = widgets.Button(
        description=label,
        button_style=style,
        tooltip=hint or label,
        layout=widgets.Layout(width="auto"),
    )
    made.on_click(lambda _: action())
    return made


def pick_list(label: str, empty: str, choices: Iterable[tuple[str, str]], width: str) -> Any:
    """A drop-down list; its value is NONE until something is picked."""
    return widgets.Dropdown(
        options=[(empty, NONE), *choices],
        value=NONE,
        description=label,
        layout=widgets.Layout(width=width),
    )


def file_button(description: str, accept: str) -> Any:
    """A button that lets one file be chosen, of the kinds in `accept` such as ".xlsx,.csv".

    The page shows its tooltip: ipywidgets adds the number of files, "(0)", to the description.
    """
    return widgets.FileUpload(
        accept=accept,
        multiple=False,
        description=description,
        tooltip=description,
        layout=widgets.Layout(width="auto"),
    )


def row(*parts: Any, name: str = "") -> Any:
    """Parts beside each other; they wrap when the window is narrow."""
    made = widgets.HBox(list(parts), layout=widgets.Layout(width="100%"))
    return _named(made, name)


def column(*parts: Any, name: str = "") -> Any:
    """Parts one below the other."""
    made = widgets.VBox(list(parts), layout=widgets.Layout(width="100%"))
    return _named(made, name)


def show(part: Any, visible: bool) -> None:
    """Show the part, or take it off the page."""
    part.layout.display = None if visible else "none"


def attempt(action: Callable[[], object], said: Any, done: str = "", kind: Kind = "good") -> bool:
    """Do something at the desk and say in `said` how it went; True if it was done."""
    try:
        action()
    except DeskError as error:
        said.value = notice(str(error), "warn")
        return False
    said.value = notice(done, kind, "") if done else Html("")
    return True


def _named(made: Any, name: str) -> Any:
    if name:
        made.add_class(name)
    return made
