"""A learner in Chromium: from the first page into a lesson, answering, stopping, going on."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from course import lesson_index

from ..served import Served
from .conftest import open_page, wait_until_ready

FIRST_PAGE = "00_bat_dau.ipynb"
LESSON = lesson_index.load()[0].file
PAGES = [FIRST_PAGE, *(lesson.file for lesson in lesson_index.load())]
# What sticks out of the page, so that one would have to scroll sideways.
WIDER_THAN_SCREEN = """() => {
  const edge = document.documentElement.clientWidth + 1;
  const outer = document.querySelector('.jp-WindowedPanel-outer');
  const kinds = '.vp-quiz-card, .vp, button, select, input, table, svg';
  return [...outer.querySelectorAll(kinds)]
    .filter(e => e.offsetParent !== null && !e.closest('.vp-table'))
    .filter(e => e.getBoundingClientRect().right > edge)
    .map(e => e.className.toString().slice(0, 60));
}"""
CUT = """() => [...document.querySelectorAll('.jp-OutputArea-output button')]
  .filter(b => b.offsetParent !== null && (b.scrollWidth > b.clientWidth + 1))
  .map(b => b.textContent)"""


def card(page: Page, words: str) -> Locator:
    """The question that holds these words."""
    return page.locator(".vp-quiz-card", has_text=words)


def test_from_the_first_page_one_press_leads_into_the_lesson(course: Served, page: Page) -> None:
    open_page(course, page, FIRST_PAGE)
    expect(page.get_by_role("heading", name="Chào anh/chị, mời vào")).to_be_visible()

    with page.expect_navigation():
        page.locator("a.vp-big-link").click()
    wait_until_ready(page)

    expect(page.get_by_role("heading", name="7 giờ 30 sáng thứ Hai")).to_be_visible()


def test_answers_drafts_and_sections_survive_a_new_kernel_and_a_reload(
    course: Served, page: Page
) -> None:
    open_page(course, page, LESSON)
    position = card(page, "không thể thiếu, không thể thay thế")
    position.get_by_text("gắn liền với hoạt động của cấp ủy").click()
    position.get_by_role("button", name="Trả lời").click()
    expect(position.get_by_text("Đúng rồi")).to_be_visible()
    expect(position.get_by_text("Nguồn: Chuyên đề 7, dòng 44-56")).to_be_visible()
    draft = card(page, "Hoàng Văn Thái đi công tác")
    draft.get_by_text("Báo cáo ngay phó bí thư thường trực").click()
    page.get_by_role("button", name="Tôi đã học xong mục này").first.click()
    expect(page.get_by_text("Đã học xong, đã lưu")).to_be_visible()

    page.get_by_role("button", name="Mở lại").click()
    page.wait_for_selector('.vp-room-bar[data-state="starting"]')
    wait_until_ready(page)
    expect_as_left(page)
    page.reload()
    wait_until_ready(page)
    expect_as_left(page)

    saved = json.loads((course.folder / "tien_do.json").read_text(encoding="utf-8"))
    answers = [event for event in saved["events"] if event["kind"] == "answer"]
    assert [(event["question"], event["score"]) for event in answers] == [
        ("i-vi-tri-khong-the-thieu", 1.0)
    ]


def expect_as_left(page: Page) -> None:
    """The page shows the answer, the draft and the section as the learner left them."""
    expect(
        card(page, "không thể thiếu, không thể thay thế").get_by_text("Đúng rồi")
    ).to_be_visible()
    draft = card(page, "Hoàng Văn Thái đi công tác")
    expect(draft.get_by_label("Báo cáo ngay phó bí thư thường trực")).to_be_checked()
    expect(page.get_by_text("Đã học xong, đã lưu")).to_be_visible()


def test_the_first_page_knows_where_one_stopped(course: Served, page: Page) -> None:
    open_page(course, page, LESSON)
    open_page(course, page, FIRST_PAGE)

    expect(page.get_by_role("heading", name="Chào anh/chị trở lại")).to_be_visible()
    expect(page.locator("a.vp-big-link")).to_contain_text("Học tiếp Bài 1.1")


def test_a_question_can_be_answered_with_the_keyboard_alone(course: Served, page: Page) -> None:
    open_page(course, page, LESSON)
    question = card(page, "đóng dấu mật (mô phỏng)")
    question.get_by_role("radio").first.focus()

    page.keyboard.press("Space")
    expect(question.get_by_role("radio").first).to_be_checked()
    for _ in range(4):  # three more choices, then the button
        page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="Trả lời")).to_be_focused()
    page.keyboard.press("Enter")

    expect(question.locator(".vp-notice-title")).to_be_visible()
    expect(question.get_by_role("button", name="Làm lại")).to_be_focused()


def test_the_in_tray_keeps_the_keyboard_at_the_next_thing_to_press(
    course: Served, page: Page
) -> None:
    open_page(course, page, "01_3_bon_nhom_con_lai.ipynb")
    tray = page.locator(".vp-tray")
    tray.get_by_role("button", name="Nhóm 1").focus()

    page.keyboard.press("Enter")
    expect(tray.get_by_role("button", name="Việc tiếp theo")).to_be_focused()
    page.keyboard.press("Enter")

    expect(tray.get_by_role("button", name="Nhóm 1")).to_be_focused()
    expect(tray.get_by_text("Đã phân: 1/12")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_and_no_button_is_cut_also_at_200_percent(
    course: Served, page: Page, name: str
) -> None:
    open_page(course, page, name)

    for width, height in ((1366, 768), (683, 384)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(500)
        assert page.evaluate(WIDER_THAN_SCREEN) == []
        assert page.evaluate(CUT) == []
