"""The list of 180 rows in Chromium: searched, marked, pasted into, taken back, found again."""

from __future__ import annotations

import json
import time

from playwright.sync_api import Locator, expect

from ..served import Served
from .learner import Learner

PASTE = """(field, text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const how = { clipboardData: data, bubbles: true, cancelable: true };
  field.dispatchEvent(new ClipboardEvent('paste', how));
}"""
SEARCH_SECONDS = 2.0


def open_list(learner: Learner, course: Served) -> None:
    learner.page.goto(course.page("tinh_huong_2/tinh_huong_2"))
    learner.wait_for_desk()
    learner.tab("Bảng")
    expect(rows(learner).first).to_be_visible()


def rows(learner: Learner) -> Locator:
    return learner.page.locator(".vp-grid-frame tbody tr").filter(visible=True)


def cell(learner: Learner, column: str, row: int) -> Locator:
    """The learner's field in a column, in the row with this place on screen (from 0)."""
    return rows(learner).nth(row).locator(f"[aria-label^='{column}:']")


def written(course: Served) -> dict[str, dict[str, dict[str, str]]]:
    path = course.folder / "tinh_huong_2" / "bai_lam.json"
    content = json.loads(path.read_text("utf-8"))
    tables: dict[str, dict[str, dict[str, str]]] = content.get("tables", {})
    return tables


def test_a_long_list_is_searched_marked_and_found_again_after_a_reload(
    course: Served, learner: Learner
) -> None:
    page = learner.page
    open_list(learner, course)
    learner.see("Hiện 180/180 hàng")
    learner.shot("bang")

    # Without diacritics, at the speed of typing.
    begun = time.monotonic()
    page.get_by_label("Tìm trong bảng").fill("nong thi")
    expect(rows(learner)).not_to_have_count(180)
    assert time.monotonic() - begun < SEARCH_SECONDS
    for words in rows(learner).all_inner_texts():
        assert "Nông Thị" in words.replace("\n", " ")
    learner.press("Bỏ lọc")
    expect(rows(learner)).to_have_count(180)

    # A mark and a note, by keyboard from cell to cell.
    cell(learner, "Phát hiện", 0).select_option(label="Đã mất, chưa báo giảm")
    cell(learner, "Ghi chú", 0).focus()
    page.keyboard.type("Trưởng thôn báo")
    page.keyboard.press("Enter")
    expect(cell(learner, "Ghi chú", 1)).to_be_focused()
    learner.see("Phát hiện: 1 · Ghi chú: 1")

    # Several rows at once, one step back, and again.
    page.get_by_label("Tích hàng 3", exact=True).click()
    page.get_by_label("Tích hàng 6", exact=True).click(modifiers=["Shift"])
    learner.see("4 hàng đã tích")
    page.get_by_label("Ghi: Phát hiện").select_option(label="Đoàn khác đã nhận thăm")
    learner.press("Ghi vào các hàng này")
    learner.see("Phát hiện: 5")
    learner.shot("ghi_nhieu_hang")
    learner.press("Hoàn tác")
    learner.see("Phát hiện: 1 ·")
    learner.press("Làm lại")
    learner.see("Phát hiện: 5")

    # A block from Excel, with one cell that fits nothing.
    block = "Đã mất, chưa báo giảm\ttheo xóm\r\nlạ\tkhông rõ\r\n"
    cell(learner, "Phát hiện", 8).evaluate(PASTE, block)
    learner.see("Chưa ghi 1 ô")
    learner.see("Phát hiện: 6 · Ghi chú: 3")

    page.reload()
    learner.wait_for_desk()
    learner.tab("Bảng")
    learner.see("Phát hiện: 6 · Ghi chú: 3")
    expect(cell(learner, "Ghi chú", 8)).to_have_value("theo xóm")
    learner.press("Hoàn tác")
    learner.see("Phát hiện: 5 · Ghi chú: 1")
    assert written(course)["ra_soat"]["h001"] == {"ghi_chu": "Trưởng thôn báo", "loi": "da_mat"}

    # Filtered by one's own marks; sorted by the given name, then by year.
    page.get_by_label("Lọc theo Phát hiện").select_option(label="Đoàn khác đã nhận thăm")
    expect(rows(learner)).to_have_count(4)
    learner.press("Bỏ lọc")
    learner.press("Năm sinh")
    years = [int(words) for words in rows(learner).locator("td:nth-child(4)").all_inner_texts()]
    assert years == sorted(years)


def test_families_are_chosen_by_ticks_and_given_a_delegation_and_an_hour(
    course: Served, learner: Learner
) -> None:
    page = learner.page
    open_list(learner, course)
    learner.press("Chọn gia đình thăm trực tiếp")
    learner.see("Thăm trực tiếp: 0/16")
    for row in (0, 2, 5):
        cell(learner, "Thăm trực tiếp", row).check()
    cell(learner, "Lý do chọn", 0).fill("Hộ cận nghèo, từ 2019 chưa ai thăm")
    learner.see("Thăm trực tiếp: 3/16 · Lý do chọn: 1")
    learner.press("Đoàn và lịch trình")
    learner.see("Hiện 3/3 hàng")
    cell(learner, "Đoàn", 0).select_option(label="Đoàn 2 (phó bí thư thường trực)")
    cell(learner, "Giờ đến", 0).fill("8g15")
    page.keyboard.press("Enter")
    expect(cell(learner, "Giờ đến", 0)).to_have_value("08:15")
    note = rows(learner).nth(0).locator("td.vp-grid-note")
    expect(note).to_contain_text("Từ thôn Mây Thượng")
    expect(note).to_have_attribute("data-kind", "fits")
    cell(learner, "Giờ đến", 1).fill("sáng sớm")
    page.keyboard.press("Enter")
    learner.see("Giờ viết theo kiểu 24 giờ")
    expect(cell(learner, "Giờ đến", 1)).to_have_value("sáng sớm")
    expect(cell(learner, "Giờ đến", 1)).to_have_attribute("aria-invalid", "true")
    why = rows(learner).nth(1).locator(".vp-grid-why")
    expect(why).to_contain_text("Giờ viết theo kiểu 24 giờ")
    learner.shot("lich_trinh")
    assert written(course)["lich"] == {"h001": {"doan": "doan2", "gio": "08:15"}}
