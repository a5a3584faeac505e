"""Reviewing and the two tests in Chromium: with the keyboard alone, with a reload in the middle,
in two windows, at 200 percent."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from course import lesson_index

from ..served import Served
from .conftest import open_page, wait_until_ready
from .test_lessons_in_browser import CUT, WIDER_THAN_SCREEN

REVIEW, TESTS = "on_tap.ipynb", "kiem_tra.ipynb"
FIELDS = "input, select, .vp-quiz-steps button"


def asked(page: Page) -> Locator:
    """The question of the review page."""
    return page.locator(".vp-review .vp-quiz-card")


def stem(page: Page) -> str:
    return asked(page).locator(".vp-quiz-stem").first.inner_text()


def answer_with_keys(page: Page, card: Locator) -> None:
    """Put something into every field with the keyboard, from the first field on."""
    fields = card.locator(FIELDS)
    fields.first.focus()
    done: set[str] = set()
    for place in range(fields.count()):
        field = fields.nth(place)
        kind = field.evaluate("e => e.tagName + (e.type || '')")
        name = field.get_attribute("name") or str(place)
        field.focus()
        if kind == "SELECTselect-one":
            page.keyboard.press("ArrowDown")
        elif kind == "INPUTtext":
            page.keyboard.type("3")
        elif kind != "INPUTradio" or name not in done:
            page.keyboard.press("Space")
        done.add(name)
    page.wait_for_timeout(300)


def focused(page: Page) -> str:
    """The words of what has the keyboard."""
    return str(page.evaluate("document.activeElement.textContent"))


def events(course: Served) -> list[dict[str, object]]:
    saved = json.loads((course.folder / "tien_do.json").read_text(encoding="utf-8"))
    return list(saved.get("events", []))


def test_a_day_of_review_goes_with_the_keyboard_alone(course: Served, page: Page) -> None:
    open_page(course, page, REVIEW)
    first = stem(page)
    answer_with_keys(page, asked(page))
    asked(page).get_by_role("button", name="Trả lời").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Câu tiếp theo")).to_be_focused()
    expect(asked(page).locator(".vp-notice-title")).to_be_visible()

    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Để câu này sau")).to_be_focused()
    expect(page.get_by_text("Hôm nay đã ôn: 1/")).to_be_visible()
    assert stem(page) != first
    page.keyboard.press("Tab")  # into the new question, not past it
    assert asked(page).evaluate("card => card.contains(document.activeElement)")


def test_a_reload_in_the_middle_brings_the_question_back_as_it_was(
    course: Served, page: Page
) -> None:
    open_page(course, page, REVIEW)
    before = stem(page)
    answer_with_keys(page, asked(page))
    state = FORM_STATE
    filled = asked(page).evaluate(state)

    page.reload()
    wait_until_ready(page)

    expect(asked(page)).to_be_visible()
    assert stem(page) == before
    assert asked(page).evaluate(state) == filled


FORM_STATE = """card => [...card.querySelectorAll('input, select, .vp-quiz-steps button')]
  .map(e => [e.checked, e.value, e.textContent])"""


def test_two_windows_do_not_ask_the_same_twice(course: Served, page: Page) -> None:
    other = page.context.new_page()
    open_page(course, page, REVIEW)
    open_page(course, other, REVIEW)
    assert stem(page) == stem(other)
    first = stem(page)
    answer_with_keys(other, asked(other))
    asked(other).get_by_role("button", name="Trả lời").click()
    expect(asked(other).locator(".vp-notice-title")).to_be_visible()

    page.get_by_role("button", name="Để câu này sau").click()

    expect(asked(page).get_by_text(first)).to_have_count(0)


def test_a_copy_taken_home_can_be_taken_in_again(
    course: Served, page: Page, tmp_path: Path
) -> None:
    open_page(course, page, REVIEW)
    page.get_by_role("button", name="Tải bản sao tiến độ").click()
    with page.expect_download() as saving:
        page.get_by_role("link", name="Lưu tien_do_").click()
    copy = tmp_path / saving.value.suggested_filename
    saving.value.save_as(copy)
    record = json.loads(copy.read_text(encoding="utf-8"))
    assert record["events"] == events(course)
    answer = {"kind": "answer", "question": "i-vi-tri-lan-vai", "score": 1.0}
    record["events"].append({"id": "may-khac-1", "at": "2026-11-01T08:00:00", **answer})
    copy.write_text(json.dumps(record), encoding="utf-8")

    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Nhận bản sao từ máy khác").click()
    choosing.value.set_files(copy)
    expect(page.get_by_text("trong đó 1 mục máy này chưa có")).to_be_visible()
    page.get_by_role("button", name="Gộp vào tiến độ của tôi").click()

    expect(page.get_by_text("Đã gộp thêm 1 mục.")).to_be_visible()
    assert "may-khac-1" in {event["id"] for event in events(course)}


def test_a_test_is_begun_left_and_handed_in_with_the_keyboard_alone(
    course: Served, page: Page
) -> None:
    open_page(course, page, TESTS)
    page.get_by_label("Mã đề (nếu có):").first.focus()
    page.keyboard.type("Lớp K12")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    place = page.get_by_label("Đang ở:").first
    expect(place).to_be_focused()
    form = page.locator(".vp-quiz-card").filter(has_text="Câu 1/20").first
    answer_with_keys(page, form)
    page.get_by_role("button", name="Câu sau").first.focus()
    page.keyboard.press("Enter")
    expect(place).to_be_focused()
    expect(page.get_by_text("Câu đã trả lời, đã lưu: 1/20")).to_be_visible()

    page.reload()
    wait_until_ready(page)

    expect(page.get_by_text("Câu đã trả lời, đã lưu: 1/20")).to_be_visible()
    expect(page.get_by_text("Câu 2/20 ·")).to_be_visible()
    hand_in = page.get_by_role("button", name="Nộp bài kiểm tra").first
    hand_in.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Còn 19 câu chưa trả lời xong")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Những câu này đã vào lịch ôn tập.")).to_be_visible()
    kinds = [event["kind"] for event in events(course)]
    assert kinds.count("test_finished") == 1


def test_a_link_to_what_is_weak_opens_at_its_section(course: Served, page: Page) -> None:
    open_page(course, page, TESTS)
    # The questions are drawn anew for every run: the first row may be one answered right.
    to_lesson = page.locator("a", has_text="Đọc lại")
    row = page.locator(".vp-test-row").filter(has=to_lesson).first
    row.locator("> summary").click()
    link = row.locator("a", has_text="Đọc lại").first
    goal = link.get_attribute("href") or ""
    title = next(
        section.title
        for lesson in lesson_index.load()
        for section in lesson.sections
        if goal == f"{lesson.file}#{quote(section.title.replace(' ', '-'))}"
    )
    with page.expect_navigation():
        link.click()
    wait_until_ready(page)

    heading = page.get_by_role("heading", name=title).first
    expect(heading).to_be_in_viewport(timeout=90_000)


@pytest.mark.parametrize("name", [REVIEW, TESTS])
def test_nothing_sticks_out_also_at_200_percent(course: Served, page: Page, name: str) -> None:
    open_page(course, page, name)

    for width, height in ((1366, 768), (683, 384)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(500)
        assert page.evaluate(WIDER_THAN_SCREEN) == []
        assert page.evaluate(CUT) == []
