"""The trainer's bar: bring an inject about, put it off, leave it out; the clock of the class."""

from __future__ import annotations

import asyncio

import ipywidgets as widgets

from course.desk import controls
from course.desk.class_clock import ClassClock
from course.desk.desk import Desk
from course.desk.refusals import DeskError
from course.desk.saving import QUIET, Topic
from course.look import Html, html_widget, notice, text
from office_sim.calendar import format_moment
from office_sim.hand import HandKind
from scenarios.hand import injects_ahead
from scenarios.hand_file import (
    FILE_NAME,
    HandFileError,
    find_hand_file,
    keep_pace,
    read_hand_file,
)

_SPANS = ((10, "10 phút"), (30, "30 phút"), (60, "1 giờ"), (120, "2 giờ"))
_PACES = (0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
_PICK_VI = "Anh/chị chọn một tình tiết trong danh sách trước."
_SURE_VI = "Bấm “Bỏ qua” lần nữa để chắc chắn: tình tiết này sẽ không xảy ra trong bài."
_NO_LOOP_VI = "Đồng hồ chỉ tự chạy trên trang học; ở đây anh/chị cho chạy bằng nút."
BEAT = 1.0
"""Seconds between two looks at the clock."""


class TrainerBar:
    """What is done here goes into the work, so that it is the same again at every look and mark.

    The running clock brings no tab to the front: the class may be writing orders meanwhile.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.clock = ClassClock(desk)
        self._unsure = ""
        self._beat: asyncio.TimerHandle | None = None
        self.said = html_widget("")
        self._state = html_widget("")
        self._inject = controls.pick_list("Tình tiết:", "(chọn tình tiết)", [], "min(460px, 100%)")
        self._span = _list("Lùi:", [(title, minutes) for minutes, title in _SPANS], 30, "200px")
        self._pace = _list(
            "1 giờ tình huống =",
            [(f"{pace:g} phút lớp".replace(".", ","), pace) for pace in _PACES],
            self._kept_pace(),
            "340px",
        )
        self._run = controls.button("Chạy đồng hồ", self._start)
        self._pause = controls.button("Tạm dừng", self._stop)
        self.widget = controls.column(
            html_widget(Html('<p class="vp vp-desk-label">Dành cho giảng viên</p>')),
            controls.row(
                self._inject,
                controls.button("Đưa ra ngay", lambda: self._touch(HandKind.FIRE)),
                self._span,
                controls.button("Lùi lại", lambda: self._touch(HandKind.DELAY)),
                controls.button("Bỏ qua", self._skip),
            ),
            controls.row(self._pace, self._run, self._pause, self._state),
            self.said,
            name="vp-desk-trainer",
        )
        desk.listen(self._on_change)
        self._show()

    def beat(self) -> None:
        """Look at the clock once: move the desk, tell what stopped it."""
        try:
            self.clock.tick()
        except DeskError as error:
            self.clock.pause()
            self.said.value = notice(str(error), "warn")
        self._show_clock()

    def _touch(self, kind: HandKind) -> None:
        inject, self._unsure = self._inject.value, ""
        if inject == controls.NONE:
            self.said.value = notice(_PICK_VI, "warn")
            return
        title = self._inject.label
        minutes = self._span.value if kind is HandKind.DELAY else 0
        done = {
            HandKind.FIRE: f"Đã đưa ra: {title}.",
            HandKind.SKIP: f"Đã bỏ qua: {title}.",
            HandKind.DELAY: f"Đã lùi thêm {minutes} phút: {title}.",
        }[kind]
        controls.attempt(lambda: self._desk.hand.touch(kind, inject, minutes), self.said, done)

    def _skip(self) -> None:
        inject = self._inject.value
        if inject != controls.NONE and self._unsure != inject:
            self._unsure = inject
            self.said.value = notice(_SURE_VI, "warn", "")
            return
        self._touch(HandKind.SKIP)

    def _start(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.said.value = notice(_NO_LOOP_VI, "warn")
            return
        self.clock.start(self._pace.value)
        self._keep_pace()
        self._show_clock()
        self._await_beat(loop)

    def _await_beat(self, loop: asyncio.AbstractEventLoop) -> None:
        """There is one next beat at most, however often the buttons are pressed."""
        if self._beat is not None:
            self._beat.cancel()
        self._beat = loop.call_later(BEAT, self._next_beat, loop)

    def _next_beat(self, loop: asyncio.AbstractEventLoop) -> None:
        self.beat()
        if self.clock.is_running:
            self._await_beat(loop)

    def _stop(self) -> None:
        self.clock.pause()
        if self._beat is not None:
            self._beat.cancel()
        self._show_clock()

    def _on_change(self, topic: Topic) -> None:
        if topic not in QUIET:
            self._show()

    def _show(self) -> None:
        ahead = [(one.title, one.id) for one in injects_ahead(self._desk.run)]
        kept = self._inject.value
        options = [("(chọn tình tiết)", controls.NONE), *ahead]
        if list(self._inject.options) != options:
            self._inject.options = options
            self._inject.value = kept if kept in dict(ahead).values() else controls.NONE
        self._show_clock()

    def _show_clock(self) -> None:
        desk, running = self._desk, self.clock.is_running
        self._run.disabled = running or desk.is_finished
        self._pause.disabled = not running
        words = "Đồng hồ đang chạy" if running else "Đồng hồ đang dừng"
        if self.clock.is_hurrying:
            words = "Đồng hồ đang lướt qua giờ nghỉ"
        if running and desk.waiting is not None:
            words = "Đồng hồ chờ lớp quyết định"
        if desk.is_finished:
            words = "Tình huống đã hết"
        told = f"{words}, {format_moment(desk.now)}"
        self._state.value = Html(f'<span class="vp" role="status">{text(told)}</span>')

    def _kept_pace(self) -> float:
        path = find_hand_file(self._desk.path.parent)
        try:
            kept = read_hand_file(path).pace if path is not None else self.clock.pace
        except HandFileError:
            kept = self.clock.pace
        return min(_PACES, key=lambda pace: abs(pace - kept))

    def _keep_pace(self) -> None:
        path = find_hand_file(self._desk.path.parent) or self._desk.path.parent / FILE_NAME
        try:
            keep_pace(path, self._pace.value)
        except HandFileError as error:
            self.said.value = notice(str(error), "warn")


def _list(label: str, choices: object, value: object, width: str) -> widgets.Dropdown:
    return widgets.Dropdown(
        options=choices,
        value=value,
        description=label,
        style={"description_width": "initial"},
        layout=widgets.Layout(width=width),
    )
