"""The language pack: JupyterLab finds it, texts keep their places, no English is on the page."""

from __future__ import annotations

import json
import re
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from course.page import language

from ..served import Served
from .conftest import code_cell, notebook, text_cell, write

FOLDER = Path(language.__file__).parent
DOMAINS = sorted(FOLDER.glob("*.json"))
WORD = re.compile(r"[A-Za-z]{3,}")
PLACE = re.compile(r"%\d")
# Names of things, the same in every language; keys; the kernel's own address line.
NAMES = {"jupyter", "jupyterlab", "notebook", "markdown", "python", "nbclassic", "latex", "html"}
NAMES |= {"asciidoc", "restructured", "ctrl", "shift", "enter", "down", "alt", "esc", "pdf"}
# Written into the notebook page's program without a way to translate them: the kernel's state
# beside the menus ("Kernel Idle") and View > Left Sidebar > "Show ...". A page of the kit has
# neither.
UPSTREAM = re.compile(r"Kernel [A-Z]|Show ")

SHOWN = """() => {
  const found = [];
  const walker = document.createTreeWalker(
    document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const seen = node => node.checkVisibility({ visibilityProperty: true });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement;
      if (node.textContent.trim() && seen(parent) && !parent.closest('script, style, .cm-editor')) {
        found.push(node.textContent.trim());
      }
    } else if (seen(node)) {
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
        if (node.getAttribute(name)) found.push(node.getAttribute(name));
      }
    }
  }
  return found;
}"""


def pack(path: Path) -> dict[str, list[str]]:
    """The words of one domain, without the head."""
    content = json.loads(path.read_text(encoding="utf-8"))
    del content[""]
    words: dict[str, list[str]] = content
    return words


def english() -> set[str]:
    """Words that Jupyter uses in English and that no Vietnamese text of the pack holds."""
    words: set[str] = set()
    vietnamese: set[str] = set()
    for path in DOMAINS:
        for key, forms in pack(path).items():
            words |= {word.lower() for word in WORD.findall(key.split("\x04")[-1])}
            vietnamese |= {word.lower() for word in re.findall(r"\w+", forms[0])}
    return words - vietnamese - NAMES


def english_on(page: Page) -> list[str]:
    """What the page shows, or says to a listener, with an English word in it."""
    wrong = english()
    shown: list[str] = page.evaluate(SHOWN)
    return [text for text in shown if wrong & {word.lower() for word in WORD.findall(text)}]


@pytest.mark.parametrize("path", DOMAINS, ids=lambda path: path.stem)
def test_a_text_keeps_its_places_line_ends_and_edges(path: Path) -> None:
    for key, forms in pack(path).items():
        source = key.split("\x04")[-1]
        for form in forms:
            assert set(PLACE.findall(form)) >= set(PLACE.findall(source)), key
            assert form[:1].isspace() == source[:1].isspace(), key
            assert form[-1:].isspace() == source[-1:].isspace(), key


def test_jupyterlab_finds_the_pack_and_no_other_for_vietnamese() -> None:
    found = entry_points(group="jupyterlab.languagepack", name=language.LOCALE)
    assert [point.value for point in found] == [language.__name__]


def test_a_learners_page_holds_no_english(page: Page, served: Served) -> None:
    page.goto(served.url("notebooks/00_bat_dau.ipynb"))
    expect(page.locator(".vp-room-bar[data-state=ready]")).to_be_visible(timeout=60_000)
    assert english_on(page) == []


def wait_for_kernel(page: Page) -> None:
    """Wait until the notebook has its kernel: idle is also said before it is asked for."""
    expect(page.locator(".jp-Toolbar-kernelName")).to_have_text("Văn phòng", timeout=90_000)
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_attached(
        timeout=90_000
    )


def test_a_notebook_of_ones_own_has_vietnamese_menus_buttons_and_hints(
    page: Page, served: Served
) -> None:
    write(served.folder / "ghi_chep.ipynb", notebook(text_cell("# Ghi chép"), code_cell("1 + 1")))
    page.goto(served.url("notebooks/ghi_chep.ipynb"))
    wait_for_kernel(page)
    page.wait_for_timeout(1000)
    left = english_on(page)
    bar = page.locator(".lm-MenuBar-item:visible")
    assert bar.all_inner_texts() == [
        "Tệp", "Sửa", "Xem", "Chạy", "Phòng làm việc", "Cài đặt", "Trợ giúp"
    ]  # fmt: skip
    for place in range(bar.count()):
        bar.nth(place).click()
        page.wait_for_timeout(300)
        left += english_on(page)
        inner = page.locator(".lm-Menu-item[data-type=submenu]")
        for number in range(inner.count()):
            inner.nth(number).hover()
            page.wait_for_timeout(400)
            left += english_on(page)
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    assert [text for text in set(left) if not UPSTREAM.match(text)] == []


def test_restarting_asks_in_vietnamese(page: Page, served: Served) -> None:
    write(served.folder / "hỏi.ipynb", notebook(code_cell("1 + 1")))
    page.goto(served.url("notebooks/hỏi.ipynb"))
    wait_for_kernel(page)
    page.get_by_role("button", name="Mở lại phòng làm việc").first.click()
    dialog = page.locator(".jp-Dialog")
    expect(dialog).to_contain_text("Mở lại phòng làm việc?")
    assert [text for text in english_on(page) if not UPSTREAM.match(text)] == []
    dialog.locator("button", has_text="Thôi").click()
