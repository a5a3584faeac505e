"""The class day: one button each for release, collect, mark, give back; and what can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course.classroom import steps
from course.classroom.diary import Done, last_lines
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.desk import controls
from course.look import Html, html_widget, text
from grading.nbgrader.exchange import HAS_EXCHANGE


class DayForm:
    """The buttons of the day for one assignment of the class in hand."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._said = Said(chosen.home)
        self._task = widgets.Dropdown(
            description="Bài", options=[], layout=widgets.Layout(width="min(900px, 100%)")
        )
        self._source = widgets.Text(
            description="Nơi có bài nộp", placeholder="Ví dụ: E:\\ hoặc một thư mục chung",
            layout=widgets.Layout(width="min(640px, 100%)"),
        )  # fmt: skip
        self._accept = widgets.Text(
            description="Cho nộp lại", placeholder="Mã học viên làm lại từ đầu; thường để trống",
            layout=widgets.Layout(width="min(640px, 100%)"),
        )  # fmt: skip
        self._diary = html_widget("")
        button = controls.button
        exchange = button("Thu từ hộp trao đổi", lambda: self._step(steps.collect_from_exchange))
        send_out = button(
            "Phát vào hộp trao đổi",
            lambda: self._step(lambda folder, task: steps.release(folder, task, to_exchange=True)),
        )
        exchange.disabled = send_out.disabled = not HAS_EXCHANGE
        self.widget = controls.column(
            self._task,
            heading("Phát bài"),
            hint("Học viên nhận một tệp nhỏ the_lop.json, chép vào thư mục hoc_tap của mình."),
            controls.row(
                button("Phát bài", lambda: self._step(steps.release), style="primary"),
                send_out,
                button("Thu hồi bản phát", lambda: self._step(steps.withdraw)),
            ),
            heading("Thu bài"),
            self._source,
            self._accept,
            controls.row(
                button("Thu bài", self._collect, style="primary"),
                exchange,
                button("Bỏ lần thu vừa rồi", self._undo),
            ),
            heading("Chấm và trả"),
            controls.row(
                button("Chấm bài", lambda: self._long(steps.mark, "Đang chấm"), style="primary"),
                button("Trả kết quả", lambda: self._long(steps.give_back, "Đang viết kết quả")),
            ),
            self._said.widget,
            self._diary,
        )
        chosen.listen(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._chosen.fill(self._task)
        folder = self._chosen.folder
        lines = "".join(f"<li>{text(one)}</li>" for one in (last_lines(folder) if folder else ()))
        self._diary.value = Html(
            '<details class="vp"><summary>Nhật ký của lớp</summary>'
            f'<ul class="vp-room-list">{lines or "<li>Chưa làm bước nào.</li>"}</ul></details>'
        )

    def _step(self, step: Callable[[Path, str], Done]) -> None:
        self._said.do(lambda: step(self._chosen.must(), self._task.value or ""))
        self._refresh()

    def _long(self, step: Callable[[Path, str, Any], Done], label: str) -> None:
        advance = self._said.progress(label)
        self._said.do(lambda: step(self._chosen.must(), self._task.value or "", advance))
        self._refresh()

    def _collect(self) -> None:
        source = Path(self._source.value.strip().strip('"'))
        accept = self._accept.value.replace(",", " ").split()
        self._said.do(lambda: steps.collect(self._chosen.must(), source, accept))
        self._refresh()

    def _undo(self) -> None:
        self._said.do(lambda: steps.undo_collect(self._chosen.must()))
        self._refresh()
