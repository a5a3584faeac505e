"""Where a learner is: what is done, what is under way, and the one thing to do next."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from course.lesson_index import Lesson
from course.progress_events import History
from scenarios.work_file import FILE_NAME, HAND_IN_FOLDER, WorkError, read_work

EXERCISE_ORDER = (
    "chuc_nang_nhiem_vu",
    "chuong_trinh_cong_tac",
    "tong_hop_bao_cao",
    "tham_dinh_de_an",
    "van_thu_ngay_cao_diem",
    "ho_so_luu_tru",
    "don_thu",
    "tai_san_dang_phi",
    "tinh_huong_1",
    "tinh_huong_2",
    "mot_tuan_o_van_phong",
)
"""The kit's exercises as a course does them: single duties, the two cases, the week of all duties.

Others, such as a trainer's own case, come after them by name.
"""

_NEVER = datetime(1, 1, 1)
_CLOCK_STEP = timedelta(seconds=2)  # FAT drives keep a file's time in steps of two seconds


class State(StrEnum):
    """How far a lesson or an exercise is."""

    NEW = "new"
    UNDER_WAY = "under_way"
    DONE = "done"


@dataclass(frozen=True)
class LessonState:
    """How far one lesson is; `right` counts questions whose last answer was fully right."""

    lesson: Lesson
    done_sections: int
    answered: int
    right: int
    state: State


@dataclass(frozen=True)
class ExerciseState:
    """One exercise in the workspace; `touched` is when the work was saved last, None: never.

    `is_handed_in` says that nothing was changed since the last hand-in.
    """

    title: str
    href: str
    touched: datetime | None
    is_handed_in: bool = False

    @property
    def state(self) -> State:
        """New, under way as soon as something was done, done once it is handed in."""
        if self.touched is None:
            return State.NEW
        return State.DONE if self.is_handed_in else State.UNDER_WAY


@dataclass(frozen=True)
class NextStep:
    """The one link to press now, and why; `href` is relative to the first page."""

    title: str
    href: str
    why: str


@dataclass(frozen=True)
class Whereabouts:
    """Everything that the first page says about a learner."""

    lessons: tuple[LessonState, ...]
    exercises: tuple[ExerciseState, ...]
    next_step: NextStep | None
    is_new: bool


def where_am_i(history: History, lessons: Sequence[Lesson], home: Path) -> Whereabouts:
    """What this history says; `home` is the workspace with the exercises' folders."""
    states = tuple(_lesson_state(history, lesson) for lesson in lessons)
    exercises = exercises_in(home)
    return Whereabouts(
        lessons=states,
        exercises=exercises,
        next_step=_next_step(history, states, exercises),
        is_new=not history.events and not any(one.touched for one in exercises),
    )


def exercises_in(home: Path) -> tuple[ExerciseState, ...]:
    """The exercises of a workspace, in course order: a folder with a notebook of the same name."""
    found = []
    for folder in sorted(
        (path for path in home.iterdir() if path.is_dir()), key=lambda one: course_order(one.name)
    ):
        notebook = folder / f"{folder.name}.ipynb"
        if notebook.is_file() and not folder.name.startswith("."):
            href = f"{folder.name}/{notebook.name}"
            touched = _touched(folder / FILE_NAME)
            found.append(ExerciseState(_title(notebook), href, touched, _is_handed_in(folder)))
    return tuple(found)


def course_order(exercise: str) -> tuple[int, str]:
    """Where the exercise of this name stands in the course; what the kit does not ship: last."""
    known = exercise in EXERCISE_ORDER
    return (EXERCISE_ORDER.index(exercise) if known else len(EXERCISE_ORDER), exercise)


def _lesson_state(history: History, lesson: Lesson) -> LessonState:
    known = {section.id for section in lesson.sections}
    done = len(history.done_sections(lesson.number) & known)
    last = history.last_answers()
    answered = [name for name in lesson.questions if name in last]
    opened = lesson.number in history.opened_lessons()
    # An answer given in review is no reading of the lesson.
    here = any(last[name].lesson in ("", lesson.number) for name in answered)
    state = State.UNDER_WAY if opened or done or here else State.NEW
    if known and done == len(known):
        state = State.DONE
    right = sum((last[name].score or 0) >= 1 for name in answered)
    return LessonState(lesson, done, len(answered), right, state)


