"""Talking the class's work over: debrief, after-action report, commitment cards."""

from __future__ import annotations

from datetime import date

import ipywidgets as widgets

from course.classroom import after_action
from course.classroom.commitments import add_cards, keep_cards, parse, read_cards
from course.classroom.debrief import make_debrief
from course.classroom.diary import Done
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.desk import controls

_WHAT_VI = (
    "Làm từ bài đã thu của chính lớp này: cả lớp đứng ở đâu, điểm hay sai với ví dụ đối chiếu "
    "không ghi tên, chuỗi hậu quả đã xảy ra, câu hỏi thảo luận, một trang cho mỗi nhóm."
)
_CARDS_VI = (
    "Chép từ thẻ giấy hoặc dán tin nhắn, mỗi dòng một thẻ: “Lê Thị Bình: Khi …, tôi sẽ …”, hoặc họ "
    "tên; khi …; tôi sẽ …; trước ngày; người nhắc. Thẻ mới được in cùng các thẻ đã thu."
)


class DebriefForm:
    """Two buttons, a field for the cards, and what was made."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._said, self._kept = Said(chosen.home), Said(chosen.home)
        self._task = widgets.Dropdown(
            description="Bài", options=[], layout=widgets.Layout(width="min(900px, 100%)")
        )
        self._fresh = widgets.Textarea(
            description="Dán thẻ mới", rows=3, layout=widgets.Layout(width="100%"),
            placeholder="Lê Thị Bình: Khi có người báo vắng, tôi sẽ gọi ngay người thay.",
        )  # fmt: skip
        self._cards = widgets.Textarea(
            description="Thẻ của lớp", rows=6, layout=widgets.Layout(width="100%"),
        )  # fmt: skip
        button = controls.button
        self.widget = controls.column(
            self._task,
            hint(_WHAT_VI),
            controls.row(
                button("Làm phần rút kinh nghiệm", self._debrief, style="primary"),
                button("Viết báo cáo rút kinh nghiệm", self._report),
            ),
            self._said.widget,
            heading("Thẻ cam kết: khi … xảy ra, tôi sẽ …"),
            hint(_CARDS_VI),
            self._fresh,
            controls.row(button("Thêm thẻ", self._add)),
            self._cards,
            controls.row(button("Lưu và in thẻ", self._keep)),
            self._kept.widget,
        )
        chosen.listen(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._chosen.fill(self._task)
        self._show_cards()

    def _show_cards(self) -> None:
        cards = read_cards(self._chosen.folder) if self._chosen.folder else []
        self._cards.value = "\n".join(one.line for one in cards)

    def _debrief(self) -> None:
        self._said.do(lambda: make_debrief(self._chosen.must(), self._task.value or ""))

    def _report(self) -> None:
        def step() -> Done:
            folder = self._chosen.must()
            return after_action.make_report(folder, self._task.value or "", date.today())

        self._said.do(step)

    def _add(self) -> None:
        if self._kept.do(lambda: add_cards(self._chosen.must(), parse(self._fresh.value))):
            self._fresh.value = ""
            self._show_cards()

    def _keep(self) -> None:
        if self._kept.do(lambda: keep_cards(self._chosen.must(), parse(self._cards.value))):
            self._show_cards()
