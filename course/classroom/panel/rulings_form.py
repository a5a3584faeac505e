"""What the trainer rules, on the panel: appeals of learners, deadline, extension, criteria."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course.classroom import rulings
from course.classroom.diary import Done
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.classroom.plan import read_plan
from course.classroom.steps import exercises_of
from course.desk import controls
from course.look import Html, html_widget, text
from grading.nbgrader.appeals import appeals
from grading.nbgrader.class_error import ClassError
from grading.nbgrader.word_cells import word_questions
from grading.rubric import load_rubric
from scenarios.case import case_folder, load_case

_APPEALS_VI = (
    "Học viên gửi tệp đề nghị xem lại cùng chỗ với gói nộp; bấm “Thu bài” là thu luôn. Chỉ quyết "
    "định của anh/chị mới đổi điểm."
)
_TERMS_VI = "Giờ Việt Nam, viết như 17:00 20/12/2026; để trống là bỏ hạn. Trừ 0%: chỉ ghi nhận."
_NOBODY = ("(chọn)", "")


class RulingsForm:
    """Appeals to decide; the terms of an assignment and the buttons that change them."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        # Each part answers right below its own buttons, where one still looks.
        self._heard, self._dated, self._ruled = (Said(chosen.home) for _ in range(3))
        wide, button = widgets.Layout(width="min(900px, 100%)"), controls.button
        self._task = widgets.Dropdown(description="Bài", options=[], layout=wide)
        self._appeal = widgets.Dropdown(description="Đề nghị", options=[_NOBODY], layout=wide)
        self._points = widgets.BoundedFloatText(
            value=0, min=0, max=100, step=0.5, description="Điểm mới của tiêu chí"
        )
        self._reason = widgets.Text(description="Lý do trả lời", layout=wide)
        self._decided, self._terms = html_widget(""), html_widget("")
        self._due = widgets.Text(description="Hạn nộp", placeholder="17:00 20/12/2026")
        self._percent = widgets.BoundedFloatText(
            value=0, min=0, max=100, description="Trừ mỗi ngày muộn (%)"
        )
        self._most = widgets.BoundedFloatText(
            value=100, min=0, max=100, description="Trừ nhiều nhất (%)"
        )
        self._who = widgets.Dropdown(description="Học viên", options=[_NOBODY])
        self._until = widgets.Text(description="Gia hạn đến", placeholder="17:00 25/12/2026")
        self._criterion = widgets.Dropdown(description="Tiêu chí", options=[_NOBODY], layout=wide)
        self._words = widgets.BoundedFloatText(
            value=0, min=0, max=100, description="Điểm mỗi câu tự luận"
        )
        self._worth = controls.row(self._words, button("Đặt điểm tự luận", self._set_words))
        self._why = widgets.Text(description="Lý do quy định", layout=wide)
        self.widget = controls.column(
            self._task,
            heading("Đề nghị xem lại"),
            hint(_APPEALS_VI),
            self._decided,
            self._appeal,
            self._points,
            self._reason,
            controls.row(
                button("Chấp nhận", self._accept, style="primary"),
                button("Không chấp nhận", self._reject),
            ),
            self._heard.widget,
            heading("Quy định của bài"),
            self._terms,
            hint(_TERMS_VI),
            controls.row(self._due, self._percent, self._most),
            controls.row(button("Đặt hạn nộp", self._set_deadline)),
            self._worth,
            self._dated.widget,
            self._why,
            controls.row(self._who, self._until, button("Gia hạn", self._extend)),
            self._criterion,
            controls.row(
                button("Bỏ tiêu chí", lambda: self._count(rulings.drop)),
                button("Lấy lại tiêu chí", lambda: self._count(rulings.restore)),
            ),
            self._ruled.widget,
        )
        self._task.observe(lambda _: self._show(), names="value")
        chosen.listen(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._chosen.fill(self._task)
        self._show()

    def _show(self) -> None:
        """Fill the lists with what the class has now."""
        folder, task = self._chosen.folder, self._task.value
        open_ones, people, criteria = [_NOBODY], [_NOBODY], [_NOBODY]
        decided: tuple[str, ...] = ()
        lines: tuple[str, ...] = ()
        asks = False
        if folder and task:
            try:
                found = appeals(folder, task)
                open_ones += [(rulings.in_words(folder, o), str(o.id)) for o in found if o.is_open]
                decided = tuple(rulings.in_words(folder, o) for o in found if not o.is_open)
                plan = read_plan(folder)
                people += [(plan.called(one.id), one.id) for one in plan.in_order()]
                case = next(one.case_id for one in exercises_of(folder) if one.id == task)
                own = load_rubric(case_folder(case)).criteria
                asks = bool(word_questions(load_case(case)))
                criteria += [(f"{one.id}: {one.title}", one.id) for one in own]
                lines = rulings.terms_in_words(folder, task)
            except ClassError as error:
                lines = (str(error),)
        _offer(self._appeal, open_ones)
        controls.show(self._worth, asks)  # few exercises ask for an answer in words
        _offer(self._who, people)
        _offer(self._criterion, criteria)
        waiting = f"{len(open_ones) - 1} đề nghị chờ trả lời, {len(decided)} đã trả lời."
        self._decided.value = _listed((waiting, *decided))
        self._terms.value = _listed(lines)

    def _accept(self) -> None:
        points, reason = self._points.value, self._reason.value
        self._answer(lambda folder, number: rulings.accept(folder, number, points, reason))

    def _reject(self) -> None:
        reason = self._reason.value
        self._answer(lambda folder, number: rulings.reject(folder, number, reason))

    def _answer(self, decide: Callable[[Path, int], Done]) -> None:
        def step() -> Done:
            if not self._appeal.value:
                raise ClassError("Anh/chị chọn một đề nghị chưa trả lời trong danh sách trước.")
            return decide(self._chosen.must(), int(self._appeal.value))

        if self._heard.do(step):
            self._reason.value = ""
            self._show()

    def _set_deadline(self) -> None:
        late = rulings.late_rule(self._percent.value, self._most.value)
        due = self._due.value
        self._rule(lambda folder, task: rulings.set_deadline(folder, task, due, late), self._dated)

    def _set_words(self) -> None:
        points = self._words.value
        self._rule(lambda folder, task: rulings.set_words(folder, task, points), self._dated)

    def _extend(self) -> None:
        who, until, why = self._who.value, self._until.value, self._why.value
        self._rule(lambda folder, task: rulings.extend(folder, task, who, until, why), self._ruled)

    def _count(self, decide: Callable[[Path, str, str, str], Done]) -> None:
        criterion, why = self._criterion.value, self._why.value

        def step(folder: Path, task: str) -> Done:
            if not criterion:
                raise ClassError("Anh/chị chọn một tiêu chí trong danh sách trước.")
            return decide(folder, task, criterion, why)

        self._rule(step, self._ruled)

    def _rule(self, step: Callable[[Path, str], Done], said: Said) -> None:
        if said.do(lambda: step(self._chosen.must(), self._task.value or "")):
            self._show()


def _offer(listed: Any, options: list[tuple[str, str]]) -> None:
    if list(listed.options) != options:
        kept = listed.value
        listed.options = options
        listed.value = kept if kept in [value for _, value in options] else ""


def _listed(lines: tuple[str, ...]) -> Html:
    items = "".join(f"<li>{text(one)}</li>" for one in lines)
    return Html(f'<ul class="vp vp-room-list">{items}</ul>')
