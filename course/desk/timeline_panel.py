"""The timeline on the page: the chart where it can be drawn, always the same in words."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls, timeline
from course.desk.desk import Desk
from course.look import Html, html_widget, text

_NO_CHART_VI = "Máy này chưa vẽ được biểu đồ; bảng dưới đây nói cùng một nội dung."
_HOW_VI = (
    "Mỗi thanh là một việc từ lúc bắt tay vào tới lúc xong; mỗi vạch đứng là một tình tiết, một "
    "hậu quả, hoặc mốc khai mạc, bế mạc. Rê chuột lên để đọc."
)


class TimelinePanel:
    """Drawn anew each time it is looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._hint = html_widget("")
        self._chart = widgets.Output(layout=widgets.Layout(width="100%"))
        self._words = html_widget("")
        self.widget = controls.column(self._hint, self._chart, self._words)
        self.refresh()

    def refresh(self) -> None:
        """Show the run as it is now."""
        bars, marks = timeline.bars(self._desk), timeline.marks(self._desk)
        self._words.value = timeline.in_words(self._desk)
        if not bars and not marks:
            self._hint.value, self._chart.outputs = "", ()
            return
        people = [person.name for person in self._desk.case.world.people if person.staff]
        try:
            from course.desk.timeline_chart import chart

            drawn = chart(bars, marks, people)
        except ImportError:
            self._hint.value, self._chart.outputs = _hint(_NO_CHART_VI), ()
            return
        self._hint.value = _hint(_HOW_VI)
        self._chart.outputs = (drawn,)


def _hint(words: str) -> Html:
    return Html(f'<p class="vp vp-desk-hint">{text(words)}</p>')
