"""Putting steps in order with keyboard or mouse: press the steps one after the other."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from course.quiz.marking import Answer
from course.quiz.words import plain


class OrderingControl:
    """A wide button for each step. A press gives it the next number; a second press takes it."""

    def __init__(self, steps: list[str], order: list[int], changed: Callable[[], None]) -> None:
        self._texts = [plain(step) for step in steps]
        self._changed = changed
        self._given: list[int] = []
        self._buttons = {place: self._button(place) for place in order}
        self.widget = widgets.VBox(
            list(self._buttons.values()), layout=widgets.Layout(width="100%")
        )
        self.widget.add_class("vp-quiz-steps")
        self._draw()

    def answer(self) -> Answer:
        """The file positions in the order pressed so far."""
        return list(self._given)

    def put(self, answer: Answer) -> None:
        """Show a saved order; what does not fit is left out."""
        given = answer if isinstance(answer, list) else []
        self._given = [place for place in dict.fromkeys(given) if place in self._buttons]
        self._draw()

    def lock(self, locked: bool) -> None:
        """Allow or refuse changes."""
        for button in self._buttons.values():
            button.disabled = locked

    def _button(self, place: int) -> widgets.Button:
        button = widgets.Button(layout=widgets.Layout(width="100%", height="auto"))
        button.on_click(lambda _: self._press(place))
        return button

    def _press(self, place: int) -> None:
        if place in self._given:
            self._given.remove(place)
        else:
            self._given.append(place)
        self._draw()
        self._changed()

    def _draw(self) -> None:
        for place, button in self._buttons.items():
            number = str(self._given.index(place) + 1) if place in self._given else "  "
            button.description = f"[{number}]  {self._texts[place]}"
            button.tooltip = "Bấm để xếp bước này vào vị trí tiếp theo; bấm lại để bỏ"
            # A colour only repeats what the number says.
            if place in self._given:
                button.add_class("vp-quiz-placed")
            else:
                button.remove_class("vp-quiz-placed")
