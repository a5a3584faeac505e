"""The board: sixty in ten seconds, who is stuck, one broken file that harms nothing."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from course.classroom.board import Board, Seat, State, stuck_first
from course.classroom.board_page import REFRESH, projector_page, trainer_board
from course.classroom.plan import ClassPlan, Student
from course.classroom.session import begin, clock_line, touch
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.ledger import Ledger
from office_sim.hand import HandKind
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.hand_file import read_hand_file
from scenarios.work import HelpLine, Work

CASE, BAI = "hoi_nghi_dot_xuat", "tinh_huong_1"
NOW = datetime(2026, 11, 25, 9, 0)


def plan_of(count: int) -> ClassPlan:
    return ClassPlan(
        course_id="lop",
        title="Lớp thử",
        students=tuple(
            Student(id=f"hv_{n}", name=f"Lê Văn {n}", group=f"Nhóm {n % 3}") for n in range(count)
        ),
    )


def put(shared: Path, student: str, work: Work | str, minutes_ago: float = 0) -> None:
    place = shared / student / BAI / "bai_lam.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(work if isinstance(work, str) else work.to_json(), encoding="utf-8")
    moment = (NOW - timedelta(minutes=minutes_ago)).timestamp()
    os.utime(place, (moment, moment))


@pytest.fixture(scope="module")
def whole() -> Work:
    case = load_case(CASE)
    work = reference_work(case)
    return work.model_copy(update={"position": case.world.end})


def seats(shared: Path, count: int = 5) -> dict[str, Seat]:
    board = Board(plan_of(count), BAI, CASE, shared)
    return {one.student: one for one in board.seats(Ledger(), NOW)}


def test_everybody_has_a_state(tmp_path: Path, whole: Work) -> None:
    put(tmp_path, "hv_0", whole)
    put(tmp_path, "hv_1", whole.model_copy(update={"decisions": ()}))
    put(tmp_path, "hv_2", whole.model_copy(update={"position": None}), minutes_ago=20)
    put(tmp_path, "hv_3", '{"case": ')
    put(tmp_path, "người_lạ", whole)
    found = seats(tmp_path)
    assert found["hv_0"].state is State.FINISHED
    assert found["hv_1"].state is State.DECIDING
    assert found["hv_1"].waiting
    assert found["hv_2"].state is State.WORKING
    assert found["hv_2"].coming
    assert found["hv_2"].stuck == "20 phút không có thay đổi"
    assert found["hv_3"].state is State.BROKEN
    assert "hỏng" in found["hv_3"].stuck
    assert found["hv_4"].state is State.AWAY
    assert found["người_lạ"].state is State.FINISHED
    assert [one.student for one in stuck_first(list(found.values()))] == ["hv_3", "hv_2"]


def test_the_same_finding_three_times_calls_the_trainer(tmp_path: Path, whole: Work) -> None:
    helps = tuple(HelpLine(step="check", about="T08") for _ in range(3))
    put(tmp_path, "hv_0", whole.model_copy(update={"position": None, "helps": helps}))
    assert "3 lần" in seats(tmp_path)["hv_0"].stuck


def test_sixty_learners_are_read_in_ten_seconds_and_again_at_once(
    tmp_path: Path, whole: Work
) -> None:
    for number in range(60):
        cut = whole.orders[: len(whole.orders) - number % 20]
        put(tmp_path, f"hv_{number}", whole.model_copy(update={"orders": cut}))
    put(tmp_path, "hv_7", "{")
    board = Board(plan_of(60), BAI, CASE, tmp_path)
    began = time.monotonic()
    first = board.seats(Ledger(), NOW)
    once = time.monotonic() - began
    began = time.monotonic()
    assert board.seats(Ledger(), NOW) == first
    again = time.monotonic() - began
    assert sum(one.state is State.BROKEN for one in first) == 1
    assert len(first) == 60
    assert once < REFRESH
    assert again < once


def test_the_projector_names_nobody_and_the_trainers_board_everybody(
    tmp_path: Path, whole: Work
) -> None:
    put(tmp_path, "hv_0", whole.model_copy(update={"position": None}), minutes_ago=30)
    found = list(seats(tmp_path).values())
    shown = projector_page("Lớp thử", found, NOW)
    assert "Lê Văn" not in shown
    assert "không có thay đổi" not in shown
    assert "http" not in shown.replace('http-equiv="refresh"', "")
    assert "Lê Văn 0: 30 phút không có thay đổi" in trainer_board(found, NOW)


def test_the_trainers_hand_reaches_the_folder_that_the_desks_look_into(
    tmp_path: Path, whole: Work
) -> None:
    put(tmp_path, "hv_0", whole)
    works = Board(plan_of(1), BAI, CASE, tmp_path).works()
    touch(works, HandKind.DELAY, "mat_dien", 30)
    asked = read_hand_file(tmp_path / "hv_0" / "dieu_hanh.json").requests
    assert [(one.what, one.inject, one.minutes) for one in asked] == [("delay", "mat_dien", 30)]
    with pytest.raises(ClassError, match="Chưa thấy bài làm"):
        touch([], HandKind.FIRE, "mat_dien")


def test_the_clock_of_the_session_counts_down(tmp_path: Path) -> None:
    assert clock_line(tmp_path, 75, NOW) == ""
    begin(tmp_path, NOW)
    assert clock_line(tmp_path, 75, NOW + timedelta(minutes=20)) == "Đã học 20 phút, còn 55 phút."
    assert "quá giờ 5 phút" in clock_line(tmp_path, 75, NOW + timedelta(minutes=80))
