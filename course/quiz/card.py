"""One question on the page: form, answer, reasons; every change saved at once."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from course.look import Html, html_widget, notice
from course.progress import EventKind, Progress, ProgressError
from course.progress_events import Draft, Event
from course.quiz.feedback import feedback
from course.quiz.form import QuestionForm
from course.quiz.marking import Answer, mark
from course.quiz.question import Question
from course.quiz.shown import Seed

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
    """A question as a form. `label` stands above it ("Câu 1/3"); `lesson` is noted with answers.

    `anew` asks again also what was answered before; `answered` is called after each answer.
    """

    def __init__(
        self,
        question: Question,
        progress: Progress,
        *,
        lesson: str = "",
        label: str = "Câu hỏi",
        anew: bool = False,
        answered: Callable[[Event], None] = lambda event: None,
    ) -> None:
        self._question = question
        self._progress = progress
        self._lesson = lesson
        self._label = label
        self._anew = anew
        self._answered = answered
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
        elif answers and answers[-1].version == self._question.version and not self._anew:
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
        self._round, self._variant = round_, variant
        seed = Seed(self._key, self._question.id, round_)
        self._form = QuestionForm(self._question, seed, variant, self._keep_draft, self._label)
        self._controls = self._form.controls
        buttons = widgets.HBox([self._submit, self._again, self._saved])
        buttons.add_class("vp-quiz-buttons")
        self.widget.children = (*self._form.blocks, buttons, self._said)

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
        self._answered(event)

    def _show_result(self, answer: Answer) -> None:
        result = mark(self._question, answer, variant=self._variant)
        self._form.lock(True)
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
        return self._form.answer()

    def _put(self, answer: Answer) -> None:
        self._form.put(answer)

    @property
    def _key(self) -> str:
        return self._progress.history.learner


def _button(label: str, style: str, action: Callable[[], None]) -> widgets.Button:
    button = widgets.Button(
        description=label, button_style=style, layout=widgets.Layout(width="auto")
    )
    button.on_click(lambda _: action())
    return button


def _saved_line(event: Event) -> Html:
    return Html(f'<span class="vp vp-quiz-saved">Đã lưu lúc {event.at:%H:%M:%S}</span>')
