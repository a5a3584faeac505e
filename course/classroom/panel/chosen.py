"""Which class the panel is about, told to all its parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from course.classroom.allotment import Exercise
from course.classroom.steps import exercises_of
from grading.nbgrader.class_folder import ClassError
from scenarios.case import CaseError, UnknownCaseError, load_case


class Chosen:
    """The class in hand; `folder` is None until there is one. `home` holds the classes."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder: Path | None = None
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call the listener whenever another class is taken in hand or the class has changed."""
        self._listeners.append(listener)

    def take(self, folder: Path | None) -> None:
        """Take a class in hand."""
        self.folder = folder
        self.changed()

    def changed(self) -> None:
        """Tell everybody that the class is not as it was."""
        for listener in self._listeners:
            listener()

    def must(self) -> Path:
        """The class in hand. Raises ClassError if there is none."""
        if self.folder is None:
            raise ClassError("Chưa chọn lớp nào; anh/chị chọn lớp ở đầu trang hoặc tạo lớp mới.")
        return self.folder

    def exercises(self) -> list[tuple[str, str]]:
        """Titles and ids of the class's assignments, for a list; [] if there is no class."""
        if self.folder is None:
            return []
        try:
            return [(title_of(one), one.id) for one in exercises_of(self.folder)]
        except ClassError:
            return []

    def fill(self, task: Any) -> None:
        """Offer the class's assignments in a list, one of them always picked."""
        options = self.exercises()
        if list(task.options) != options:
            task.options = options
            task.value = options[0][1] if options else None


def title_of(exercise: Exercise) -> str:
    """The title of an assignment: that of its case."""
    try:
        return f"{load_case(exercise.case_id).file.title} ({exercise.id})"
    except (CaseError, UnknownCaseError):
        return exercise.id
