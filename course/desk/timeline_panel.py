"""The timeline on the page: the chart where it can be drawn, always the same in words."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls, timeline
from course.desk.view import View
from course.look import Html, html_widget, text
from office_sim.wording import Wording

_NO_CHART_VI = "Máy này chưa vẽ được biểu đồ; bảng dưới đây nói cùng một nội dung."
_HOW_VI = (
    "Mỗi thanh là một việc từ lúc bắt tay vào tới lúc xong, hoặc một phòng đang có việc; mỗi hình "
    "thoi là một bước của văn bản; mỗi vạch đứng là một tình tiết, một hậu quả hoặc một mốc như "
    "khai mạc, lên đường. Rê chuột lên để đọc; các bảng bên dưới nói cùng nội dung."
)


class TimelinePanel:
    """Drawn anew each time it is looked at."""

    def __init__(self) -> None:
        self._hint = html_widget("")
        self._chart = widgets.Output(layout=widgets.Layout(width="100%"))
        self._words = html_widget("")
        self.widget = controls.column(self._hint, self._chart, self._words)

    def show(self, view: View) -> None:
        """Show the run as it stands there."""
        bars = [*timeline.bars(view), *timeline.room_bars(view)]
        steps, marks = timeline.paper_steps(view), timeline.marks(view)
        self._words.value = timeline.in_words(view)
        if not (bars or steps or marks):
            self._hint.value, self._chart.outputs = "", ()
            return
        try:
            from course.desk.timeline_chart import Timeline, chart

            drawn = chart(Timeline(bars, steps, marks, _rows(view)))
        except ImportError:
            self._hint.value, self._chart.outputs = _hint(_NO_CHART_VI), ()
            return
        self._hint.value = _hint(_HOW_VI)
        self._chart.outputs = (drawn,)


def _rows(view: View) -> list[str]:
    world, words = view.case.world, Wording(view.case.world)
    people = [person.name for person in world.people if person.staff]
    rooms = [room.title for room in world.rooms]
    return [*people, *rooms, *(words.paper(paper.id) for paper in world.papers)]


def _hint(words: str) -> Html:
    return Html(f'<p class="vp vp-desk-hint">{text(words)}</p>')
