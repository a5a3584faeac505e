"""Try it: sort a Monday morning's papers by whose work they are; each answer is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from course import progress
from course.look import Html, html_widget, join, notice, table, text
from course.look import progress as bar
from course.part_i import duties, in_tray_data
from course.part_i.in_tray_data import Paper
from course.progress import EventKind, ProgressError
from course.progress_events import Event
from course.quiz import sources

PREFIX = "khay-"
LESSON = "01.3"


class InTrayDesk:
    """One paper after the other: first a group or "not ours", then whose; then the reason."""

    def __init__(self, own: progress.Progress) -> None:
        self._own = own
        self._tray = in_tray_data.load()
        self._restarted = 0
        self.widget = widgets.VBox([], layout=widgets.Layout(width="100%"))
        self.widget.add_class("vp-tray")
        self._next()

    def answers(self) -> dict[str, Event]:
        """The last answer to each paper in the round that is being worked on, by the paper's id."""
        last = self._own.history.last_answers()
        named = {paper.id: last.get(PREFIX + paper.id) for paper in self._tray.paper}
        return {
            name: event for name, event in named.items() if event and event.round == self._round
        }

    @property
    def _round(self) -> int:
        last = self._own.history.last_answers()
        rounds = [last[key].round for key in last if key.startswith(PREFIX)]
        current = max(rounds, default=0)
        return max(current, self._restarted)

    def _next(self) -> None:
        done = self.answers()
        waiting = [paper for paper in self._tray.paper if paper.id not in done]
        if waiting:
            self._ask(waiting[0])
        else:
            self._show_end()

    def _ask(self, paper: Paper) -> None:
        choices = [
            _button(
                f"Nhóm {group.number}: {group.short}", self._answering(paper, str(group.number))
            )
            for group in duties.load().group
        ]
        other = _button("Không phải việc của văn phòng", lambda: self._ask_whose(paper))
        self._show(paper, [*choices, other], "Việc này vào đâu?")

    def _ask_whose(self, paper: Paper) -> None:
        choices = [_button(body.title, self._answering(paper, body.id)) for body in self._tray.body]
        back = _button("← Xem lại, có thể là của văn phòng", lambda: self._ask(paper))
        self._show(paper, [*choices, back], "Vậy việc chính là của ai?")

    def _answering(self, paper: Paper, home: str) -> Callable[[], None]:
        return lambda: self._answer(paper, home)

    def _answer(self, paper: Paper, home: str) -> None:
        try:
            self._own.record(
                EventKind.ANSWER,
                lesson=LESSON,
                question=PREFIX + paper.id,
                answer=home,
                score=1.0 if home == paper.home else 0.0,
                round=self._round,
            )
        except ProgressError as error:
            self._show(paper, [html_widget(notice(str(error), "bad"))])
            return
        onward = _button("Việc tiếp theo", self._next, "primary")
        self._show(paper, [html_widget(_verdict(paper, home)), onward])

    def _show(self, paper: Paper, below: list[Any], question: str = "") -> None:
        asked = Html(f'<p class="vp"><strong>{text(question)}</strong></p>' if question else "")
        sorted_ = bar(len(self.answers()), len(self._tray.paper), "Đã phân")
        choices = widgets.VBox(below)
        choices.add_class("vp-tray-choices")
        self.widget.children = (html_widget(join(sorted_, _paper(paper), asked)), choices)

    def _show_end(self) -> None:
        done = self.answers()
        right = sum((event.score or 0) >= 1 for event in done.values())
        rows = [
            (paper.text, self._tray.title(paper.home), _given(paper, done[paper.id].answer))
            for paper in self._tray.paper
        ]
        again = _button("Phân lại từ đầu", self._restart)
        head = bar(right, len(rows), "Phân đúng")
        listed = table(["Việc", "Nơi làm chính", "Anh/chị phân"], rows)
        self.widget.children = (html_widget(join(head, listed)), again)

    def _restart(self) -> None:
        self._restarted = self._round + 1
        self._next()


def widget() -> Any:
    """The desk of the in-tray. Raises ProgressError if the progress file cannot be opened."""
    return InTrayDesk(progress.current()).widget


def _verdict(paper: Paper, home: str) -> Html:
    tray = in_tray_data.load()
    line = sources.citation(paper.source, check_original=paper.check_original)
    said = notice(paper.reason, "good", "Đúng rồi")
    if home != paper.home:
        said = notice(f"{tray.title(paper.home)}. {paper.reason}", "bad", "Chưa đúng")
    return join(said, Html(f'<p class="vp vp-source">Nguồn: {text(line)}</p>'))


def _given(paper: Paper, answer: object) -> str:
    tray = in_tray_data.load()
    known = {str(group.number) for group in duties.load().group} | {one.id for one in tray.body}
    if answer == paper.home:
        return "✓ đúng"
    return f"✕ {tray.title(answer)}" if isinstance(answer, str) and answer in known else "✕"


def _paper(paper: Paper) -> Html:
    return Html(
        f'<div class="vp vp-tray-paper"><div class="vp-tray-from">{text(paper.sender)}</div>'
        f"{text(paper.text)}</div>"
    )


def _button(label: str, action: Callable[[], None], style: str = "") -> widgets.Button:
    button = widgets.Button(
        description=label, button_style=style, layout=widgets.Layout(width="auto", height="auto")
    )
    button.on_click(lambda _: action())
    return button
