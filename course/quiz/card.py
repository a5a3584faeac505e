"""One question on the page: form, answer, reasons; every change saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from course.look import Html, html_widget, notice, text
from course.progress import EventKind, Progress, ProgressError
from course.progress_events import Draft, Event
from course.quiz.controls import Control, control
from course.quiz.feedback import feedback
from course.quiz.items import Case
from course.quiz.marking import Answer, mark
from course.quiz.question import Question
from course.quiz.shown import Seed
from course.quiz.words import prose, task

INCOMPLETE_VI = {
    "single": "Anh/chị chọn một phương án rồi bấm “Trả lời”.",
    "several": "Anh/chị chọn ít nhất một phương án rồi bấm “Trả lời”.",
    "matching": "Còn dòng chưa ghép; anh/chị ghép đủ rồi bấm “Trả lời”.",
    "ordering": "Còn bước chưa có số thứ tự; anh/chị bấm đủ các bước rồi bấm “Trả lời”.",
    "number": "Anh/chị gõ một con số, ví dụ 12 (có chọn đơn vị thì chọn luôn), rồi bấm “Trả lời”.",
    "paper": "Anh/chị đánh dấu ít nhất một dòng rồi bấm “Trả lời”.",
    "case": "Còn câu con chưa trả lời; anh/chị làm nốt rồi bấm “Trả lời”.",
}


class QuestionCard:
    """A question as a form. `label` stands above it ("Câu 1/3"); `lesson` is noted with answers."""

    def __init__(
        self, question: Question, progress: Progress, *, lesson: str = "", label: str = "Câu hỏi"
    ) -> None:
        self._question = question
        self._progress = progress
        self._lesson = lesson
        self._label = label
        self._said = html_widget("")
        self._saved = html_widget("")
        self._submit = _button("Trả lời", "primary", self._answer)
        self._again = _button("Làm lại", "", self._ask_again)
        self.widget = widgets.VBox([], layout=widgets.Layout(width="100%"))
        self.widget.add_class("vp-quiz-card")
        self._restore()

    def _restore(self) -> None:
        """Show the question as the learner left it."""
        history = self._progress.history
        answers = history.answers(self._question.id)
        draft = history.draft(self._question.id)
        if draft and draft.version == self._question.version:
            self._ask(draft.round, draft)
        elif answers and answers[-1].version == self._question.version:
            self._show_answered(answers[-1])
        else:
            self._ask(len(answers))

    def _ask(self, round_: int, draft: Draft | None = None) -> None:
        self._build(round_, Seed(self._key, self._question.id, round_).variant(self._question))
        if draft:
            self._put(draft.answer)
        self._say("")
        self._submit.layout.display, self._again.layout.display = "", "none"

    def _show_answered(self, event: Event) -> None:
        self._build(event.round, event.variant % len(self._question.items))
        self._put(event.answer)
        self._show_result(event.answer)
        self._saved.value = _saved_line(event)

    def _build(self, round_: int, variant: int) -> None:
        self._round, self._variant, self._quiet = round_, variant, False
        seed = Seed(self._key, self._question.id, round_)
        item = self._question.item(variant)
        parts = self._question.parts(variant)
        head = html_widget(_head(self._label, task(item), item.stem))
        self._controls: list[Control] = []
        body: list[Any] = []
        for number, part in enumerate(parts):
            if isinstance(item, Case):
                body.append(html_widget(_head(f"{number + 1}", task(part), part.stem, inner=True)))
            self._controls.append(control(part, seed, self._keep_draft, part=number))
            body.append(self._controls[-1].widget)
        buttons = widgets.HBox([self._submit, self._again, self._saved])
        buttons.add_class("vp-quiz-buttons")
        self.widget.children = (head, *body, buttons, self._said)

    def _answer(self) -> None:
        answer = self._given()
        result = mark(self._question, answer, variant=self._variant)
        if not result.answered:
            kind = self._question.item(self._variant).kind
            self._say(notice(INCOMPLETE_VI[kind], "warn", "Chưa xong"))
            return
        try:
            event = self._progress.record(
                EventKind.ANSWER,
                lesson=self._lesson,
                question=self._question.id,
                answer=answer,
                score=round(result.score, 4),
                variant=self._variant,
                round=self._round,
                version=self._question.version,
            )
        except ProgressError as error:
            self._say(notice(str(error), "bad"))
            return
        self._show_result(answer)
        self._saved.value = _saved_line(event)
        self._again.focus()  # the pressed button is gone: a keyboard stays on this question

    def _show_result(self, answer: Answer) -> None:
        result = mark(self._question, answer, variant=self._variant)
        for one in self._controls:
            one.lock(True)
        self._say(feedback(self._question, result, self._variant))
        self._submit.layout.display, self._again.layout.display = "none", ""

    def _ask_again(self) -> None:
        self._ask(len(self._progress.history.answers(self._question.id)))
        self._saved.value = ""
        self._submit.focus()

    def _say(self, words: str) -> None:
        """Show what is to be said below the form; nothing takes no room."""
        self._said.value = words
        self._said.layout.display = "" if words else "none"

    def _keep_draft(self) -> None:
        if self._quiet:
            return
        try:
            self._progress.keep_draft(
                self._question.id,
                answer=self._given(),
                variant=self._variant,
                round=self._round,
                version=self._question.version,
            )
        except ProgressError as error:
            self._saved.value = notice(str(error), "bad")

    def _given(self) -> Answer:
        answers = [one.answer() for one in self._controls]
        return answers if isinstance(self._question.item(self._variant), Case) else answers[0]

    def _put(self, answer: Answer) -> None:
        """Fill the form without saving what is saved already."""
        several = isinstance(self._question.item(self._variant), Case)
        given = answer if several and isinstance(answer, list) else [answer]
        self._quiet = True
        for one, part in zip(self._controls, given, strict=False):
            one.put(part)
        self._quiet = False

    @property
    def _key(self) -> str:
        return self._progress.history.learner


def _button(label: str, style: str, action: Callable[[], None]) -> widgets.Button:
    button = widgets.Button(
        description=label, button_style=style, layout=widgets.Layout(width="auto")
    )
    button.on_click(lambda _: action())
    return button


def _head(label: str, asked: str, stem: str, *, inner: bool = False) -> Html:
    kind = "vp-quiz-inner" if inner else "vp-quiz-head"
    return Html(
        f'<div class="vp {kind}"><div class="vp-quiz-label">{text(label)} · {text(asked)}</div>'
        f'<div class="vp-quiz-stem">{prose(stem)}</div></div>'
    )


def _saved_line(event: Event) -> Html:
    return Html(f'<span class="vp vp-quiz-saved">Đã lưu lúc {event.at:%H:%M:%S}</span>')
