"""Case 1 in Chromium, from the first page to the findings, by what a person sees."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import expect

from grading.score import score_folder

from ..served import Served
from .learner import Learner

CASE = "hoi_nghi_dot_xuat"
CLEAR = (
    "Làm rõ yêu cầu với phó bí thư thường trực",
    ["Mục đích, việc cần hội nghị quyết định", "Hội nghị nào, ai triệu tập"],
    "chánh văn phòng Trần Minh Tâm",
    "15h35",
)
ROOM = ("Đặt phòng họp", ["Hội trường tầng 1"], "kế toán Bùi Văn Khoa", "1540")
PAPERS = (
    "Giao chuẩn bị tài liệu hội nghị",
    ["Ủy ban nhân dân xã (cơ quan chủ trì", "Tờ trình những vấn đề"],
    "chuyên viên tổng hợp Phạm Đức Long",
    "15:40",
)
LIST = (
    "Lập danh sách đề nghị mời dự",
    ["Người trực tiếp soạn thảo"],
    "chuyên viên tổng hợp Phạm Đức Long",
)


def work(course: Served) -> Any:
    """What lies on the disk."""
    return json.loads((course.folder / "tinh_huong_1" / "bai_lam.json").read_text("utf-8"))


def test_a_learner_plays_the_case_and_loses_nothing(course: Served, learner: Learner) -> None:
    page = learner.page
    page.goto(course.address)
    page.get_by_role("link", name="Tình huống 1").first.click()
    learner.wait_for_desk()
    learner.see("38 hộ nằm dưới chân đồi")
    learner.shot("tinh_huong")
    learner.tab("Văn phòng")
    learner.see("kiểm tra cơ sở, ngoài vùng phủ sóng")
    desk = page.locator(".vp-desk")
    learner.until(lambda: 40 < desk.evaluate("desk => desk.getBoundingClientRect().top") < 80)
    learner.shot("van_phong")

    for order in (CLEAR, ROOM, PAPERS):
        learner.give(*order)
    learner.shot("giao_viec")
    learner.see("Những việc đã giao (3)")
    learner.see("Đã lưu lúc")

    learner.run()
    learner.run()
    learner.see("Anh/chị xử lý thế nào?")
    learner.shot("tinh_tiet")
    learner.decide("Xin ý kiến thường trực, đề nghị Mặt trận lùi")
    learner.shot("da_quyet_dinh")

    # A new kernel half-way, an order half written.
    learner.write_order(*LIST, "17:10")
    learner.see("17:10 Thứ Ba 22/9")
    learner.until(lambda: "17:10" in str(work(course).get("draft")))
    learner.press("Mở lại")
    expect(page.get_by_text("Đang mở phòng làm việc…")).to_be_visible()
    learner.wait_for_desk()
    learner.see("Giao một việc")
    expect(page.get_by_role("textbox", name="Lúc")).to_have_value("17:10")
    learner.press("Giao việc")
    learner.see("Đã giao: Lập danh sách đề nghị mời dự")

    # Typing on, and a reload in the middle of it.
    learner.tab("Câu hỏi")
    page.get_by_role("textbox", name="Trả lời").press_sequentially("5")
    learner.until(lambda: "5" in work(course).get("answers", {}).values())
    page.reload()
    learner.wait_for_desk()
    learner.tab("Câu hỏi")
    expect(page.get_by_role("textbox", name="Trả lời")).to_have_value("5")
    learner.tab("Giao việc")
    learner.see("Những việc đã giao (4)")
    assert len(work(course)["orders"]) == 4
    assert work(course)["answers"] == {"so_phieu": "5"}

    learner.play_on()
    learner.see("tình huống đã kết thúc")
    learner.shot("dien_bien")

    learner.tab("Nhận xét")
    learner.press("Xem nhận xét")
    sheet = score_folder(CASE, course.folder / "tinh_huong_1")
    learner.see(f"{sheet.points:g}/{sheet.max_points:g} điểm".replace(".", ","))
    learner.see("Việc nên làm trước tiên")
    learner.shot("nhan_xet")
    assert 0 < sheet.points < sheet.max_points
