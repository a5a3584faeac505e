"""The head of the desk, always in sight: where we are, what to do now, the buttons that run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from course.desk import controls, whereabouts
from course.desk.desk import Desk
from course.desk.rewind_form import RewindForm
from course.desk.save_line import SaveLine
from course.desk.saving import QUIET, Topic
from course.look import html_widget


class RunPanel:
    """`ran` is called after the office has run, with the time from which it ran."""

    def __init__(self, desk: Desk, ran: Callable[[datetime], None]) -> None:
        self._desk = desk
        self._ran = ran
        self._stood_still = False
        self._where = html_widget("")
        self._next = html_widget("")
        self.said = html_widget("")
        self._rewind = RewindForm(desk, self.said)
        self._run = controls.button(
            "Cho văn phòng chạy tới việc kế tiếp", lambda: self._advance(False), style="primary"
        )
        self._back = controls.button("Quay lại lúc…", self._rewind.toggle)
        self._end = controls.button("Chạy tới cuối", lambda: self._advance(True))
        runs = [self._run, self._back, self._end] if desk.has_run else []
        buttons = controls.row(*runs, SaveLine(desk).widget, name="vp-desk-run")
        if not runs:
            buttons.add_class("vp-desk-only-saved")
        self.head = controls.column(self._where, self._next, buttons, name="vp-desk-head")
        self.widget = controls.column(self._rewind.widget, self.said)
        desk.listen(self._on_change)
        self._show()

    def _advance(self, to_end: bool) -> None:
        before = self._desk.now
        if controls.attempt(lambda: self._desk.advance(to_end=to_end), self.said):
            self._ran(before)

    def _on_change(self, topic: Topic) -> None:
        if topic not in QUIET:
            self._show()

    def _show(self) -> None:
        desk = self._desk
        self._where.value = whereabouts.head(desk)
        self._next.value = whereabouts.next_step(desk)
        stands_still = desk.waiting is not None or desk.is_finished
        self._run.disabled = self._end.disabled = stands_still
        self._back.disabled = desk.now <= desk.case.world.start
        if not stands_still and self._stood_still:
            self._run.focus()  # where the keyboard goes on after a decision
        self._stood_still = stands_still
