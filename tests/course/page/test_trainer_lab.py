"""The trainer's JupyterLab, from the same server as the learner's page."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ..served import Served


def test_a_trainer_opens_pages_runs_and_changes_them(page: Page, served: Served) -> None:
    """Opened, a page of the kit runs; once the trainer changes it, it is theirs and does not."""
    page.goto(served.url("lab/tree/01_bai.ipynb"))
    own = page.locator(".vp-own")
    expect(own.get_by_text("bài một", exact=True)).to_be_visible(timeout=60_000)
    expect(own.locator(".jp-CodeCell .jp-InputArea")).to_be_hidden()
    expect(page.locator("#jp-top-panel")).to_be_visible()

    page.locator(".jp-RenderedMarkdown").get_by_text("Đọc trước.").click()
    page.keyboard.press("Enter")
    expect(page.locator(".jp-MarkdownCell .cm-content")).to_be_focused()
    page.keyboard.type("Ghi chú của giảng viên. ")
    bar = page.locator(".vp-room-bar[data-state=changed]")
    expect(bar).to_contain_text("không tự chạy", timeout=20_000)
    expect(own).to_have_count(0)
    expect(page.locator(".jp-CodeCell .jp-InputArea")).to_be_visible()


def test_nbgraders_tools_come_with_jupyterlab(served: Served) -> None:
    """They are loaded when JupyterLab is first opened: a learner's start does without them."""
    served.read("lab")
    assert b"formgrader" in served.read("formgrader")
