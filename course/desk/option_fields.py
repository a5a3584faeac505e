"""The fields for what a task leaves open: one of several, or several of many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import ipywidgets as widgets

from course.desk import controls
from course.look import Html, html_widget, text
from scenarios.case_file import OptionText
from scenarios.work import OptionValue


class OptionField(Protocol):
    """One option: `widget` is shown, `value` is empty while nothing is picked."""

    widget: Any

    @property
    def value(self) -> OptionValue: ...

    def put(self, value: OptionValue) -> None: ...


def option_fields(
    options: tuple[OptionText, ...], say: Callable[[str], str], changed: Callable[[], None]
) -> dict[str, OptionField]:
    """A field for each option by its id.

    `say` puts the variant's words into the texts; `changed` is called after each change.
    """
    return {
        option.id: (SeveralField if option.several else SingleField)(option, say, changed)
        for option in options
    }


def values(fields: Mapping[str, OptionField]) -> dict[str, OptionValue]:
    """What is picked in each field that has something picked."""
    return {option: field.value for option, field in fields.items() if field.value}


class SingleField:
    """One item of several: round buttons."""

    def __init__(
        self, option: OptionText, say: Callable[[str], str], changed: Callable[[], None]
    ) -> None:
        items = [(say(item.text), item.id) for item in option.items]
        self._buttons = widgets.RadioButtons(options=items, value=None, layout=_full())
        self.widget = controls.column(
            _title(say(option.title), "chọn một"), self._buttons, name="vp-desk-option"
        )
        self._buttons.observe(lambda _: changed(), names="value")

    @property
    def value(self) -> OptionValue:
        """The id of the item, "" while none is picked."""
        return self._buttons.value or ""

    def put(self, value: OptionValue) -> None:
        """Pick the item with this id, if there is one."""
        known = [item for _, item in self._buttons.options]
        self._buttons.value = value if value in known else None


class SeveralField:
    """Any number of items: boxes to tick."""

    def __init__(
        self, option: OptionText, say: Callable[[str], str], changed: Callable[[], None]
    ) -> None:
        self._boxes = {
            item.id: widgets.Checkbox(
                value=False, description=say(item.text), indent=False, layout=_full()
            )
            for item in option.items
        }
        self.widget = controls.column(
            _title(say(option.title), "chọn những mục cần"),
            *self._boxes.values(),
            name="vp-desk-option",
        )
        for box in self._boxes.values():
            box.observe(lambda _: changed(), names="value")

    @property
    def value(self) -> OptionValue:
        """The ids of the ticked items in the order of the case."""
        return tuple(item for item, box in self._boxes.items() if box.value)

    def put(self, value: OptionValue) -> None:
        """Tick exactly these."""
        wanted = (value,) if isinstance(value, str) else value
        for item, box in self._boxes.items():
            box.value = item in wanted


def _title(title: str, how: str) -> Any:
    return html_widget(
        Html(f'<div class="vp vp-desk-label">{text(title)} <small>({how})</small></div>')
    )


def _full() -> Any:
    return widgets.Layout(width="100%")
