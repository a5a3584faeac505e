"""The report on the panel: marks, items, gain, certificates, several classes side by side."""

from __future__ import annotations

from pathlib import Path

import ipywidgets as widgets

from course.classroom.certificates import set_rule
from course.classroom.known_classes import classes_in
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.classroom.plan import read_plan
from course.classroom.report import compare_classes, make_report
from course.classroom.tests_taken import collect_progress
from course.desk import controls
from grading.nbgrader.class_folder import ClassError

_PROGRESS_VI = (
    "Biết mức tiến bộ theo từng đầu việc: học viên mở trang ôn tập, bấm “Tải bản sao tiến độ” rồi "
    "gửi tệp như gửi gói nộp. Anh/chị để các tệp trong một thư mục; tệp chưa mang mã học viên thì "
    "đặt trong thư mục con mang họ tên hoặc mã."
)


class ReportForm:
    """The rule for certificates, the progress files, and the buttons."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._said = Said(chosen.home)
        self._percent = widgets.BoundedIntText(
            value=50, min=0, max=100, description="Đạt từ bao nhiêu phần trăm"
        )
        self._all = widgets.Checkbox(value=True, indent=False, description="Phải nộp đủ các bài")
        self._source = widgets.Text(
            description="Nơi có tệp tiến độ", placeholder="Thư mục có các tệp tien_do.json",
            layout=widgets.Layout(width="min(640px, 100%)"),
        )  # fmt: skip
        self._classes = widgets.SelectMultiple(
            description="Các lớp so sánh", options=[], rows=5,
            layout=widgets.Layout(width="min(640px, 100%)"),
        )  # fmt: skip
        button = controls.button
        self.widget = controls.column(
            heading("Quy tắc cấp chứng nhận"),
            self._percent,
            self._all,
            controls.row(button("Lưu quy tắc", self._keep_rule)),
            heading("Kiểm tra trước và sau khóa học"),
            hint(_PROGRESS_VI),
            self._source,
            controls.row(button("Thu tiến độ", self._collect)),
            heading("Báo cáo"),
            controls.row(button("Làm báo cáo của lớp", self._report, style="primary")),
            self._classes,
            controls.row(button("So sánh các lớp đã chọn", self._compare)),
            self._said.widget,
        )
        chosen.listen(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._classes.options = [
            (one.title, str(one.folder)) for one in classes_in(self._chosen.home)
        ]
        if self._chosen.folder is None:
            return
        try:
            plan = read_plan(self._chosen.folder)
        except ClassError:
            return
        self._percent.value, self._all.value = plan.pass_percent, plan.wants_all

    def _keep_rule(self) -> None:
        percent, wants_all = self._percent.value, self._all.value
        self._said.do(lambda: set_rule(self._chosen.must(), percent, wants_all=wants_all))

    def _collect(self) -> None:
        source = Path(self._source.value.strip().strip('"') or "?")
        self._said.do(lambda: collect_progress(self._chosen.must(), source))

    def _report(self) -> None:
        self._said.do(lambda: make_report(self._chosen.must()))

    def _compare(self) -> None:
        folders = [Path(one) for one in self._classes.value]
        self._said.do(lambda: compare_classes(folders, self._chosen.home))
