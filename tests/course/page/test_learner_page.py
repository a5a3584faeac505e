"""The learner's page in a real browser: it runs and hides its code, and no other notebook runs."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..served import Served
from .conftest import code_cell, notebook, text_cell, write

FIRST = "00_bat_dau.ipynb"
READY = ".vp-room-bar[data-state=ready]"
# What Jupyter's own pages raise, with or without the kit's extension.
UPSTREAM = {
    "Cannot read properties of undefined (reading 'schema')",  # at every start
    "Command 'filebrowser:open-path' not registered.",  # once JupyterLab was open in the folder
}


@pytest.fixture(scope="module")
def open_lesson(context: BrowserContext, served: Served) -> Page:
    """The first page of the course; it stays open while the tests use it."""
    return opened(context.new_page(), served, FIRST)


@pytest.fixture
def lesson(open_lesson: Page) -> Page:
    """The first page of the course, ready whatever happened to it before."""
    open_lesson.set_viewport_size({"width": 1366, "height": 768})
    expect(open_lesson.locator(READY)).to_be_visible(timeout=90_000)
    return open_lesson


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab of its own, beside the one that stays open."""
    tab = context.new_page()
    yield tab
    tab.close()


def opened(page: Page, served: Served, name: str) -> Page:
    """The page of a notebook of the kit once it says that it is ready."""
    page.goto(served.url(f"notebooks/{name}"))
    expect(page.locator(READY)).to_be_visible(timeout=60_000)
    return page


def runs(page: Page) -> list[tuple[int, int]]:
    """How often, and in which process, the page says that its code ran."""
    found = re.findall(r"lần (\d+) của (\d+)", page.locator(".jp-Notebook").inner_text())
    return [(int(times), int(process)) for times, process in found]


def wait_for_other_process(page: Page, process: int) -> int:
    """The process that shows the page now, once it is not the old one any more."""
    end = time.monotonic() + 90  # a busy machine is slow, not wrong
    while time.monotonic() < end:
        for _, now in runs(page):
            if now != process:
                return now
        page.wait_for_timeout(100)
    raise AssertionError(f"still {runs(page)}")


def test_a_page_of_the_kit_runs_at_open_and_shows_no_code(lesson: Page) -> None:
    assert len(runs(lesson)) == 1
    for code in lesson.locator(".jp-CodeCell .jp-InputArea").all():
        assert not code.is_visible()
    assert "import" not in lesson.inner_text("body")
    assert lesson.title() == "Bắt đầu"


def test_nothing_of_jupyter_is_in_the_learners_way(lesson: Page) -> None:
    words = lesson.inner_text("body")
    for english in ("File", "Kernel", "Jupyter", "Trusted", "Code", "Markdown"):
        assert english not in words
    assert lesson.get_attribute("html", "lang") == "vi"
    lesson.set_viewport_size({"width": 600, "height": 500})
    lesson.set_viewport_size({"width": 1366, "height": 768})
    expect(lesson.locator("#top-panel-wrapper")).to_be_hidden()


def test_cells_of_the_marking_are_hidden_and_not_run(lesson: Page) -> None:
    assert "KHÔNG ĐƯỢC CHẠY" not in lesson.inner_text("body")
    expect(lesson.locator(".jp-Cell.vp-mark")).to_be_hidden()


def test_the_page_starts_at_its_top(lesson: Page) -> None:
    scroller = lesson.locator(".jp-WindowedPanel-outer")
    assert scroller.evaluate("node => node.scrollHeight > node.clientHeight")
    assert scroller.evaluate("node => node.scrollTop") == 0


def test_a_restart_by_anybody_runs_the_page_again(lesson: Page, served: Served) -> None:
    _, process = runs(lesson)[0]
    served.ask(f"api/kernels/{served.kernel_of(FIRST)}/restart", "POST", {})
    now = wait_for_other_process(lesson, process)
    assert runs(lesson) == [(1, now)]


def test_the_button_of_the_page_restarts_it(lesson: Page) -> None:
    _, process = runs(lesson)[0]
    lesson.get_by_role("button", name="Mở lại").click()
    wait_for_other_process(lesson, process)
    expect(lesson.locator(READY)).to_be_visible()


