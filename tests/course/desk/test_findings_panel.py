"""The findings on the page: those of the mark, with one thing to do first, nothing given away."""

import re
from typing import Any

from course.desk.desk import Desk
from grading.score import score

from . import seen
from .conftest import play_reference
from .hands import ROOM, give


def test_the_findings_are_those_of_the_mark(page: Any, desk: Desk) -> None:
    play_reference(desk)
    seen.tab(page, "Nhận xét")
    seen.press(page, "Xem nhận xét")
    sheet = score(desk.case, desk.work, desk.documents)
    assert f"{sheet.points:g}/{sheet.max_points:g} điểm" in seen.text(page)
    assert "Anh/chị đã làm trọn các tiêu chí" in seen.text(page)
    assert "nhắc, không tính điểm" in seen.text(page)
    assert "cần đối chiếu bản gốc" in seen.text(page)


def test_the_first_step_of_help_counts_what_is_open_and_names_nothing(page: Any) -> None:
    seen.tab(page, "Nhận xét")
    seen.press(page, "Kiểm tra nhanh")
    told = seen.text(page)
    assert "Trước hội nghị. Phần này còn" in told
    assert "điều chưa bắt đầu" in told
    assert "Việc nên làm trước tiên" not in told


def test_findings_say_one_thing_to_do_first_and_when_they_are_old(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "15:40")
    seen.tab(page, "Nhận xét")
    seen.press(page, "Xem nhận xét")
    told = seen.text(page)
    assert re.search(r"Việc nên làm trước tiên T\d\d\. Trước hội nghị", told)
    desk.remove(desk.orders[0].id)
    assert "Bài đã thay đổi từ lần xem này" in seen.text(page)


def test_findings_do_not_give_the_lesson_or_what_is_right_away(page: Any, desk: Desk) -> None:
    from grading.rubric import load_rubric

    seen.tab(page, "Nhận xét")
    seen.press(page, "Xem nhận xét")
    words = seen.text(page)
    for criterion in load_rubric(desk.case.folder).criteria:
        assert criterion.lesson not in words
        assert criterion.title not in words
