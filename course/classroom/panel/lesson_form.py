"""Lessons on the panel: slides for the room, handouts to print; no class is needed for them."""

from __future__ import annotations

import ipywidgets as widgets

from course import lesson_index
from course.classroom.diary import Done
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.desk import controls
from course.lesson_index import Lesson
from course.showing.time_plan import Plan
from grading.nbgrader.class_error import ClassError

LESSON_FOLDER = "bai_giang"
_ALL = ""
_PLANS = (
    ("Lớp 150 phút", Plan.FULL),
    ("Lớp 120 phút", Plan.SCALED),
    ("Thời gian tự học", Plan.OWN),
)
_WHAT_VI = (
    "Trang chiếu mở bằng trình duyệt, không cần mạng: phím mũi tên sang trang, N xem lời dẫn, F "
    "toàn màn hình. Tài liệu phát tay: một tệp Word và một trang để in."
)


class LessonForm:
    """Which lesson, and a button each for slides and handouts."""

    def __init__(self, chosen: Chosen) -> None:
        self._folder = chosen.home / LESSON_FOLDER
        self._said = Said(chosen.home)
        self._lesson = widgets.Dropdown(
            description="Bài học",
            options=[("Tất cả các bài", _ALL)]
            + [(one.title, one.number) for one in lesson_index.load()],
            layout=widgets.Layout(width="min(900px, 100%)"),
        )
        self._plan = widgets.Dropdown(description="Thời gian", options=_PLANS)
        self.widget = controls.column(
            heading("Bài giảng"),
            hint(_WHAT_VI),
            self._lesson,
            self._plan,
            controls.row(
                controls.button("Làm trang chiếu", self._slides),
                controls.button("Làm tài liệu phát tay", self._handouts),
            ),
            self._said.widget,
        )

    def _lessons(self) -> list[Lesson]:
        wanted = self._lesson.value
        return [one for one in lesson_index.load() if wanted in (_ALL, one.number)]

    def _slides(self) -> None:
        from course.showing.files import ShowingError, write_slides

        def step() -> Done:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                made = write_slides(self._lessons(), self._plan.value, self._folder)
            except ShowingError as error:
                raise ClassError(str(error)) from error
            return Done(f"Đã làm trang chiếu của {len(made)} bài.", (), tuple(made))

        self._said.do(step)

    def _handouts(self) -> None:
        from course.showing.files import ShowingError, write_handouts

        def step() -> Done:
            self._folder.mkdir(parents=True, exist_ok=True)
            lessons = self._lessons()
            try:
                made = write_handouts(lessons, self._folder)
            except ShowingError as error:
                raise ClassError(str(error)) from error
            said = f"Đã làm tài liệu phát tay của {len(lessons)} bài."
            return Done(said, (), tuple(made))

        self._said.do(step)
