"""The form fields of a question: one control for each kind of item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import ipywidgets as widgets

from course.look import html_widget
from course.quiz.items import Matching, Number, Paper, Part, Several, Single
from course.quiz.marking import Answer
from course.quiz.ordering_control import OrderingControl
from course.quiz.shown import Seed
from course.quiz.words import phrase, plain

OPEN = -1
"""The value of a list in which nothing was picked: a list shows no words for None."""


class Control(Protocol):
    """A form field: `widget` is shown, `answer` and `put` speak in file positions."""

    widget: Any

    def answer(self) -> Answer:
        """What is chosen now, as `course.quiz.marking` wants it."""
        ...

    def put(self, answer: Answer) -> None:
        """Show a saved answer; what does not fit is left out."""
        ...

    def lock(self, locked: bool) -> None:
        """Allow or refuse changes."""
        ...


def control(item: Part, seed: Seed, changed: Callable[[], None], *, part: int = 0) -> Control:
    """The control for this item; `changed` is called after each change by the learner."""
    match item:
        case Single():
            return SingleControl(item, seed.order(len(item.choice), part), changed)
        case Several():
            texts = [choice.text for choice in item.choice]
            return TicksControl(texts, seed.order(len(texts), part), changed)
        case Paper():
            texts = [f"{number}. {line.text}" for number, line in enumerate(item.line, start=1)]
            return TicksControl(texts, list(range(len(texts))), changed, style="vp-quiz-paper")
        case Matching():
            return MatchingControl(item, seed, changed, part=part)
        case Number():
            return NumberControl(item, seed.order(len(item.units), part), changed)
        case _:
            steps = [step.text for step in item.step]
            return OrderingControl(steps, seed.scrambled(len(steps), part), changed)


class SingleControl:
    """One choice among several: round buttons."""

    def __init__(self, item: Single, order: list[int], changed: Callable[[], None]) -> None:
        options = [(plain(item.choice[place].text), place) for place in order]
        self.widget = widgets.RadioButtons(options=options, value=None, layout=_full())
        self.widget.add_class("vp-quiz-choices")
        self.widget.observe(lambda _: changed(), names="value")

    def answer(self) -> Answer:
        return self.widget.value

    def put(self, answer: Answer) -> None:
        if answer in [place for _, place in self.widget.options]:
            self.widget.value = answer

    def lock(self, locked: bool) -> None:
        self.widget.disabled = locked


class TicksControl:
    """Any number of choices, or of lines of a paper: boxes to tick."""

    def __init__(
        self, texts: list[str], order: list[int], changed: Callable[[], None], style: str = ""
    ) -> None:
        self._boxes = {
            place: widgets.Checkbox(description=plain(texts[place]), indent=False, layout=_full())
            for place in order
        }
        self.widget = widgets.VBox(list(self._boxes.values()), layout=_full())
        self.widget.add_class("vp-quiz-ticks")
        if style:
            self.widget.add_class(style)
        for box in self._boxes.values():
            box.observe(lambda _: changed(), names="value")

    def answer(self) -> Answer:
        return sorted(place for place, box in self._boxes.items() if box.value)

    def put(self, answer: Answer) -> None:
        chosen = answer if isinstance(answer, list) else []
        for place, box in self._boxes.items():
            box.value = place in chosen

    def lock(self, locked: bool) -> None:
        for box in self._boxes.values():
            box.disabled = locked


class MatchingControl:
    """For each left side a list to pick from."""

    def __init__(
        self, item: Matching, seed: Seed, changed: Callable[[], None], *, part: int = 0
    ) -> None:
        order = seed.order(len(item.options), part)
        options = [("— chọn —", OPEN)] + [(plain(item.options[place]), place) for place in order]
        self._lists = [
            widgets.Dropdown(
                options=options, value=OPEN, description=plain(pair.left), layout=_full()
            )
            for pair in item.pair
        ]
        for one in self._lists:
            one.add_class("vp-quiz-pair")
            one.observe(lambda _: changed(), names="value")
        self.widget = widgets.VBox(self._lists, layout=_full())

    def answer(self) -> Answer:
        return [None if one.value == OPEN else one.value for one in self._lists]

    def put(self, answer: Answer) -> None:
        given = answer if isinstance(answer, list) else []
        for one, place in zip(self._lists, given, strict=False):
            if place in [known for _, known in one.options]:
                one.value = place

    def lock(self, locked: bool) -> None:
        for one in self._lists:
            one.disabled = locked


class NumberControl:
    """A field for a number with its unit beside it, or a list of units to pick from."""

    def __init__(self, item: Number, order: list[int], changed: Callable[[], None]) -> None:
        self._field = widgets.Text(
            placeholder="Gõ số", continuous_update=True, layout=widgets.Layout(width="9em")
        )
        self._units: Any = None
        unit: Any = html_widget(f'<div class="vp vp-quiz-unit">{phrase(item.unit)}</div>')
        if item.other_unit:
            options = [("— chọn đơn vị —", OPEN)] + [(item.units[place], place) for place in order]
            unit = self._units = widgets.Dropdown(
                options=options, value=OPEN, layout=widgets.Layout(width="15em")
            )
            unit.observe(lambda _: changed(), names="value")
        self._field.observe(lambda _: changed(), names="value")
        self.widget = widgets.HBox([self._field, unit], layout=_full())
        self.widget.add_class("vp-quiz-number")

    def answer(self) -> Answer:
        unit = 0 if self._units is None else self._units.value
        return [self._field.value.strip(), None if unit == OPEN else unit]

    def put(self, answer: Answer) -> None:
        if isinstance(answer, list) and len(answer) == 2 and isinstance(answer[0], str):
            self._field.value = answer[0]
            if self._units is not None and answer[1] in [place for _, place in self._units.options]:
                self._units.value = answer[1]

    def lock(self, locked: bool) -> None:
        self._field.disabled = locked
        if self._units is not None:
            self._units.disabled = locked


def _full() -> widgets.Layout:
    return widgets.Layout(width="100%")
