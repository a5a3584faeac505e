"""The week at the desk: run under the table as it is now, seen as a chart and in words."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls
from course.desk.desk import Desk
from course.desk.saving import Topic
from course.look import Html, html_widget, join, notice, table, text
from grading.week_story import (
    WeekStory,
    day_lines,
    kind_rows,
    missed_rows,
    person_rows,
    week_story,
    whole_week,
)
from office_sim.week_outcome import FATE_VI
from scenarios.colleagues import completed

MOST = 40
"""Missed deadlines that are listed one by one."""
_INTRO_VI = (
    "Văn phòng chạy cả tuần theo bảng của anh/chị. Xem bao nhiêu lần cũng được; đây chỉ là điều đã "
    "xảy ra, cách xử lý đúng hay chưa thì xem ở thẻ “Nhận xét”."
)
_HOW_VI = (
    "Mỗi thanh là một việc, từ lúc làm tới lúc dừng; thanh “lỡ hạn” là việc xong sau hạn hoặc tới "
    "hạn chưa xong; phần sau 17 giờ là làm thêm. Rê chuột lên để đọc; lời và bảng bên dưới nói "
    "cùng nội dung."
)
_NO_CHART_VI = "Máy này chưa vẽ được biểu đồ; lời và bảng dưới đây nói cùng một nội dung."
_CHANGED_VI = "Bảng đã thay đổi từ lần chạy này; anh/chị bấm “Chạy cả tuần” để xem lại."
_PEOPLE = ("Ai", "Việc xong", "Giờ làm", "Trong đó làm thêm", "Lỡ hạn", "Vắng bàn")
_MISSED = ("Loại việc", "Ai", "Tới lúc", "Hạn", "Xong lúc")


class WeekPanel:
    """A button, the chart, and the same in words and tables."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._old = html_widget("")
        self._hint = html_widget("")
        self._chart = widgets.Output(layout=widgets.Layout(width="100%"))
        self._words = html_widget("")
        self.widget = controls.column(
            html_widget(Html(f'<p class="vp vp-desk-hint">{_INTRO_VI}</p>')),
            controls.row(controls.button("Chạy cả tuần", self._run, style="primary")),
            self._old,
            self._words,
            self._hint,
            self._chart,
        )
        desk.listen(self._on_change)

    def _run(self) -> None:
        story = week_story(self._desk.case, completed(self._desk.case, self._desk.work))
        if story is None:
            return
        self._old.value = ""
        self._words.value = week_html(story)
        try:
            from course.desk.week_chart import chart

            self._chart.outputs = (chart(story),)
        except ImportError:
            self._hint.value, self._chart.outputs = _hint(_NO_CHART_VI), ()
            return
        self._hint.value = _hint(_HOW_VI)

    def _on_change(self, topic: Topic) -> None:
        if self._words.value and topic is not Topic.DRAFT:
            self._old.value = notice(_CHANGED_VI, "info", "")


def week_html(story: WeekStory) -> Html:
    """The week in words: as a whole, by day, by person, by kind, and what missed its deadline."""
    days = "".join(
        f"<li><strong>{text(at.split(' ', 1)[1])}.</strong> {text(told)}</li>"
        for at, told in day_lines(story)
    )
    fates = [words.capitalize() for words in FATE_VI.values()]
    missed = missed_rows(story)
    parts = [
        notice(whole_week(story), "info", ""),
        Html(f'<ul class="vp">{days}</ul>'),
        _folded("Theo người", table(_PEOPLE, person_rows(story))),
        _folded("Theo loại việc", table(("Loại việc", "Tới", *fates), kind_rows(story))),
    ]
    if missed:
        more = f", {MOST} việc đầu" if len(missed) > MOST else ""
        title = f"Việc lỡ hạn ({len(missed)}{more})"
        parts.append(_folded(title, table(_MISSED, missed[:MOST])))
    return join(*parts)


def _folded(title: str, content: Html) -> Html:
    return Html(f'<details class="vp"><summary>{text(title)}</summary>{content}</details>')


def _hint(words: str) -> Html:
    return Html(f'<p class="vp vp-desk-hint">{text(words)}</p>')
