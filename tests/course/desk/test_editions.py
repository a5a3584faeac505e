"""Choosing how hard and how long, alone at the desk, before the work begins."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.desk.desk import Desk
from course.desk.page import Front
from course.desk.refusals import DeskError
from grading.score import score
from scenarios.edition import OPEN, Edition
from scenarios.work_file import FILE_NAME, read_work

from . import seen
from .conftest import CASE, room_at

SHORT = Edition("sat_lo-btv-h16", "basic", "m40")


@pytest.fixture
def front(open_desk: Callable[[], Desk]) -> Any:
    return Front(open_desk, OPEN).widget


def test_the_learner_chooses_level_and_format_and_the_desk_follows(
    front: Any, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    seen.pick(front, "Mức:", "Cơ bản")
    seen.pick(front, "Khung thời gian:", "40 phút: mời đúng người, đủ người")
    assert "riêng phần mời họp" in seen.text(front)
    seen.press(front, "Dùng lựa chọn này")
    assert "Mức cơ bản." in seen.text(front)
    assert "Đặt phòng họp" in seen.text(front), "what colleagues do is told"
    desk = open_desk()
    assert desk.case.edition == SHORT
    assert {task.id for task in desk.case.tasks} < {task.id for task in desk.case.file.tasks}
    work = read_work(tmp_path / "Bài của tôi" / FILE_NAME)
    assert work is not None
    assert work.edition == SHORT
    assert score(desk.case, work).max_points < 40


def test_what_is_chosen_takes_one_line_and_can_be_changed_until_the_work_begins(
    front: Any, open_desk: Callable[[], Desk]
) -> None:
    assert "Đã chọn" not in seen.text(front)
    assert "Dùng lựa chọn này" in seen.labels(front)
    seen.pick(front, "Mức:", "Cơ bản")
    seen.press(front, "Dùng lựa chọn này")
    assert "Đã chọn mức cơ bản, khung 120 phút." in seen.text(front)
    assert "Dùng lựa chọn này" not in seen.labels(front)

    again = Front(open_desk, OPEN).widget
    seen.press(again, "Đổi lựa chọn")
    seen.press(again, "Giữ như đã chọn")
    assert "Dùng lựa chọn này" not in seen.labels(again)
    seen.press(again, "Đổi lựa chọn")
    seen.pick(again, "Mức:", "Nâng cao")
    seen.press(again, "Dùng lựa chọn này")
    assert "Đã chọn mức nâng cao, khung 120 phút." in seen.text(again)


def test_a_class_before_one_screen_gets_the_trainers_bar(
    front: Any, open_desk: Callable[[], Desk]
) -> None:
    words = "Cả lớp cùng làm trên một màn hình: hiện thanh điều hành cho giảng viên"
    seen.field(front, words).value = True
    seen.press(front, "Dùng lựa chọn này")
    assert "Đưa ra ngay" in seen.labels(front)
    assert "Đưa ra ngay" in seen.labels(Front(open_desk, OPEN).widget), "after a restart, too"


def test_another_background_is_another_variant(front: Any, open_desk: Callable[[], Desk]) -> None:
    seen.pick(front, "Hội nghị nào:", "Ban Chấp hành")
    seen.press(front, "Dùng lựa chọn này")
    assert open_desk().case.variant.id == "sat_lo-bch-h16"


def test_after_the_first_order_nothing_can_be_chosen_any_more(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    desk.order(room_at(desk.now))
    assert not desk.may_choose
    with pytest.raises(DeskError, match="mở bài ở một thư mục mới"):
        desk.choose(SHORT)
    assert "Dùng lựa chọn này" not in seen.text(Front(open_desk, OPEN).widget)


def test_an_assignment_that_fixes_level_and_format_offers_no_choice(tmp_path: Path) -> None:
    page = Front(lambda: Desk.open(CASE, SHORT, tmp_path), SHORT).widget
    assert "Dùng lựa chọn này" not in seen.text(page)
    assert "Mức cơ bản." in seen.text(page)


def test_a_work_of_another_edition_is_opened_with_a_word_about_it(
    desk: Desk, tmp_path: Path
) -> None:
    desk.order(room_at(desk.now))
    again = Desk.open(CASE, Edition(level="basic"), desk.path.parent)
    assert again.case.edition.level == "standard"
    assert "trong khi trang này giao mức cơ bản" in again.notice


def test_at_the_advanced_level_no_worked_example_is_shown(tmp_path: Path) -> None:
    desk = Desk.open(CASE, Edition(level="advanced"), tmp_path)
    with pytest.raises(DeskError, match="không có cách làm mẫu"):
        desk.look_at_example("T01")
    assert desk.work.helps == ()
