"""What a person sees of a widget tree: labels, buttons, texts; without a browser."""

import html
import re
from collections.abc import Iterator
from typing import Any

import ipywidgets as widgets


def parts(widget: Any) -> Iterator[Any]:
    """The widget and everything in it that is shown; of tabs the one in front."""
    if widget.layout.display == "none":
        return
    yield widget
    children = getattr(widget, "children", ())
    if isinstance(widget, widgets.Tab):
        children = [widget.children[widget.selected_index]]
    for child in children:
        yield from parts(child)


def button(widget: Any, label: str, number: int = 0) -> Any:
    """The button with this label."""
    found = [
        one for one in parts(widget) if isinstance(one, widgets.Button) and one.description == label
    ]
    assert found, f"no button “{label}” among {labels(widget)}"
    return found[number]


def labels(widget: Any) -> list[str]:
    """The labels of all buttons in sight."""
    return [one.description for one in parts(widget) if isinstance(one, widgets.Button)]


def press(widget: Any, label: str, number: int = 0) -> None:
    """Click the button; one that is greyed out cannot be clicked."""
    found = button(widget, label, number)
    assert not found.disabled, f"“{label}” is greyed out"
    found.click()


def field(widget: Any, label: str) -> Any:
    """The list or text field with this label, a unit in brackets behind it or not."""
    found = [
        one
        for one in parts(widget)
        if label in ((said := getattr(one, "description", "")), said.split(" (")[0])
        and not isinstance(one, widgets.Button)
    ]
    assert found, f"no field “{label}”"
    return found[0]


def pick(widget: Any, label: str, choice: str) -> None:
    """Choose a line of a list by its words."""
    found = field(widget, label)
    found.value = next(value for words, value in found.options if choice in words)


def choose(widget: Any, choice: str) -> None:
    """Choose a round button, or tick a box, by its words."""
    for one in parts(widget):
        if isinstance(one, widgets.Checkbox) and choice in one.description:
            one.value = True
            return
        if isinstance(one, widgets.RadioButtons | widgets.ToggleButtons):
            for words, value in one.options:
                if choice in words:
                    one.value = value
                    return
    raise AssertionError(f"nothing to choose with “{choice}”")


def text(widget: Any) -> str:
    """All words in sight."""
    raw = " ".join(one.value for one in parts(widget) if isinstance(one, widgets.HTML))
    without_style = re.sub(r"<style>.*?</style>", "", raw, flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", without_style)))


def tab(widget: Any, title: str) -> None:
    """Bring a tab to the front."""
    tabs = next(one for one in parts(widget) if isinstance(one, widgets.Tab))
    tabs.selected_index = list(tabs.titles).index(title)
