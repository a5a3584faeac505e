"""The card of an inject: who, when, what, the choices, and a second question before it counts."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls
from course.desk.desk import Desk
from course.desk.refusals import NO_CHOICE_VI
from course.desk.saving import Topic
from course.look import Html, html_widget, notice, text
from office_sim.calendar import format_moment
from office_sim.happenings import Choice, Happening
from office_sim.wording import Wording, sentence


class InjectCard:
    """Shown while an inject waits; after the decision it shows the reply until the next run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shown: Happening | None = None
        self._told = html_widget("")
        self._choices = widgets.RadioButtons(options=[], layout=widgets.Layout(width="100%"))
        self._decide = controls.button("Quyết định", self._ask, style="primary")
        self._question = html_widget("")
        self._sure = controls.button("Đồng ý, quyết định", self._save, style="primary")
        self._back = controls.button("Xem lại đã", self._take_back)
        self._said = html_widget("")
        self._form = controls.column(self._told, self._choices, controls.row(self._decide))
        self._confirm = controls.column(self._question, controls.row(self._sure, self._back))
        self._card = controls.column(self._form, self._confirm, name="vp-desk-inject")
        self.widget = controls.column(self._card, self._said)
        self._choices.observe(lambda _: self._ask_again(False), names="value")
        desk.listen(self._on_change)
        self._show()

    def _on_change(self, topic: Topic) -> None:
        if topic in (Topic.RUN, Topic.ALL):
            self._said.value = ""
            self._show()

    def _show(self) -> None:
        inject = self._desk.waiting
        controls.show(self._card, inject is not None)
        if inject is None or inject == self._shown:
            self._shown = inject
            return
        self._shown = inject
        self._told.value = self._described(inject)
        self._choices.options = [(choice.text, choice.id) for choice in inject.choices]
        self._choices.value = None
        self._ask_again(False)
        self._decide.focus()  # the button that ran the office is greyed out now

    def _described(self, inject: Happening) -> Html:
        words = Wording(self._desk.case.world)
        who = f"{sentence(words.person(inject.by))[:-1]} · " if inject.by else ""
        return Html(
            f'<div class="vp" role="alert"><p class="vp-desk-kicker">Tình tiết · {text(who)}'
            f'{format_moment(self._desk.now)}</p><h3 class="vp-desk-heading">{text(inject.title)}'
            f"</h3><p>{text(inject.text)}</p><p><strong>Anh/chị xử lý thế nào?</strong></p></div>"
        )

    @property
    def _chosen(self) -> Choice | None:
        return self._shown.choice(self._choices.value or "") if self._shown else None

    def _ask(self) -> None:
        choice = self._chosen
        if choice is None:
            self._said.value = notice(NO_CHOICE_VI, "warn")
            return
        self._said.value = ""
        words = (
            f"Anh/chị chọn: “{choice.text}”. Quyết định rồi thì tình huống đi tiếp theo đó; muốn "
            "đổi phải dùng “Quay lại lúc…”."
        )
        self._question.value = notice(words, "info", "Xác nhận")
        self._ask_again(True)
        self._sure.focus()

    def _take_back(self) -> None:
        self._ask_again(False)
        self._decide.focus()

    def _ask_again(self, asked: bool) -> None:
        controls.show(self._decide, not asked)
        controls.show(self._confirm, asked)

    def _save(self) -> None:
        choice, inject = self._chosen, self._shown
        if choice is None or inject is None:
            return
        if controls.attempt(lambda: self._desk.decide(choice.id), self._said):
            self._said.value = _reply(inject, choice)


def _reply(inject: Happening, choice: Choice) -> Html:
    told = Html(f"{text(sentence(choice.text))}<br><strong>{text(choice.reply)}</strong>")
    return notice(told, "info", f"{inject.title}: anh/chị đã quyết định")