def test_a_kernel_that_died_comes_back_without_a_word_of_english(lesson: Page) -> None:
    import psutil

    _, process = runs(lesson)[0]
    psutil.Process(process).kill()
    wait_for_other_process(lesson, process)
    expect(lesson.locator(READY)).to_be_visible()
    expect(lesson.locator(".jp-Dialog")).to_have_count(0)


def test_a_kernel_that_is_gone_can_be_had_back_by_one_click(lesson: Page, served: Served) -> None:
    _, process = runs(lesson)[0]
    served.ask(f"api/kernels/{served.kernel_of(FIRST)}", "DELETE")
    bar = lesson.locator(".vp-room-bar[data-state=dead]")
    expect(bar).to_contain_text("bài của anh/chị đã được lưu", timeout=90_000)
    lesson.get_by_role("button", name="Mở lại phòng làm việc").click()
    wait_for_other_process(lesson, process)


def test_a_page_that_has_not_yet_seen_its_kernel_go_can_be_had_back(
    lesson: Page, served: Served
) -> None:
    _, process = runs(lesson)[0]
    served.ask(f"api/kernels/{served.kernel_of(FIRST)}", "DELETE")
    lesson.get_by_role("button", name="Mở lại").click()
    wait_for_other_process(lesson, process)
    expect(lesson.locator(READY)).to_be_visible(timeout=90_000)


def test_using_a_page_leaves_its_file_as_it_was(lesson: Page, served: Served) -> None:
    file = served.folder / FIRST
    before = file.read_bytes()
    lesson.get_by_label("Ý kiến").fill("Tôi đồng ý")
    lesson.keyboard.press("Control+s")
    lesson.reload()
    expect(lesson.locator(READY)).to_be_visible(timeout=60_000)
    assert file.read_bytes() == before


def test_slips_of_the_keyboard_change_nothing(lesson: Page) -> None:
    ran = runs(lesson)
    cells = lesson.locator(".jp-Cell").count()
    lesson.get_by_role("heading", name="Chào anh/chị").dblclick()
    lesson.locator(".jp-MarkdownCell").first.click()
    for key in ("Escape", "a", "b", "d", "d", "x", "m", "y", "0", "0", "Shift+Enter"):
        lesson.keyboard.press(key)
    lesson.get_by_label("Ý kiến").click()
    lesson.keyboard.type("tốt")
    for key in ("Shift+Enter", "Control+Enter", "Escape", "d", "d"):
        lesson.keyboard.press(key)
    assert lesson.get_by_label("Ý kiến").input_value() == "tốtdd"
    assert lesson.locator(".jp-Cell").count() == cells
    assert lesson.locator(".jp-MarkdownCell.jp-mod-rendered").count() == 2
    assert runs(lesson) == ran
    expect(lesson.locator(".jp-Dialog")).to_have_count(0)


def test_a_link_to_the_next_page_opens_in_the_same_tab(page: Page, served: Served) -> None:
    opened(page, served, FIRST)
    page.get_by_role("link", name="bài kế tiếp").click()
    page.wait_for_url("**/notebooks/01_bai.ipynb")
    expect(page.get_by_text("bài một", exact=True)).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Trang đầu").click()
    page.wait_for_url(f"**/notebooks/{FIRST}")


def test_an_assignment_runs_and_takes_no_code_from_its_folder(page: Page, served: Served) -> None:
    """A stranger's `docx.py` that came with the assignment's files is never imported."""
    folder = served.folder / "tinh_huong_1"
    for module in ("ipykernel_launcher", "ipykernel", "json", "simpy"):
        (folder / f"{module}.py").write_text("open('đã_chạy', 'w').close()", encoding="utf-8")
    opened(page, served, "tinh_huong_1/tinh_huong_1.ipynb")
    assert "bài tập" in page.locator(".jp-OutputArea").inner_text()
    assert not (folder / "đã_chạy").exists()


