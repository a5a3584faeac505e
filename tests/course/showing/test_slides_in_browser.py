"""The slides in a browser: keys, answers at the next step, the trainer's own window."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from course import lesson_index
from course.showing.files import write_slides
from course.showing.time_plan import Plan

LESSON = lesson_index.load()[0]


def opened(page: Page, folder: Path) -> Page:
    (path,) = write_slides([LESSON], Plan.FULL, folder)
    page.goto(path.as_uri())
    expect(page.locator(".vp-deck-place")).to_have_text("1/27")
    return page


def test_an_answer_comes_one_step_after_its_question(page: Page, tmp_path: Path) -> None:
    opened(page, tmp_path)
    answer = page.locator(".vp-slide:visible .vp-answer")
    while answer.count() == 0:
        page.keyboard.press("ArrowRight")
    expect(answer).to_be_hidden()
    place = page.locator(".vp-deck-place").inner_text()
    page.keyboard.press("ArrowRight")
    expect(answer).to_be_visible()
    expect(page.locator(".vp-deck-place")).to_have_text(place)


def test_the_trainers_window_shows_the_notes_and_turns_the_wall(page: Page, tmp_path: Path) -> None:
    opened(page, tmp_path)
    page.keyboard.press("ArrowRight")
    with page.expect_popup() as waiting:
        page.get_by_role("button", name="Màn hình giảng viên").click()
    trainer = waiting.value
    expect(trainer.locator(".vp-notes")).to_be_visible()
    trainer.keyboard.press("ArrowRight")
    trainer.keyboard.press("ArrowRight")
    expect(trainer.locator(".vp-notes > div:visible")).to_contain_text("Khóa học này dành cho")
    expect(page.locator(".vp-deck-place")).to_have_text("3/27")


def test_every_slide_fits_the_width_of_the_wall(page: Page, tmp_path: Path) -> None:
    opened(page, tmp_path)
    page.set_viewport_size({"width": 1366, "height": 768})
    for _ in range(26):
        body = page.locator(".vp-slide:visible .vp-slide-body")
        assert body.evaluate("node => node.scrollWidth <= node.clientWidth")
        page.keyboard.press("PageDown")
