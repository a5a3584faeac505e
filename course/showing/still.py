"""The still picture of a form: what a widget shows at first, as HTML that needs no kernel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from course.look import Html, text

_SHORT = 100  # letters of a list that still read as one line
_BLANK = Html('<span class="vp-still-blank"></span>')


def still(widget: Any) -> Html:
    """The widget and all that it holds, as one sees them when the page opens.

    Buttons and fields become words and empty boxes; what is hidden is left out.
    """
    if isinstance(widget, str):
        return text(widget)
    if widget.layout.display == "none" or widget.layout.visibility == "hidden":
        return Html("")
    for kind, draw in _DRAWINGS:
        if isinstance(widget, kind):
            return draw(widget)
    return Html("")


def _page(widget: Any) -> Html:
    return Html(widget.value)


def _box(widget: Any) -> Html:
    kind = "row" if isinstance(widget, widgets.HBox) else "column"
    inner = [html for html in map(still, widget.children) if html]
    if not inner:
        return Html("")
    classes = " ".join((f"vp-still-{kind}", *widget._dom_classes))
    return Html(f'<div class="{classes}">{"".join(inner)}</div>')


def _tabs(widget: Any) -> Html:
    shown = []
    for number, child in enumerate(widget.children):
        title = widget.get_title(number)
        head = f'<p class="vp"><strong>{text(title)}</strong></p>' if title else ""
        shown.append(f"{head}{still(child)}")
    return Html("".join(shown))


def _button(widget: Any) -> Html:
    return Html(f'<span class="vp vp-still-button">{text(widget.description)}</span> ')


def _tick(widget: Any) -> Html:
    sign = "☑" if widget.value else "☐"
    return Html(f'<p class="vp vp-still-choice">{sign} {text(widget.description)}</p>')


def _choices(widget: Any) -> Html:
    labels = widget._options_labels
    rows = "".join(f'<p class="vp vp-still-choice">○ {text(label)}</p>' for label in labels)
    return Html(_label(widget) + rows)


def _list(widget: Any) -> Html:
    labels = [label for label in widget._options_labels if not label.startswith("—")]
    words = " / ".join(labels)
    shown = text(words if len(words) <= _SHORT else f"▾ chọn một trong {len(labels)} mục")
    return Html(
        f'<div class="vp vp-still-pair">{_label(widget)}'
        f'<span class="vp-still-list">{shown}</span></div>'
    )


def _number(widget: Any) -> Html:
    return Html(
        f'<div class="vp vp-still-pair">{_label(widget)}'
        f'<span class="vp-still-list">{text(widget.value)}</span></div>'
    )


def _field(widget: Any) -> Html:
    shown = text(widget.value) if widget.value else _BLANK
    return Html(f'<div class="vp vp-still-pair">{_label(widget)}{shown}</div>')


def _label(widget: Any) -> Html:
    words = widget.description
    return Html(f'<span class="vp vp-still-label">{text(words)}</span> ' if words else "")


_DRAWINGS: tuple[tuple[Any, Callable[[Any], Html]], ...] = (
    ((widgets.HTML, widgets.Label), _page),
    ((widgets.Tab, widgets.Accordion), _tabs),
    (widgets.Box, _box),
    ((widgets.Button, widgets.ToggleButton), _button),
    (widgets.Checkbox, _tick),
    (widgets.RadioButtons, _choices),
    ((widgets.Dropdown, widgets.Select, widgets.ToggleButtons, widgets.SelectionSlider), _list),
    ((widgets.IntSlider, widgets.BoundedIntText, widgets.IntText, widgets.IntProgress), _number),
    ((widgets.Text, widgets.Textarea), _field),
)
