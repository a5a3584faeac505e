"""A walk through the running course that takes pictures: the page, what is pressed, the camera."""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from .course.served import Served, opened

PICTURES = Path(__file__).resolve().parents[1] / "course" / "handbook_pictures"
LARGEST = 150_000
# What is drawn, not what the kit holds: a value set this way reaches no widget.
SHOW_ELSEWHERE = """(folder) => {
  const elsewhere = (words) => words.replaceAll(
    new RegExp(folder + '[^\\\\s”,;]*', 'g'),
    (path) => path.replace(folder, 'D:\\\\vanphong').replaceAll('/', '\\\\'));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode())
    if (walk.currentNode.data.includes(folder))
      walk.currentNode.data = elsewhere(walk.currentNode.data);
  for (const field of document.querySelectorAll('input, textarea'))
    if (field.value.includes(folder)) field.value = elsewhere(field.value);
}"""
# Playwright writes PNG, three times as large; the browser itself can write WebP.
AS_WEBP = """async (png) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.85).split(',')[1];
}"""


@dataclass(frozen=True)
class Walk:
    """One person before one screen: the page, where the files lie, the course if it runs."""

    page: Page
    workspace: Path
    served: Served | None = None

    def open(self, place: str) -> None:
        """Open a page of the course and wait until it is ready."""
        assert self.served is not None
        self.page.goto(self.served.url(place))

    def read(self, notebook: str) -> None:
        """The same for a learner's page."""
        self.open(f"notebooks/{notebook}.ipynb")
        expect(self.page.get_by_text("Sẵn sàng")).to_be_visible()
        self.page.wait_for_timeout(2000)

    def press(self, label: str) -> None:
        """Press the button that has exactly these words."""
        self.page.get_by_role("button", name=label, exact=True).filter(visible=True).first.click()

    def tab(self, title: str) -> None:
        """Bring a tab to the front."""
        self.page.get_by_role("tab", name=title, exact=True).click()

    def see(self, words: str) -> Locator:
        """Wait until the words are on the screen."""
        seen = self.page.get_by_text(words).filter(visible=True).first
        expect(seen).to_be_visible()
        return seen

    def take(self, name: str, top: Locator | None = None) -> None:
        """Take a picture, with `top` scrolled to the upper edge."""
        if top is not None:
            under = "190px" if self.page.locator(".vp-desk-head").count() else "60px"
            top.evaluate(
                "(e, under) => { e.style.scrollMarginTop = under; e.scrollIntoView(); }", under
            )
        self.page.mouse.move(1365, 767)
        self.page.evaluate(SHOW_ELSEWHERE, str(self.workspace))
        self.page.wait_for_timeout(1000)
        path = PICTURES / f"{name}.webp"
        shot = b64encode(self.page.screenshot()).decode()
        path.write_bytes(b64decode(self.page.evaluate(AS_WEBP, shot)))
        size = path.stat().st_size
        print(f"{path.name}: {size // 1000} KB", flush=True)
        if size > LARGEST:
            sys.exit(f"{path.name} is too large for the handbook")


@contextmanager
def walking(page: Page, folder: Path, *options: str) -> Iterator[Walk]:
    """The running course, with its files in a new folder; stopped afterwards."""
    with opened(folder, *options) as served:
        yield Walk(page, folder, served)
