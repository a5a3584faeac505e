"""The trainer's pack on the panel: own notes, and the button that makes all papers."""

from __future__ import annotations

import ipywidgets as widgets

from course.classroom.diary import Done
from course.classroom.pack import keep_notes, make_pack, notes_of
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.desk import controls

_WHAT_VI = (
    "Một lần bấm làm ra các tệp Word (mở bằng Word hoặc LibreOffice, xuất PDF được): giáo án theo "
    "phút, hướng dẫn giảng viên, đề bài, thẻ vai, thẻ tình tiết, danh sách tình tiết theo giờ, "
    "phiếu đánh giá, phiếu phản hồi, thẻ cam kết, mẫu văn bản trống."
)


class PackForm:
    """Notes, the button, and what was made."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._said = Said(chosen.home)
        self._task = widgets.Dropdown(
            description="Bài", options=[], layout=widgets.Layout(width="min(900px, 100%)")
        )
        self._notes = widgets.Textarea(
            description="Ghi chú của tôi", rows=6, layout=widgets.Layout(width="100%"),
            placeholder="Ví dụ: nhóm 3 có hai người mới, cho làm bản 40 phút…",
        )  # fmt: skip
        self._task.observe(lambda _: self._show_notes(), names="value")
        self.widget = controls.column(
            self._task,
            hint(_WHAT_VI),
            self._notes,
            controls.row(
                controls.button("Lưu ghi chú", self._keep),
                controls.button("Làm hồ sơ giảng viên", self._make, style="primary"),
            ),
            heading("Kết quả"),
            hint("Tệp anh/chị đã sửa được giữ nguyên khi làm lại hồ sơ."),
            self._said.widget,
        )
        chosen.listen(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._chosen.fill(self._task)
        self._show_notes()

    def _show_notes(self) -> None:
        folder = self._chosen.folder
        self._notes.value = (
            notes_of(folder, self._task.value) if folder and self._task.value else ""
        )

    def _keep(self) -> None:
        self._said.do(
            lambda: keep_notes(self._chosen.must(), self._task.value or "", self._notes.value)
        )

    def _make(self) -> None:
        def step() -> Done:
            folder, task = self._chosen.must(), self._task.value or ""
            if self._notes.value.strip() != notes_of(folder, task):
                keep_notes(folder, task, self._notes.value)
            return make_pack(folder, task)

        self._said.do(step)
