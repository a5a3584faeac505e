"""The questions of the case: every answer is saved while it is being given."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course.desk import controls, privacy
from course.desk.desk import Desk
from course.desk.refusals import DeskError
from course.desk.saving import Topic
from course.look import Html, html_widget, join, notice, text
from scenarios.case_file import QuestionText
from scenarios.typed_number import number_of

_NONE_VI = "Tình huống này không có câu hỏi."


class Questions:
    """All questions of the case's variant, by phase."""

    def __init__(self, desk: Desk) -> None:
        fields = [QuestionField(desk, question) for question in desk.case.questions]
        hint = html_widget(Html(f'<p class="vp vp-desk-hint">{_NONE_VI}</p>'))
        self.fields = {field.question.id: field for field in fields}
        self.widget = controls.column(*([field.widget for field in fields] or [hint]))


class QuestionField:
    """One question with its field; what looks too real is said below it."""

    def __init__(self, desk: Desk, question: QuestionText) -> None:
        self.question = question
        self._desk = desk
        self._quiet = False
        self._field = _field(question, desk)
        self._said = html_widget("")
        self.widget = controls.column(
            html_widget(_asked(desk, question)),
            self._field,
            self._said,
            name="vp-desk-question",
        )
        self._put()
        self._field.observe(lambda _: self._keep(), names="value")
        desk.listen(self._on_change)

    @property
    def _typed(self) -> str:
        return self._field.value or ""

    def _put(self) -> None:
        """Show the saved answer."""
        saved = self._desk.work.answers.get(self.question.id, "")
        self._quiet = True
        if self.question.kind != "pick" or saved in [item.id for item in self.question.items]:
            self._field.value = saved
        self._quiet = False
        self._say()

    def _keep(self) -> None:
        if self._quiet:
            return
        try:
            self._desk.answer(self.question.id, self._typed)
        except DeskError as error:
            # What was typed stays in the field, whatever happened to the file.
            self._said.value = notice(str(error), "bad", "Chưa lưu")
            return
        self._say()

    def _say(self) -> None:
        remarks = [privacy.warning(self._typed)]
        if self.question.kind == "number" and self._typed.strip():
            known = number_of(self._typed) is not None
            remarks.append("" if known else "Anh/chị ghi một con số, ví dụ 12.")
        self._said.value = join(*(notice(one, "warn") for one in remarks if one))

    def _on_change(self, topic: Topic) -> None:
        """Another window has answered: show it, unless something unsaved stands in the field."""
        if topic is Topic.ALL and not self._quiet:
            saved = self._desk.work.answers.get(self.question.id, "")
            if saved and not self._typed:
                self._put()


def _asked(desk: Desk, question: QuestionText) -> Html:
    phase = next((one.title for one in desk.case.file.phases if one.id == question.phase), "")
    return Html(
        f'<div class="vp"><small>{text(phase)}</small>'
        f"<p><strong>{text(desk.case.say(question.text))}</strong></p></div>"
    )


def _field(question: QuestionText, desk: Desk) -> Any:
    if question.kind == "pick":
        items = [(desk.case.say(item.text), item.id) for item in question.items]
        return widgets.RadioButtons(
            options=items, value=None, description="Trả lời", layout=widgets.Layout(width="100%")
        )
    if question.kind == "number":
        return widgets.Text(
            description=f"Trả lời ({question.unit})" if question.unit else "Trả lời",
            placeholder="Gõ số",
            continuous_update=True,
            layout=widgets.Layout(width="16em"),
        )
    return widgets.Textarea(
        description="Trả lời",
        placeholder="Gõ câu trả lời",
        rows=4,
        continuous_update=True,
        layout=widgets.Layout(width="100%"),
    )
