"""“The same run, but…”: one order or decision is changed for a trial, never in the work."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course.desk import controls
from course.desk.controls import NONE
from course.desk.desk import Desk
from course.desk.moment_field import MomentField
from course.desk.refusals import DeskError
from course.desk.saving import QUIET, Topic
from course.desk.what_if_words import side_by_side
from course.look import Html, html_widget, notice
from office_sim.calendar import format_moment
from office_sim.log import EventKind
from office_sim.wording import Wording
from scenarios.what_if import (
    AtAnotherHour,
    Change,
    DecidedOtherwise,
    LeftOut,
    ToAnotherPerson,
    replay,
)

HOUR, PERSON, OUT, CHOICE = "hour", "person", "out", "choice"
_WAYS_VI = {
    HOUR: "Giao một việc vào giờ khác",
    PERSON: "Giao một việc cho người khác",
    OUT: "Không giao một việc",
    CHOICE: "Chọn cách khác ở một tình tiết",
}
_INTRO_VI = (
    "Giả sử chỉ một điều khác đi, mọi thứ khác giữ nguyên: chuyện gì sẽ xảy ra, tính tới lúc văn "
    "phòng đang ở? Thử bao nhiêu lần cũng được, bài làm không thay đổi."
)
_NOT_RUN_VI = "Anh/chị cho văn phòng chạy một đoạn đã, rồi mới có gì để thử lại."
_CHANGED_VI = "Bài đã thay đổi từ lần thử này; anh/chị bấm “Chạy thử” để xem lại."


class WhatIfPanel:
    """The form of the change, a button, and the two runs below it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._way = widgets.RadioButtons(
            options=[(words, way) for way, words in _WAYS_VI.items()],
            layout=widgets.Layout(width="auto"),
        )
        self._order = controls.pick_list("Việc", "— chọn việc —", [], "100%")
        self._hour = MomentField(
            desk.case.world.start, desk.case.world.end, desk.run.office.calendar, lambda: None
        )
        self._who = controls.pick_list(
            "Ai làm", "— chọn người —", self._people(), "min(100%, 34em)"
        )
        self._inject = controls.pick_list("Tình tiết", "— chọn tình tiết —", [], "100%")
        self._choice = controls.pick_list("Cách khác", "— chọn cách xử lý —", [], "100%")
        self._said = html_widget("")
        self._shown = html_widget("")
        self.widget = controls.column(
            html_widget(Html(f'<p class="vp vp-desk-hint">{_INTRO_VI}</p>')),
            self._way,
            self._order,
            self._hour.widget,
            self._who,
            self._inject,
            self._choice,
            controls.row(controls.button("Chạy thử", self._try, style="primary")),
            self._said,
            self._shown,
        )
        self._way.observe(lambda _: self._show_fields(), names="value")
        self._order.observe(lambda _: self._fill_order(), names="value")
        self._inject.observe(lambda _: self._fill_choices(), names="value")
        desk.listen(self._on_change)
        self._fill()

    def _fill(self) -> None:
        """Put what was ordered and decided up to now into the lists."""
        desk, words = self._desk, Wording(self._desk.case.world)
        orders = [
            (f"{format_moment(one.at)}: {words.task(one.task)} ({words.person(one.who)})", one.id)
            for one in desk.orders
            if one.at <= desk.now
        ]
        titles = {one.id: one.title for one in desk.case.injects}
        made = desk.run.office.events(EventKind.DECISION_MADE)
        injects = [
            (f"{format_moment(one.at)}: {titles.get(one.subject, '')}", one.subject) for one in made
        ]
        _refill(self._order, orders)
        _refill(self._inject, injects)
        self._show_fields()

    def _people(self) -> list[tuple[str, str]]:
        words = Wording(self._desk.case.world)
        staff = [person for person in self._desk.case.world.people if person.staff]
        return [(words.person(person.id), person.id) for person in staff]

    def _show_fields(self) -> None:
        way = self._way.value
        controls.show(self._order, way != CHOICE)
        controls.show(self._hour.widget, way == HOUR)
        controls.show(self._who, way == PERSON)
        controls.show(self._inject, way == CHOICE)
        controls.show(self._choice, way == CHOICE)

    def _fill_order(self) -> None:
        order = self._desk.order_with(self._order.value)
        if order is not None:
            self._hour.put(order.at)

    def _fill_choices(self) -> None:
        made = self._desk.work.decision_at(self._inject.value)
        inject = next(
            (one for one in self._desk.case.injects if one.id == self._inject.value), None
        )
        choices = inject.choices if inject is not None and made is not None else ()
        _refill(
            self._choice,
            [(one.text, one.id) for one in choices if made is None or one.id != made.choice],
        )

    def _try(self) -> None:
        desk = self._desk
        if desk.now <= desk.case.world.start:
            self._said.value = notice(_NOT_RUN_VI, "info", "")
            return
        self._shown.value = Html("")
        if controls.attempt(self._change, self._said):
            change = self._change()
            found = replay(desk.case, desk.work, change, desk.now)
            self._shown.value = side_by_side(desk, change, found)

    def _change(self) -> Change:
        """What stands in the form. Raises DeskError if it is not complete."""
        way = self._way.value
        if way == CHOICE:
            return DecidedOtherwise(
                _picked(self._inject, "Anh/chị chọn một tình tiết đã qua."),
                _picked(self._choice, "Anh/chị chọn một cách xử lý khác."),
            )
        order = _picked(self._order, "Anh/chị chọn một việc đã giao.")
        if way == OUT:
            return LeftOut(order)
        if way == PERSON:
            return ToAnotherPerson(order, _picked(self._who, "Anh/chị chọn người làm việc ấy."))
        moment = self._hour.moment
        if moment is None:
            raise DeskError("Anh/chị ghi giờ bắt đầu, ví dụ 15:50, rồi chạy thử.")
        return AtAnotherHour(order, moment)

    def _on_change(self, topic: Topic) -> None:
        if topic not in QUIET:
            self._fill()
            if self._shown.value:
                self._said.value = notice(_CHANGED_VI, "info", "")


def _picked(field: Any, missing: str) -> str:
    if not field.value:
        raise DeskError(missing)
    return str(field.value)


def _refill(field: Any, choices: list[tuple[str, str]]) -> None:
    """Give the list new lines and keep what is picked in it, where it is still there."""
    empty, before = field.options[0], field.value
    field.options = [empty, *choices]
    field.value = before if before in {value for _, value in choices} else NONE
