"""Where a learner is: state of lessons and exercises, and the one next step."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from course.lesson_index import Lesson, Section
from course.progress import EventKind, Progress
from course.whereabouts import EXERCISE_ORDER, State, Whereabouts, exercises_in, where_am_i
from scenarios.work import OrderLine, Work
from scenarios.work_file import HAND_IN_FOLDER

EXERCISES = Path(__file__).parents[3] / "exercises"
MONDAY = datetime(2026, 11, 23, 7, 30)


def clock() -> Callable[[], datetime]:
    times: Iterator[datetime] = (MONDAY + timedelta(minutes=one) for one in range(10_000))
    return lambda: next(times)


def lesson(number: str) -> Lesson:
    sections = (
        Section("a", "Mục A", 5, questions=[f"{number}-q1", f"{number}-q2"]),
        Section("b", "Mục B", 5),
    )
    return Lesson(number, f"{number}.ipynb", f"Bài {number}", 10, "Học để làm.", sections)


LESSONS = (lesson("01"), lesson("02"))


class Learner:
    def __init__(self, home: Path) -> None:
        self.home = home
        self.own = Progress(home / "tien_do.json", clock())

    def opens(self, number: str) -> None:
        self.own.record(EventKind.LESSON_OPENED, lesson=number)

    def finishes(self, number: str, *sections: str) -> None:
        for section in sections:
            self.own.record(EventKind.SECTION_DONE, lesson=number, section=section)

    def answers(self, question: str, score: float) -> None:
        self.own.record(EventKind.ANSWER, question=question, score=score)

    def is_at(self) -> Whereabouts:
        return where_am_i(self.own.history, LESSONS, self.home)

    def next(self) -> tuple[str, str]:
        step = self.is_at().next_step
        assert step is not None
        return step.title, step.href


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


def exercise(home: Path, *, title: str = "Tình huống 1: họp gấp", name: str = "ca_1") -> Path:
    folder = home / name
    folder.mkdir()
    cells = [{"cell_type": "markdown", "source": [f"# {title}\n"]}]
    notebook = {"cells": cells, "metadata": {}}
    (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return folder


def work(folder: Path, at: datetime, *, touched: bool = True) -> None:
    orders = (OrderLine(id="d1", task="goi", who="tam", at=MONDAY),) if touched else ()
    file = folder / "bai_lam.json"
    file.write_text(Work(case="ca_1", orders=orders).to_json(), encoding="utf-8")
    os.utime(file, (at.timestamp(), at.timestamp()))


def test_a_newcomer_begins_with_the_first_lesson(learner: Learner) -> None:
    here = learner.is_at()

    assert here.is_new
    assert learner.next() == ("Bắt đầu Bài 01", "01.ipynb")
    assert [one.state for one in here.lessons] == [State.NEW, State.NEW]


def test_a_lesson_that_was_opened_goes_on_at_its_next_section(learner: Learner) -> None:
    learner.opens("01")
    learner.finishes("01", "a")

    step = learner.is_at().next_step

    assert step is not None
    assert step.title == "Học tiếp Bài 01"
    assert step.why == "Mục tiếp theo: Mục B (5 phút)."
    assert learner.is_at().lessons[0].state is State.UNDER_WAY


def test_of_two_lessons_under_way_the_one_opened_last_goes_on(learner: Learner) -> None:
    learner.opens("02")
    learner.opens("01")
    assert learner.next()[0] == "Học tiếp Bài 01"

    learner.opens("02")
    assert learner.next()[0] == "Học tiếp Bài 02"


def test_after_a_finished_lesson_comes_the_next_one(learner: Learner) -> None:
    learner.opens("01")
    learner.finishes("01", "a", "b")

    assert learner.is_at().lessons[0].state is State.DONE
    assert learner.next() == ("Sang Bài 02", "02.ipynb")


def done_with_all(learner: Learner) -> None:
    for number in ("01", "02"):
        learner.opens(number)
        learner.finishes(number, "a", "b")


def test_after_all_lessons_comes_an_exercise(learner: Learner) -> None:
    exercise(learner.home)
    done_with_all(learner)

    assert learner.next() == ("Làm Tình huống 1: họp gấp", "ca_1/ca_1.ipynb")


def test_when_all_is_done_the_weakest_lesson_comes_again(learner: Learner) -> None:
    done_with_all(learner)
    assert learner.is_at().next_step is None

    learner.answers("01-q1", 1)
    learner.answers("02-q1", 0.5)

    assert learner.next() == ("Ôn lại Bài 02", "02.ipynb")


def test_an_exercise_touched_after_the_last_lesson_comes_first(learner: Learner) -> None:
    folder = exercise(learner.home)
    learner.opens("01")
    work(folder, MONDAY - timedelta(days=1))
    assert learner.next()[0] == "Học tiếp Bài 01"

    work(folder, MONDAY + timedelta(days=1))
    assert learner.next() == ("Làm tiếp Tình huống 1: họp gấp", "ca_1/ca_1.ipynb")


def test_an_untouched_or_damaged_work_is_not_under_way(learner: Learner) -> None:
    folder = exercise(learner.home)
    work(folder, MONDAY, touched=False)
    assert exercises_in(learner.home)[0].state is State.NEW

    (folder / "bai_lam.json").write_text("{", encoding="utf-8")
    assert exercises_in(learner.home)[0].state is State.NEW


def test_a_work_handed_in_is_no_longer_asked_for_until_it_is_changed(learner: Learner) -> None:
    folder = exercise(learner.home)
    learner.opens("01")
    work(folder, MONDAY + timedelta(days=1))
    parcel = folder / HAND_IN_FOLDER / "ca_1__lan__1.zip"
    parcel.parent.mkdir()
    parcel.write_bytes(b"")
    os.utime(parcel, ((MONDAY + timedelta(days=1, minutes=5)).timestamp(),) * 2)

    assert exercises_in(learner.home)[0].state is State.DONE
    assert learner.next()[0] == "Học tiếp Bài 01"

    work(folder, MONDAY + timedelta(days=2))
    assert exercises_in(learner.home)[0].state is State.UNDER_WAY
    assert learner.next()[0] == "Làm tiếp Tình huống 1: họp gấp"


def test_every_exercise_has_its_place_in_the_course_and_the_week_closes_it() -> None:
    shipped = {one.name for one in EXERCISES.iterdir() if one.is_dir()}

    assert shipped - {"__pycache__"} == set(EXERCISE_ORDER)
    assert EXERCISE_ORDER[-1] == "mot_tuan_o_van_phong"


def test_a_case_of_ones_own_stands_after_the_kits_exercises(learner: Learner) -> None:
    for name in ("a_rieng", "tinh_huong_1", "don_thu"):
        exercise(learner.home, title=name, name=name)

    assert [one.title for one in exercises_in(learner.home)] == [
        "don_thu",
        "tinh_huong_1",
        "a_rieng",
    ]


def test_folders_that_are_no_exercises_are_passed_over(learner: Learner) -> None:
    (learner.home / ".luu_cu").mkdir()
    (learner.home / "anh").mkdir()
    exercise(learner.home, title="Một", name="mot")
    broken = exercise(learner.home, name="hong")
    (broken / "hong.ipynb").write_text("không phải sổ tay", encoding="utf-8")

    assert [one.title for one in exercises_in(learner.home)] == ["hong", "Một"]


def test_right_answers_are_counted_by_the_last_one(learner: Learner) -> None:
    learner.answers("01-q1", 1)
    learner.answers("01-q1", 0)
    learner.answers("01-q2", 1)
    learner.answers("khac", 1)

    first = learner.is_at().lessons[0]

    assert (first.answered, first.right) == (2, 1)


def test_an_answer_given_in_review_does_not_open_its_lesson(learner: Learner) -> None:
    learner.own.record(EventKind.ANSWER, question="01-q1", score=1.0, lesson="on_tap")

    first = learner.is_at().lessons[0]

    assert (first.state, first.answered, first.right) == (State.NEW, 1, 1)