def test_a_page_twice_as_large_needs_no_scrolling_sideways(lesson: Page) -> None:
    lesson.set_viewport_size({"width": 683, "height": 384})
    scroller = lesson.locator(".jp-WindowedPanel-outer")
    assert scroller.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert lesson.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_part_that_fails_is_told_in_vietnamese_and_the_rest_is_there(
    page: Page, served: Served
) -> None:
    page.goto(served.url("notebooks/02_lỗi.ipynb"))
    bar = page.locator(".vp-room-bar[data-state=faulty]")
    expect(bar).to_contain_text("Một phần của trang chưa mở được", timeout=60_000)
    expect(page.get_by_text("phần sau vẫn có", exact=True)).to_be_visible()
    words = page.inner_text("body")
    assert "ZeroDivisionError" not in words
    assert "cảnh báo" not in words


def test_a_link_into_a_page_leads_to_its_section(page: Page, served: Served) -> None:
    page.goto(served.url("notebooks/02_lỗi.ipynb") + "#Mục-cuối")
    expect(page.get_by_role("heading", name="Mục cuối")).to_be_in_viewport(timeout=60_000)


def foreign() -> list[tuple[str, dict[str, Any]]]:
    """Notebooks that are not the kit's, as near to it as a stranger can come."""
    code = code_cell("from pathlib import Path; Path('đã_chạy').touch()")
    own = notebook(text_cell("# Chào anh/chị\n\nXem [bài kế tiếp](01_bai.ipynb)."), code)
    listed = own | {"metadata": own["metadata"] | {"vanphong": True, "vanphongNotebooks": ["x"]}}
    return [(f"khác/{FIRST}", own), ("của_người_lạ.ipynb", listed)]


@pytest.mark.parametrize(("name", "content"), foreign(), ids=["same name", "our metadata"])
def test_no_other_notebook_runs(
    page: Page, served: Served, name: str, content: dict[str, Any]
) -> None:
    write(served.folder / name, content)
    page.goto(served.url(f"notebooks/{name}"))
    expect(page.locator("body.vp-known")).to_be_attached(timeout=60_000)
    expect(page.locator(".jp-CodeCell .jp-InputArea").first).to_be_visible()
    until_kernel_is_idle(page, served, name)
    page.wait_for_timeout(500)
    assert not list(served.folder.rglob("đã_chạy"))
    assert page.locator(".vp-own").count() == 0
    notices = page.locator(".vp-room-bar").all_inner_texts()
    assert len(notices) == (1 if name.endswith(FIRST) else 0)
    assert all("không phải bản gốc" in notice for notice in notices)


def until_kernel_is_idle(page: Page, served: Served, name: str) -> None:
    """Wait until a page that ran by itself would have run."""
    for _ in range(100):
        kernels = [one["kernel"] for one in served.ask("api/sessions") if one["path"] == name]
        if kernels and kernels[0]["execution_state"] == "idle":
            return
        page.wait_for_timeout(100)
    raise AssertionError("the kernel did not start")


def test_a_page_that_was_changed_does_not_run_until_the_original_is_back(
    page: Page, served: Served
) -> None:
    file = served.folder / "01_bai.ipynb"
    original = file.read_bytes()
    changed = json.loads(original)
    changed["cells"][1]["source"] += "\nprint('thêm')"
    write(file, changed)
    page.goto(served.url("notebooks/01_bai.ipynb"))
    expect(page.locator(".vp-room-bar")).to_contain_text("đã bị sửa", timeout=60_000)
    until_kernel_is_idle(page, served, "01_bai.ipynb")
    assert page.locator(".jp-OutputArea-output").count() == 0
    page.get_by_role("button", name="Lấy lại bản gốc").click()
    expect(page.locator(READY)).to_be_visible(timeout=60_000)
    assert file.read_bytes() == original
    kept = list((served.folder / ".luu_cu").glob("01_bai-*.ipynb"))
    assert any("thêm" in path.read_text(encoding="utf-8") for path in kept)


def test_no_request_leaves_this_machine_and_no_script_fails(page: Page, served: Served) -> None:
    asked: list[str] = []
    failed: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(error.message))
    page.on("console", lambda line: failed.append(line.text) if line.type == "error" else None)
    opened(page, served, FIRST)
    page.wait_for_timeout(500)
    home = (served.base, served.base.replace("http", "ws"), "data:", "blob:")
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith(home)] == []
    assert [line for line in failed if line not in UPSTREAM] == []
