"""The board on the panel: it looks again by itself, and has the trainer's hand in the run."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

import ipywidgets as widgets

from course.classroom.board import Board
from course.classroom.board_page import REFRESH, projector_page, trainer_board, write_projector
from course.classroom.diary import Done
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, file_link, heading, hint
from course.classroom.plan import read_plan
from course.classroom.session import begin, clock_line, touch
from course.classroom.steps import exercises_of
from course.desk import controls
from course.look import Html, html_widget, join, notice
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.ledger import read_ledger
from office_sim.hand import HandKind
from scenarios.case import load_case

WATCH_FOLDER = "theo_doi"
_WHERE_VI = (
    "Thư mục chung là nơi bài làm của học viên nằm (ổ mạng, thư mục dùng chung, hoặc thư mục nhà "
    "của máy chủ lớp), mỗi người một thư mục. Bảng chỉ đọc, không sửa bài của ai."
)


class BoardForm:
    """Where the works lie, the board, the trainer's hand."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._board: tuple[tuple[Path, str, str], Board] | None = None
        self._running = False
        self._said = Said(chosen.home)
        self._task = widgets.Dropdown(
            description="Bài", options=[], layout=widgets.Layout(width="min(900px, 100%)")
        )
        self._shared = widgets.Text(
            description="Thư mục chung", placeholder="Ví dụ: Z:\\lop_chung",
            layout=widgets.Layout(width="min(640px, 100%)"),
        )  # fmt: skip
        self._inject = widgets.Dropdown(description="Tình tiết", options=[("(chọn)", "")])
        self._span = widgets.Dropdown(
            description="Lùi", options=[(f"{minutes} phút", minutes) for minutes in (10, 30, 60)]
        )
        self._shown = html_widget("")
        button = controls.button
        self.widget = controls.column(
            self._task,
            self._shared,
            hint(_WHERE_VI),
            controls.row(
                button("Xem bảng", self._look, style="primary"),
                button("Tự cập nhật", self._start),
                button("Dừng cập nhật", self._stop),
                button("Bắt đầu buổi học", self._begin),
            ),
            self._shown,
            heading("Điều hành tình tiết cho cả lớp"),
            controls.row(
                self._inject,
                button("Đưa ra ngay", lambda: self._touch(HandKind.FIRE)),
                self._span,
                button("Lùi lại", lambda: self._touch(HandKind.DELAY)),
                button("Bỏ qua", lambda: self._touch(HandKind.SKIP)),
            ),
            self._said.widget,
        )
        self._task.observe(lambda _: self._offer(), names="value")
        chosen.listen(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._chosen.fill(self._task)
        folder = self._chosen.folder
        if folder and not self._shared.value:
            self._shared.value = str(folder / WATCH_FOLDER)
        self._offer()

    def _offer(self) -> None:
        options = [("(chọn)", "")]
        if self._chosen.folder and self._task.value:
            options += [(one.title, one.id) for one in load_case(self._case()).injects]
        if list(self._inject.options) != options:
            self._inject.options = options

    def _case(self) -> str:
        known = {one.id: one.case_id for one in exercises_of(self._chosen.must())}
        if self._task.value not in known:
            raise ClassError("Lớp chưa có bài nào để theo dõi.")
        return known[self._task.value]

    def _current(self) -> Board:
        """The board of what is chosen; kept, so that only what has changed is played again."""
        folder = self._chosen.must()
        shared = Path(self._shared.value.strip().strip('"'))
        key = (folder, self._task.value or "", str(shared))
        if self._board is None or self._board[0] != key:
            plan = read_plan(folder)
            self._board = key, Board(plan, self._task.value or "", self._case(), shared)
        return self._board[1]

    def _look(self) -> None:
        try:
            folder, now = self._chosen.must(), datetime.now()
            plan = read_plan(folder)
            seats = self._current().seats(read_ledger(folder), now)
            clock = clock_line(folder, plan.minutes, now)
            page = projector_page(plan.title, seats, now, clock)
            path = write_projector(folder, page)
        except (ClassError, OSError) as error:
            self._shown.value = notice(str(error), "bad")
            return
        link = Html(f'<p class="vp">Trang cho máy chiếu: {file_link(path, self._chosen.home)}</p>')
        head = notice(clock, "info", "") if clock else Html("")
        self._shown.value = join(head, trainer_board(seats, now), link)

    def _start(self) -> None:
        if self._running:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._look()
            return
        self._running = True
        self._beat(loop)

    def _beat(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._running:
            self._look()
            loop.call_later(REFRESH, self._beat, loop)

    def _stop(self) -> None:
        self._running = False

    def _begin(self) -> None:
        if self._said.do(lambda: begin(self._chosen.must(), datetime.now())):
            self._look()

    def _touch(self, kind: HandKind) -> None:
        def step() -> Done:
            if not self._inject.value:
                raise ClassError("Anh/chị chọn một tình tiết trong danh sách trước.")
            minutes = self._span.value if kind is HandKind.DELAY else 0
            title = next(name for name, one in self._inject.options if one == self._inject.value)
            return touch(self._current().works(), kind, self._inject.value, minutes, title)

        self._said.do(step)
