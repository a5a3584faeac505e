"""Orders given, changed, moved and taken back by the form and the rows of the plan."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from course.desk.desk import Desk
from course.desk.page import DeskPage

from . import seen
from .conftest import START
from .hands import ROOM, give


def test_an_order_is_given_by_the_form_and_stands_in_the_plan(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "15h40")
    assert "Đã giao: Đặt phòng họp; kế toán Bùi Văn Khoa; từ 15:40 Thứ Ba 22/9." in seen.text(page)
    assert "Những việc đã giao (1)" in seen.text(page)
    assert "Phòng: Hội trường tầng 1" in seen.text(page)
    assert desk.orders[0].at == START + timedelta(minutes=10)
    assert re.search(r"Đã lưu lúc \d\d:\d\d:\d\d", seen.text(page))


def test_what_is_missing_in_the_form_is_said_and_what_was_chosen_stays(page: Any) -> None:
    seen.tab(page, "Giao việc")
    seen.pick(page, "Việc", "Đặt phòng họp")
    seen.press(page, "Giao việc")
    assert "Anh/chị chọn ở mục “Phòng” rồi giao." in seen.text(page)
    seen.choose(page, "Phòng họp số 2")
    seen.press(page, "Giao việc")
    assert "Anh/chị chọn người làm" in seen.text(page)
    seen.pick(page, "Ai làm", "Bùi Văn Khoa")
    seen.field(page, "Lúc").value = "ba giờ"
    seen.press(page, "Giao việc")
    assert "Giờ viết theo kiểu 24 giờ, ví dụ 15:50" in seen.text(page)
    seen.field(page, "Lúc").value = "1600"
    seen.press(page, "Giao việc")
    assert "Những việc đã giao (1)" in seen.text(page)


def test_an_hour_in_the_past_is_refused_with_the_way_out(page: Any) -> None:
    give(page, *ROOM, "8:00")
    assert "hoặc dùng “Quay lại lúc…”" in seen.text(page)
    assert seen.field(page, "Việc").value == "dat_phong"


def test_an_order_is_changed_moved_and_removed_in_its_row(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "16:00")
    seen.press(page, "Sớm hơn")
    assert "15:50 Thứ Ba 22/9" in seen.text(page)
    seen.press(page, "Muộn hơn")
    seen.press(page, "Sửa")
    assert "Sửa việc: Đặt phòng họp" in seen.text(page)
    seen.choose(page, "Phòng họp số 2")
    seen.press(page, "Lưu thay đổi")
    assert desk.orders[0].options == {"room": "phong_hop"}
    assert desk.orders[0].at == START + timedelta(minutes=30)
    seen.press(page, "Bỏ")
    assert desk.orders == []
    assert "Đã bỏ việc “Đặt phòng họp”." in seen.text(page)


def test_a_change_can_be_given_up(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "16:00")
    seen.press(page, "Sửa")
    seen.press(page, "Thôi, không sửa")
    assert "Giao một việc" in seen.text(page)
    assert desk.work.draft is None


def test_a_click_in_the_table_leaves_the_half_written_order_alone(page: Any) -> None:
    give(page, *ROOM, "16:00")
    seen.pick(page, "Việc", "Giao chuẩn bị tài liệu")
    seen.choose(page, "Ủy ban nhân dân xã (cơ quan chủ trì")
    seen.press(page, "Muộn hơn")
    seen.choose(page, "Báo cáo tình hình")
    seen.pick(page, "Ai làm", "Phạm Đức Long")
    seen.press(page, "Giao việc")
    assert "Những việc đã giao (2)" in seen.text(page)


def test_a_half_written_order_is_there_again_after_a_new_start(
    page: Any, open_desk: Callable[[], Desk]
) -> None:
    seen.tab(page, "Giao việc")
    seen.choose(page, "Trong hội nghị")
    seen.pick(page, "Việc", "Điểm danh")
    seen.choose(page, "Người vắng")
    seen.pick(page, "Ai làm", "Bùi Văn Khoa")
    seen.field(page, "Lúc").value = "1725"
    again = DeskPage(open_desk()).widget
    seen.tab(again, "Giao việc")
    assert seen.field(again, "Lúc").value == "17:25"
    seen.press(again, "Giao việc")
    assert "Ghi những gì: Người vắng" in seen.text(again)