def _next_step(
    history: History, lessons: Sequence[LessonState], exercises: Sequence[ExerciseState]
) -> NextStep | None:
    """The work touched last if it is not handed in, else the first new lesson, else an exercise."""
    last_event = history.events[-1].at if history.events else _NEVER
    open_ones = (one for one in exercises if one.state is State.UNDER_WAY)
    recent = max(open_ones, key=_when, default=None)
    if recent and _when(recent) > last_event:
        return NextStep(f"Làm tiếp {recent.title}", recent.href, "Anh/chị đang làm dở bài này.")
    opened = history.opened_lessons()
    under_way = [one for one in lessons if one.state is State.UNDER_WAY]
    if under_way:
        now = max(under_way, key=lambda one: opened.get(one.lesson.number, _NEVER))
        why = _what_is_left(history, now)
        return NextStep(f"Học tiếp {now.lesson.title}", now.lesson.file, why)
    for one in lessons:
        if one.state is State.NEW:
            why = f"Khoảng {one.lesson.minutes} phút. {one.lesson.lead}"
            begin = "Bắt đầu" if one is lessons[0] else "Sang"
            return NextStep(f"{begin} {one.lesson.title}", one.lesson.file, why)
    for exercise in exercises:
        if exercise.state is State.NEW:
            why = "Các bài học đã xong; giờ đem ra làm việc thật."
            return NextStep(f"Làm {exercise.title}", exercise.href, why)
    return _again(lessons, exercises)


def _again(lessons: Sequence[LessonState], exercises: Sequence[ExerciseState]) -> NextStep | None:
    """What to do when all is done: the lesson with the most questions that are not right yet."""
    weakest = max(lessons, key=lambda one: one.answered - one.right, default=None)
    if weakest and weakest.answered > weakest.right:
        why = f"Còn {weakest.answered - weakest.right} câu chưa đúng trọn vẹn ở bài này."
        return NextStep(f"Ôn lại {weakest.lesson.title}", weakest.lesson.file, why)
    if exercises:
        why = "Đổi bối cảnh ở đầu trang để làm lại với số liệu khác."
        return NextStep(f"Làm lại {exercises[0].title}", exercises[0].href, why)
    return None


def _what_is_left(history: History, state: LessonState) -> str:
    done = history.done_sections(state.lesson.number)
    left = [section for section in state.lesson.sections if section.id not in done]
    return f"Mục tiếp theo: {left[0].title} ({left[0].minutes} phút)." if left else ""


def _when(exercise: ExerciseState) -> datetime:
    return exercise.touched or _NEVER


def _touched(work: Path) -> datetime | None:
    """When the work was saved last; None if there is none, or nothing was done in it yet."""
    try:
        found = read_work(work)
        if found is not None and found.is_untouched:
            return None
        saved = datetime.fromtimestamp(work.stat().st_mtime, tz=UTC).astimezone()
        return saved.replace(tzinfo=None) if found else None
    except (WorkError, OSError):
        return None


def _is_handed_in(folder: Path) -> bool:
    """Whether the newest parcel beside the work is no older than the work."""
    try:
        parcels = [one.stat().st_mtime for one in (folder / HAND_IN_FOLDER).glob("*.zip")]
        saved = (folder / FILE_NAME).stat().st_mtime
    except OSError:
        return False
    return bool(parcels) and max(parcels) + _CLOCK_STEP.total_seconds() >= saved


def _title(notebook: Path) -> str:
    """The title in the notebook's metadata, else its first heading, else the file's name."""
    try:
        content: Any = json.loads(notebook.read_text(encoding="utf-8"))
        title = content["metadata"].get("title")
        for cell in content["cells"]:
            for line in "".join(cell["source"]).splitlines():
                if not title and cell["cell_type"] == "markdown" and line.startswith("#"):
                    title = line.lstrip("#").strip()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        title = None
    return title if isinstance(title, str) and title else notebook.stem
