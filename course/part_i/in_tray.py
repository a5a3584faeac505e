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
    """One paper after the other: first a group or "not ours", then whose; then the reason.

    The buttons stay where they are and are only hidden, so that the keyboard keeps its place.
    """

    def __init__(self, own: progress.Progress) -> None:
        self._own = own
        self._tray = in_tray_data.load()
        self._restarted = 0
        self._paper = self._tray.paper[0]
        self._head = html_widget("")
        self._said = html_widget("")
        self._groups = _column(
            *(
                _button(f"Nhóm {group.number}: {group.short}", self._answering(str(group.number)))
                for group in duties.load().group
            ),
            _button("Không phải việc của văn phòng", self._ask_whose),
        )
        self._bodies = _column(
            *(_button(body.title, self._answering(body.id)) for body in self._tray.body),
            _button("← Xem lại, có thể là của văn phòng", self._ask),
        )
        self._onward = _column(_button("Việc tiếp theo", self._next, "primary"))
        self._again = _column(_button("Phân lại từ đầu", self._restart))
        below = (self._groups, self._bodies, self._onward, self._again)
        self.widget = widgets.VBox(
            [self._head, self._said, *below], layout=widgets.Layout(width="100%")
        )
        self.widget.add_class("vp-tray")
        self._next(focus=False)

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
        return max([self._restarted, *rounds])

    def _next(self, *, focus: bool = True) -> None:
        done = self.answers()
        waiting = [paper for paper in self._tray.paper if paper.id not in done]
        if not waiting:
            self._show_end()
            return
        self._paper = waiting[0]
        self._ask(focus=focus)

    def _ask(self, *, focus: bool = True) -> None:
        self._show(self._groups, question="Việc này vào đâu?", focus=focus)

    def _ask_whose(self) -> None:
        self._show(self._bodies, question="Vậy việc chính là của ai?")

    def _answering(self, home: str) -> Callable[[], None]:
        return lambda: self._answer(home)

    def _answer(self, home: str) -> None:
        try:
            self._own.record(
                EventKind.ANSWER,
                lesson=LESSON,
                question=PREFIX + self._paper.id,
                answer=home,
                score=1.0 if home == self._paper.home else 0.0,
                round=self._round,
            )
        except ProgressError as error:
            self._said.value = notice(str(error), "bad")
            return
        self._show(self._onward, said=_verdict(self._paper, home))

    def _show(self, below: Any, *, question: str = "", said: str = "", focus: bool = True) -> None:
        asked = Html(f'<p class="vp"><strong>{text(question)}</strong></p>' if question else "")
        sorted_ = bar(len(self.answers()), len(self._tray.paper), "Đã phân")
        self._head.value = join(sorted_, _paper(self._paper), asked)
        self._said.value = said
        self._leave_only(below, focus=focus)

    def _leave_only(self, below: Any, *, focus: bool) -> None:
        for column in (self._groups, self._bodies, self._onward, self._again):
            column.layout.display = "" if column is below else "none"
        if focus:
            below.children[0].focus()

    def _show_end(self) -> None:
        done = self.answers()
        right = sum((event.score or 0) >= 1 for event in done.values())
        rows = [
            (paper.text, self._tray.title(paper.home), _given(paper, done[paper.id].answer))
            for paper in self._tray.paper
        ]
        listed = table(["Việc", "Nơi làm chính", "Anh/chị phân"], rows)
        self._head.value = join(bar(right, len(rows), "Phân đúng"), listed)
        self._said.value = ""
        self._leave_only(self._again, focus=False)

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
