"""Talking the class's work over: debrief, after-action report, commitment cards."""

from __future__ import annotations

from datetime import date

import ipywidgets as widgets

from course.classroom import after_action
from course.classroom.commitments import keep_cards, parse, read_cards
from course.classroom.debrief import make_debrief
from course.classroom.diary import Done
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.desk import controls

_WHAT_VI = (
    "Làm từ bài đã thu của chính lớp này: cả lớp đứng ở đâu, điểm hay sai với ví dụ đối chiếu "
    "không ghi tên, chuỗi hậu quả đã xảy ra, câu hỏi thảo luận, một trang cho mỗi nhóm."
)


class DebriefForm:
    """Two buttons, a field for the cards, and what was made."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._said = Said(chosen.home)
        self._task = widgets.Dropdown(
            description="Bài", options=[], layout=widgets.Layout(width="min(900px, 100%)")
        )
        self._cards = widgets.Textarea(
            description="Thẻ cam kết", rows=6, layout=widgets.Layout(width="100%"),
            placeholder="Lê Thị Bình; có người báo vắng; gọi ngay người thay; 1/12/2026",
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
            hint("Mỗi dòng một thẻ: họ tên; khi …; tôi sẽ …; trước ngày (có thể bỏ trống)."),
            self._cards,
            controls.row(button("Lưu và in thẻ", self._keep)),
        )
        chosen.listen(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._chosen.fill(self._task)
        cards = read_cards(self._chosen.folder) if self._chosen.folder else []
        lines = ["; ".join((c.name, c.when, c.will, c.until)) for c in cards]
        self._cards.value = "\n".join(lines)

    def _debrief(self) -> None:
        self._said.do(lambda: make_debrief(self._chosen.must(), self._task.value or ""))

    def _report(self) -> None:
        def step() -> Done:
            folder = self._chosen.must()
            return after_action.make_report(folder, self._task.value or "", date.today())

        self._said.do(step)

    def _keep(self) -> None:
        self._said.do(lambda: keep_cards(self._chosen.must(), parse(self._cards.value)))
