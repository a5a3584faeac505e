"""A learner alone chooses how hard it is to be, and plays from the brief to the findings."""

from __future__ import annotations

import pytest

from grading.score import score, score_folder
from scenarios.case import load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME

from ..served import Served
from .by_reference import decide, finish_at_home, first_order, give, saved
from .learner import Learner


@pytest.mark.parametrize(
    ("exercise", "case_id", "level"),
    [
        ("tinh_huong_1", "hoi_nghi_dot_xuat", "advanced"),
        ("tinh_huong_1", "hoi_nghi_dot_xuat", "basic"),
        ("tinh_huong_2", "tham_27_7", "basic"),
    ],
)
def test_the_level_is_chosen_on_the_page_and_played_to_the_findings(
    course: Served, learner: Learner, exercise: str, case_id: str, level: str
) -> None:
    case = load_case(case_id, Edition(level=level))
    reference = reference_work(case)
    path = course.folder / exercise / FILE_NAME
    path.unlink(missing_ok=True)  # what the level before left
    learner.page.goto(course.page(f"{exercise}/{exercise}"))
    learner.wait_for_desk()
    assert case.level is not None
    learner.choose_level(case.level.title)
    learner.see("hư cấu")
    learner.shot("tinh_huong")

    give(learner, case, first_order(reference))
    assert saved(path).edition == case.edition
    last = reference.decisions[-1]
    finish_at_home(path, reference, {last.inject})
    learner.tab("Tình huống")  # what another window has written is taken over
    learner.see("Một cửa sổ khác vừa lưu bài này")
    learner.run("Chạy tới cuối")
    assert decide(learner, case, {last.inject: last.choice}) == last.inject
    learner.run("Chạy tới cuối")
    learner.see("tình huống đã kết thúc")

    learner.tab("Nhận xét")
    learner.press("Xem nhận xét")
    sheet = score_folder(case_id, path.parent)
    assert sheet.points == score(case, reference).points
    learner.see(f"{sheet.points:g}/{sheet.max_points:g} điểm".replace(".", ","))
    learner.shot("nhan_xet")
