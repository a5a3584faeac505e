"""The desk by keyboard alone, as somebody without a mouse goes through it."""

from __future__ import annotations

from playwright.sync_api import expect

from ..served import Served
from .learner import Learner


def test_a_learner_without_a_mouse_orders_runs_and_decides(
    course: Served, learner: Learner
) -> None:
    page, keys = learner.page, learner.page.keyboard
    page.goto(course.address)
    page.get_by_role("link", name="Tình huống 1").first.focus()
    keys.press("Enter")
    learner.wait_for_desk()

    # Arrows go along the tabs, Enter opens one.
    page.get_by_role("tab", name="Tình huống").focus()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    keys.press("Enter")
    expect(page.get_by_role("tab", name="Giao việc")).to_have_attribute("aria-selected", "true")

    # From the list of tasks by Tab to the choices, by arrow among them, on to who and when.
    page.get_by_role("combobox", name="Việc", exact=True).select_option(label="Đặt phòng họp")
    expect(page.get_by_label("Hội trường tầng 1")).to_be_visible()
    page.get_by_role("combobox", name="Việc", exact=True).focus()
    keys.press("Tab")
    keys.press("Space")
    keys.press("ArrowDown")
    expect(page.get_by_label("Phòng họp số 2")).to_be_checked()
    keys.press("ArrowUp")
    page.get_by_role("combobox", name="Ai làm").select_option(label="kế toán Bùi Văn Khoa")
    page.get_by_role("textbox", name="Lúc").focus()
    keys.press("Control+A")
    keys.type("15h40")
    keys.press("Tab")
    keys.press("Enter")
    learner.see("Đã giao: Đặt phòng họp")
    learner.see("Phòng: Hội trường tầng 1")

    # The keyboard stands where the work goes on.
    learner.button("Cho văn phòng chạy tới việc kế tiếp").focus()
    for _ in range(2):
        before = learner.clock.inner_text()
        keys.press("Enter")
        expect(learner.clock).not_to_have_text(before)
    expect(learner.button("Quyết định")).to_be_focused()
    keys.press("Shift+Tab")
    keys.press("Space")
    keys.press("Tab")
    keys.press("Enter")
    expect(learner.button("Đồng ý, quyết định")).to_be_focused()
    keys.press("Enter")
    expect(learner.button("Cho văn phòng chạy tới việc kế tiếp")).to_be_focused()
    learner.see("anh/chị đã quyết định")


def test_letters_pressed_beside_a_field_change_nothing_on_the_page(
    course: Served, learner: Learner
) -> None:
    page = learner.page
    page.goto(course.page("tinh_huong_1/tinh_huong_1"))
    learner.wait_for_desk()
    page.get_by_role("tab", name="Giao việc").click()
    learner.button("Trước hội nghị").focus()
    for key in ("Shift+A", "Shift+B", "d", "d", "a", "x", "z", "m", "Escape"):
        page.keyboard.press(key)
    page.wait_for_timeout(500)
    learner.see("Sẵn sàng")
    learner.see("Giao một việc")
    expect(page.get_by_text("Trang này đã bị sửa")).to_have_count(0)
