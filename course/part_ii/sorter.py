"""Try it: sort a deck of cards one after the other; each answer is saved and explained at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from course import progress
from course.look import Html, html_widget, join, notice, table, text
from course.look import progress as bar
from course.part_ii import deck
from course.part_ii.deck import Card, Deck
from course.progress import EventKind, Progress, ProgressError
from course.progress_events import Event
from course.quiz import sources


class Sorter:
    """One card, a button for each home, the reason, the next card; at the end a table.

    The buttons stay where they are and are only hidden, so that the keyboard keeps its place.
    """

    def __init__(self, own: Progress, cards: Deck) -> None:
        self._own, self._deck = own, cards
        self._restarted = 0
        self._card = cards.card[0]
        self._head, self._said = html_widget(""), html_widget("")
        self._homes = _column(*(_button(one.title, self._answering(one.id)) for one in cards.home))
        self._onward = _column(_button("Thẻ tiếp theo", self._next, "primary"))
        self._again = _column(_button("Làm lại từ đầu", self._restart))
        below = (self._homes, self._onward, self._again)
        self.widget = widgets.VBox(
            [self._head, self._said, *below], layout=widgets.Layout(width="100%")
        )
        self.widget.add_class("vp-tray")
        self._next(focus=False)

    def answers(self) -> dict[str, Event]:
        """The last answer to each card in the round that is being worked on, by the card's id."""
        last = self._own.history.last_answers()
        named = {card.id: last.get(self._deck.key(card)) for card in self._deck.card}
        return {
            name: event for name, event in named.items() if event and event.round == self._round
        }

    @property
    def _round(self) -> int:
        last = self._own.history.last_answers()
        keys = {self._deck.key(card) for card in self._deck.card}
        return max([self._restarted, *(last[key].round for key in last if key in keys)])

    def _next(self, *, focus: bool = True) -> None:
        done = self.answers()
        waiting = [card for card in self._deck.card if card.id not in done]
        if not waiting:
            self._show_end()
            return
        self._card = waiting[0]
        self._show(self._homes, question=self._deck.ask, focus=focus)

    def _answering(self, home: str) -> Callable[[], None]:
        return lambda: self._answer(home)

    def _answer(self, home: str) -> None:
        try:
            self._own.record(
                EventKind.ANSWER,
                lesson=self._deck.lesson,
                question=self._deck.key(self._card),
                answer=home,
                score=1.0 if home == self._card.home else 0.0,
                round=self._round,
            )
        except ProgressError as error:
            self._say(notice(str(error), "bad"))
            return
        self._show(self._onward, said=self._verdict(home))

    def _verdict(self, home: str) -> Html:
        card = self._card
        line = sources.citation(card.source, check_original=card.check_original)
        said = notice(card.reason, "good", "Đúng rồi")
        if home != card.home:
            said = notice(f"{self._deck.title(card.home)}. {card.reason}", "bad", "Chưa đúng")
        return join(said, Html(f'<p class="vp vp-source">Nguồn: {text(line)}</p>'))

    def _show(self, below: Any, *, question: str = "", said: str = "", focus: bool = True) -> None:
        asked = Html(f'<p class="vp"><strong>{text(question)}</strong></p>' if question else "")
        done = bar(len(self.answers()), len(self._deck.card), "Đã làm")
        self._head.value = join(done, _paper(self._card), asked)
        self._say(said)
        self._leave_only(below, focus=focus)

    def _say(self, words: str) -> None:
        self._said.value = words
        self._said.layout.display = "" if words else "none"

    def _leave_only(self, below: Any, *, focus: bool) -> None:
        for column in (self._homes, self._onward, self._again):
            column.layout.display = "" if column is below else "none"
        if focus:
            below.children[0].focus()

    def _show_end(self) -> None:
        done = self.answers()
        right = sum((event.score or 0) >= 1 for event in done.values())
        rows = [
            (card.head, self._deck.title(card.home), self._given(card, done[card.id].answer))
            for card in self._deck.card
        ]
        listed = table(["Thẻ", "Trả lời đúng", "Anh/chị chọn"], rows)
        self._head.value = join(bar(right, len(rows), "Đúng"), listed)
        self._say("")
        self._leave_only(self._again, focus=False)

    def _given(self, card: Card, answer: object) -> str:
        return "✓ đúng" if answer == card.home else f"✕ {self._deck.title(answer)}"

    def _restart(self) -> None:
        self._restarted = self._round + 1
        self._next()


def widget(name: str) -> Any:
    """The sorter of a deck. Raises ProgressError if the progress file cannot be opened."""
    return Sorter(progress.current(), deck.load(name)).widget


def _paper(card: Card) -> Html:
    return Html(
        f'<div class="vp vp-tray-paper"><div class="vp-tray-from">{text(card.head)}</div>'
        f"{text(card.text)}</div>"
    )


def _column(*buttons: widgets.Button) -> widgets.VBox:
    column = widgets.VBox(list(buttons))
    column.add_class("vp-tray-choices")
    return column


def _button(label: str, action: Callable[[], None], style: str = "") -> widgets.Button:
    button = widgets.Button(
        description=label, button_style=style, layout=widgets.Layout(width="auto", height="auto")
    )
    button.on_click(lambda _: action())
    return button
