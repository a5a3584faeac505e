"""The desk as widgets: a person's way through it, clicks and words, without a browser."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.desk.desk import Desk
from course.desk.page import open_case
from scenarios.case import load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME

from . import seen
from .conftest import START, play_reference, room_at
from .hands import ROOM, decide, give, run

AN_ID = re.compile(r"\b(?!bai_lam)[a-z]+_[a-z_]+\b")


def test_the_page_opens_on_the_brief_with_the_clock_and_the_next_step(page: Any) -> None:
    words = seen.text(page)
    assert "15:30 Thứ Ba 22/9" in words
    assert "Xã Suối Mây" in words
    assert "đọc thẻ “Tình huống”" in words
    assert "{" not in words


def test_running_shows_what_happened_and_stops_at_the_inject(page: Any) -> None:
    give(page, *ROOM, "15:40")
    run(page)
    assert "Vừa xảy ra, từ 15:30 Thứ Ba 22/9 tới 15:50 Thứ Ba 22/9" in seen.text(page)
    assert "Đã đặt Hội trường tầng 1 (120 chỗ) cho hội nghị." in seen.text(page)
    run(page)
    assert "Chủ tịch Ủy ban Mặt trận Tổ quốc xã Triệu Thị Dung · 16:15" in seen.text(page)
    assert seen.button(page, "Cho văn phòng chạy tới việc kế tiếp").disabled
    seen.tab(page, "Giao việc")
    assert "Đã qua: 1 việc" in seen.text(page)
    assert "Xong lúc 15:50" in seen.text(page)
    assert "Sửa" not in seen.labels(page)


def test_a_decision_is_asked_twice_and_then_answered(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "15:40")
    run(page)
    run(page)
    seen.press(page, "Quyết định")
    assert "Anh/chị chọn một cách xử lý" in seen.text(page)
    seen.choose(page, "Nhường phòng")
    seen.press(page, "Quyết định")
    assert not desk.work.decisions
    seen.press(page, "Xem lại đã")
    assert not desk.work.decisions
    seen.press(page, "Quyết định")
    seen.press(page, "Đồng ý, quyết định")
    assert desk.work.decision_at("muon_phong") is not None
    assert "Mặt trận lấy phòng." in seen.text(page)
    assert "Quyết định" not in seen.labels(page)


def test_a_consequence_stands_out_in_the_course_of_events(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "15:40")
    run(page)
    run(page)
    decide(page, "báo Mặt trận tự thu xếp")
    seen.tab(page, "Diễn biến")
    assert "Hậu quả Bà con tới nơi mới biết phải về" in seen.text(page)


def test_going_back_says_first_what_it_drops(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "15:40")
    run(page)
    run(page)
    decide(page, "Nhường phòng")
    seen.press(page, "Quay lại lúc…")
    seen.pick(page, "Quay lại", "lúc bắt đầu tình huống")
    assert "Sẽ bỏ 1 quyết định: “Hai nơi cùng cần phòng”." in seen.text(page)
    assert desk.work.decisions
    seen.press(page, "Đồng ý, quay lại")
    assert not desk.work.decisions
    assert desk.now == START
    assert "Đã quay lại 15:30 Thứ Ba 22/9. Đã bỏ 1 quyết định" in seen.text(page)
    seen.tab(page, "Giao việc")
    assert "Sửa" in seen.labels(page)


def test_going_back_to_any_hour(page: Any, desk: Desk) -> None:
    give(page, *ROOM, "15:40")
    run(page)
    seen.press(page, "Quay lại lúc…")
    seen.pick(page, "Quay lại", "Giờ khác")
    seen.field(page, "Lúc").value = "15h45"
    seen.press(page, "Đồng ý, quay lại")
    assert desk.now == START + timedelta(minutes=15)
    assert "Đồng ý, quay lại" not in seen.labels(page)


def test_an_answer_is_saved_as_it_is_typed_and_too_real_a_text_is_said(
    page: Any, desk: Desk
) -> None:
    seen.tab(page, "Câu hỏi")
    seen.field(page, "Trả lời").value = "năm"
    assert "Anh/chị ghi một con số" in seen.text(page)
    seen.field(page, "Trả lời").value = "0912345678"
    assert "giống số điện thoại" in seen.text(page)
    assert desk.work.answers == {"so_phieu": "0912345678"}
    seen.field(page, "Trả lời").value = "5"
    assert "giống số điện thoại" not in seen.text(page)


def test_no_id_is_on_screen_during_a_whole_run(page: Any, desk: Desk) -> None:
    play_reference(desk)
    for title in ("Văn phòng", "Giao việc", "Diễn biến", "Câu hỏi", "Nhận xét"):
        seen.tab(page, title)
        assert not AN_ID.findall(seen.text(page)), title


def test_the_office_shows_nothing_that_it_cannot_know(page: Any, desk: Desk) -> None:
    seen.tab(page, "Văn phòng")
    words = seen.text(page)
    assert "Hoàng Văn Thái bí thư đang kiểm tra cơ sở, ngoài vùng phủ sóng" in words
    assert "tiếp đoàn công tác của tỉnh" in words
    assert "MẬT (mô phỏng)" in words
    assert "Ban Thường vụ Đảng ủy: 9 đồng chí" in words
    for secret in ("tập huấn", "dời được", "hiện trường", "lệch với báo cáo"):
        assert secret not in words


def test_what_keeps_a_member_away_is_known_once_asked(page: Any, desk: Desk) -> None:
    give(page, "Gọi điện xác nhận", [], "Vũ Thị Lan", "15:40")
    run(page)
    seen.tab(page, "Văn phòng")
    words = seen.text(page)
    assert "Lục Trung Hiếu chỉ huy trưởng Ban Chỉ huy quân sự xã Báo vắng lúc 15:56" in words
    assert "chỉ huy lực lượng tại hiện trường" in words
    assert "Phùng Thị Khánh phó chủ tịch Hội đồng nhân dân xã Đã nhận lời" in words
    assert "dời được" not in words


def test_the_timeline_is_drawn_and_told(page: Any, desk: Desk) -> None:
    seen.tab(page, "Diễn biến")
    seen.choose(page, "Dòng thời gian")
    assert "Chưa ai bắt tay vào việc nào" in seen.text(page)
    desk.order(room_at(START + timedelta(minutes=10)))
    desk.advance()
    assert "kế toán Bùi Văn Khoa Đặt phòng họp 15:40 Thứ Ba 22/9 15:50 10 phút" in seen.text(page)
    output = next(one for one in seen.parts(page) if hasattr(one, "outputs"))
    drawn = output.outputs[0]["data"]["application/vnd.vegalite.v5+json"]
    assert "Bùi Văn Khoa" in str(drawn)


def test_work_saved_in_another_window_is_taken_over_and_said(
    page: Any, open_desk: Callable[[], Desk]
) -> None:
    open_desk().order(room_at(START))
    seen.tab(page, "Giao việc")
    assert "Một cửa sổ khác vừa lưu bài này" in seen.text(page)
    assert "Những việc đã giao (1)" in seen.text(page)


def test_a_work_of_another_variant_put_in_its_place_is_said(page: Any, desk: Desk) -> None:
    other = load_case("hoi_nghi_dot_xuat", "chay_cho-bch-h4")
    desk.path.write_text(reference_work(other).to_json(), encoding="utf-8")
    seen.tab(page, "Giao việc")
    assert "biến thể khác; anh/chị bấm “Mở lại”" in seen.text(page)
    assert desk.case.variant.id == "chay_cho-bch-h4"


def test_a_text_that_cannot_be_saved_stays_in_its_field(
    page: Any, desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    seen.tab(page, "Câu hỏi")
    open_desk().answer("so_phieu", "7")
    seen.field(page, "Trả lời").value = "5"
    assert "Chưa lưu" in seen.text(page)
    assert seen.field(page, "Trả lời").value == "5"
    assert desk.work.answers == {"so_phieu": "7"}


def test_the_saved_line_names_the_day_if_it_is_another(desk: Desk) -> None:
    from course.desk.save_line import SaveLine

    line = SaveLine(desk, lambda: datetime(2026, 11, 3, 18, 0))
    assert "Bài tự lưu sau mỗi thay đổi" in line.widget.value
    desk.order(room_at(START))
    assert "✓ Đã lưu lúc 14:05:09<" in line.widget.value
    later = SaveLine(desk, lambda: datetime(2026, 11, 4, 7, 0))
    assert "14:05:09 ngày 3/11/2026" in later.widget.value


@pytest.mark.parametrize(
    ("case", "variant", "sentence"),
    [("khong_co", None, "Không có tình huống"), ("hoi_nghi_dot_xuat", "x-y", "không có biến thể")],
)
def test_what_cannot_be_opened_is_one_sentence(
    case: str, variant: str | None, sentence: str, tmp_path: Path, capsys: Any
) -> None:
    from course.desk.page import _shown

    assert sentence in _shown(case, Edition(variant or ""), tmp_path).value
    open_case(case, variant, str(tmp_path))
    assert capsys.readouterr().err == ""


def test_opening_a_case_only_displays(tmp_path: Path, capsys: Any) -> None:
    open_case("hoi_nghi_dot_xuat", folder=str(tmp_path))
    assert not list(tmp_path.iterdir())
    assert capsys.readouterr().err == ""


def test_a_damaged_work_is_said_at_the_top(tmp_path: Path) -> None:
    from course.desk.page import _shown

    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    page = _shown("hoi_nghi_dot_xuat", Edition(), tmp_path)
    assert "bị hỏng (không phải JSON)" in seen.text(page)
