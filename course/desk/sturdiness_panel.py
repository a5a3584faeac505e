"""How sturdy is the plan: many bad days in slices, so that the page goes on answering meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic

from course.desk import controls
from course.desk.desk import Desk
from course.desk.saving import QUIET, Topic
from course.desk.sturdiness_words import told
from course.look import Html, html_widget, notice, progress
from scenarios.sturdiness import RUNS, Sturdiness, goal_vi, sturdiness_by_steps

SLICE = 0.05
"""Seconds of running at a time; what the learner clicks is heard between two slices."""
_REST = 0.01
_INTRO_VI = (
    "Kế hoạch tốt là kế hoạch vẫn đứng vững khi có trục trặc. Bấm nút để chạy bài của anh/chị qua "
    "{runs} ngày có trục trặc ngẫu nhiên và đếm số lượt đạt: {goal}. Bài làm không thay đổi."
)
_STOPPED_VI = "Đã dừng; kết quả dưới đây là của các lượt đã chạy."
_CHANGED_VI = "Bài đã thay đổi từ lần thử này; anh/chị bấm “Thử sức kế hoạch” để thử lại."


class SturdinessPanel:
    """A button, a bar of progress, and the result below it."""

    def __init__(self, desk: Desk, runs: int = RUNS) -> None:
        self._desk = desk
        self._runs = runs
        self._steps: Iterator[Sturdiness] | None = None
        self._found = Sturdiness(0, 0, ())
        self._task: asyncio.Task[None] | None = None
        goal = goal_vi(desk.case)
        words = _INTRO_VI.format(runs=runs, goal=f"{goal[:1].lower()}{goal[1:]}")
        self._start = controls.button("Thử sức kế hoạch", self._begin, style="primary")
        self._stop = controls.button("Dừng", self._halt)
        self._said = html_widget("")
        self._shown = html_widget("")
        self.widget = controls.column(
            html_widget(Html(f'<p class="vp vp-desk-hint">{words}</p>')),
            controls.row(self._start, self._stop),
            self._said,
            self._shown,
        )
        controls.show(self._stop, False)
        desk.listen(self._on_change)

    def _begin(self) -> None:
        """Run in slices on the kernel's loop; where no loop runs, run to the end at once."""
        self._steps = sturdiness_by_steps(self._desk.case, self._desk.work, self._runs)
        self._found = Sturdiness(0, 0, ())
        self._shown.value = Html("")
        self._buttons(running=True)
        self._tell()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            while self._run_slice():
                pass
            return
        self._task = loop.create_task(self._run())

    async def _run(self) -> None:
        while self._run_slice():
            await asyncio.sleep(_REST)

    def _run_slice(self) -> bool:
        """Play for a moment; True while there is more to do."""
        if self._steps is None:
            return False
        until = monotonic() + SLICE
        for found in self._steps:
            self._found = found
            if monotonic() >= until:
                self._tell()
                return True
        self._end("")
        return False

    def _halt(self) -> None:
        self._end(notice(_STOPPED_VI, "info", ""))

    def _end(self, said: str) -> None:
        self._steps = None
        self._buttons(running=False)
        self._said.value = Html(said)
        if self._found.runs:
            self._shown.value = told(self._desk.case, self._found)

    def _tell(self) -> None:
        self._said.value = progress(self._found.runs, self._runs, "Số lượt đã chạy")

    def _buttons(self, *, running: bool) -> None:
        self._start.disabled = running
        controls.show(self._stop, running)

    def _on_change(self, topic: Topic) -> None:
        if topic in QUIET:
            return
        if self._steps is not None:
            self._end("")
        if self._shown.value:
            self._said.value = notice(_CHANGED_VI, "info", "")
