"""A learner at the desk, who knows only what stands on the screen: labels, buttons, words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

# What sticks out of the window, so that one would have to scroll sideways.
STICKS_OUT = """() => {
  const edge = document.documentElement.clientWidth + 1;
  const kinds = ':is(button, select, input, textarea, svg, canvas, .vp)';
  return [...document.querySelectorAll(`.vp-desk ${kinds}`)]
    .filter(e => e.offsetParent !== null && !e.closest('.vp-table'))
    .filter(e => e.getBoundingClientRect().right > edge)
    .map(e => e.className.toString().slice(0, 60));
}"""
# Buttons whose words do not fit into them.
CUT = """() => [...document.querySelectorAll('.vp-desk button')]
  .filter(b => b.offsetParent !== null && b.scrollWidth > b.clientWidth + 1)
  .map(b => b.textContent)"""

PATIENCE = 600
"""How often one looks, ten times a second, before one gives up."""


@dataclass
class Learner:
    """One person before one screen; `shots` is where pictures of the screen go.

    `within` is the desk that he or she works at where the page holds several.
    """

    page: Page
    shots: Path
    within: Locator | None = None
    taken: list[str] = field(default_factory=list)

    @property
    def screen(self) -> Page | Locator:
        """What this person looks at."""
        return self.page if self.within is None else self.within

    def shot(self, name: str) -> None:
        """Take a picture of the screen, and see that nothing on it is cut or sticks out."""
        assert self.page.evaluate(STICKS_OUT) == [], name
        assert self.page.evaluate(CUT) == [], name
        self.taken.append(name)
        self.page.screenshot(path=self.shots / f"{len(self.taken):02}_{name}.png")

    def button(self, label: str) -> Locator:
        """The button with exactly this label."""
        return self.screen.get_by_role("button", name=label, exact=True)

    def press(self, label: str) -> None:
        """Press the button."""
        self.button(label).click()

    def see(self, words: str) -> None:
        """Wait until the words are on screen."""
        expect(self.screen.get_by_text(words).filter(visible=True).first).to_be_visible()

    def until(self, done: Callable[[], bool]) -> None:
        """Wait until something is so outside the page, in a file that it writes."""
        for _ in range(PATIENCE):
            if done():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("nothing came of it")

    def tab(self, title: str) -> None:
        """Bring a tab to the front."""
        self.screen.get_by_role("tab", name=title, exact=True).click()

    def wait_for_desk(self) -> None:
        """Wait until the page is ready and the desk is there."""
        expect(self.page.get_by_text("Sẵn sàng", exact=True)).to_be_visible(timeout=180_000)
        expect(self.button("Cho văn phòng chạy tới việc kế tiếp")).to_be_visible()

    def choose_level(self, title: str) -> None:
        """Choose how hard it is to be, before the work begins."""
        self.screen.get_by_role("combobox", name="Mức:").select_option(label=title)
        self.press("Dùng lựa chọn này")
        self.see(f"Đã chọn mức {title.lower()}")
        expect(self.button("Dùng lựa chọn này")).to_be_hidden()

    def write_order(
        self, task: str, picks: Iterable[str], who: str, hour: str, day: str = ""
    ) -> None:
        """Fill the form of an order, without giving it; no `day` leaves the one that stands."""
        self.tab("Giao việc")
        lists = self.screen.get_by_role("combobox", name="Việc", exact=True)
        lists.select_option(label=task)
        for words in picks:
            self.screen.get_by_label(words).check()
        self.screen.get_by_role("combobox", name="Ai làm").select_option(label=who)
        if day:
            self.screen.get_by_role("combobox", name="Từ ngày").select_option(label=day)
        hours = self.screen.get_by_role("textbox", name="Lúc")
        hours.fill(hour)
        hours.press("Tab")

    def give(self, task: str, picks: Iterable[str], who: str, hour: str, day: str = "") -> None:
        """Give an order by the form."""
        self.write_order(task, picks, who, hour, day)
        self.press("Giao việc")
        self.see(f"Đã giao: {task}")

    @property
    def clock(self) -> Locator:
        """The office's time, as it stands on the screen."""
        return self.screen.get_by_text("Bây giờ ở văn phòng").locator("xpath=following-sibling::*")

    def run(self, label: str = "Cho văn phòng chạy tới việc kế tiếp") -> None:
        """Let the office run and wait until its clock has moved."""
        before = self.clock.inner_text()
        self.press(label)
        expect(self.clock).not_to_have_text(before)
        self.see("Vừa xảy ra")

    def play_on(self) -> None:
        """Run to the end, taking the first choice at every inject."""
        ask, finished = self.button("Quyết định"), self.screen.get_by_text("tình huống đã kết thúc")
        on = self.button("Chạy tới cuối")
        while not finished.is_visible():
            if ask.is_visible():
                self.decide()
            elif on.is_enabled():
                self.run("Chạy tới cuối")

    def decide(self, choice: str = "") -> None:
        """Decide at the inject on screen: the choice with these words, else the first one."""
        choices = self.screen.get_by_role("radio").filter(visible=True)
        picked = self.screen.get_by_label(choice) if choice else choices.first
        picked.check()
        self.press("Quyết định")
        self.press("Đồng ý, quyết định")
        self.see("anh/chị đã quyết định")
