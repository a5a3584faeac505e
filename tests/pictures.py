"""The handbook's pictures, taken anew from the running course.

    python -m tests.pictures        writes course/handbook_pictures/*.webp; needs Chromium

Walks through the kit as the readers of HUONG-DAN.md do: a learner reads, reviews, does an exercise
and a case, hands in; a trainer makes a class from a list, releases, collects, marks, reports. The
folder that the pictures are taken in is shown as `D:\\vanphong`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

from course import lesson_index
from course.showing.files import write_slides
from course.showing.time_plan import Plan
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME, write_atomically

from .conftest import BROWSER_ARGUMENTS, CHROMIUM_COMMANDS, CHROMIUM_PLACES, _program

PICTURES = Path(__file__).resolve().parents[1] / "course" / "handbook_pictures"
LARGEST, START_SECONDS, PATIENCE = 150_000, 90, 120_000
STARTED = re.compile(r"(http://127\.0\.0\.1:\d+)/\S*token=(\w+)")
CASE, EXERCISE = "hoi_nghi_dot_xuat", "don_thu"
NAMES = """Họ và tên\tĐơn vị
Nguyễn Văn An\tXã Đồng Xuân
Nguyễn Văn An\tXã Phú Lâm
Lê Thị Bình\tXã Đồng Xuân
Trần Văn Cường\tPhường Tân Hòa
Đỗ Thị Dung\tXã Phú Lâm"""
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
    """One person before one screen: the page, the course's address, where its files lie."""

    page: Page
    address: str
    token: str
    workspace: Path

    def open(self, place: str) -> None:
        """Open a page of the course and wait until it is ready."""
        self.page.goto(f"{self.address}/{place}?token={self.token}")

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
    command = [sys.executable, "-m", "course.cli", "open", "--no-browser", "--port", "0"]
    server = subprocess.Popen(
        [*command, "--folder", str(folder), *options], stdout=subprocess.PIPE, encoding="utf-8"
    )
    giving_up = threading.Timer(START_SECONDS, server.kill)
    giving_up.start()
    try:
        assert server.stdout is not None
        found = next(filter(None, map(STARTED.search, server.stdout)), None)
        giving_up.cancel()
        if found is None:
            sys.exit("the course did not start")
        yield Walk(page, found[1], found[2], folder)
    finally:
        giving_up.cancel()
        server.terminate()
        server.communicate(timeout=30)


def learn(walk: Walk) -> None:
    """First page, a lesson, reviewing, the tests, an exercise, the case, the hand-in."""
    walk.read("00_bat_dau")
    walk.take("trang_dau")
    walk.read("02_5_hoi_nghi_trong")
    walk.take("bai_hoc", walk.page.locator(".vp-quiz-card").first)
    walk.read("on_tap")
    walk.take("on_tap")
    walk.read("kiem_tra")
    walk.take("kiem_tra")
    walk.read(f"{EXERCISE}/{EXERCISE}")
    walk.tab("Bảng")
    expect(walk.page.locator(".vp-grid-frame").filter(visible=True).first).to_be_visible()
    walk.take("bai_tap_ngan", walk.page.locator(".vp-grid-frame").filter(visible=True).first)

    case = load_case(CASE)
    walk.read("tinh_huong_1/tinh_huong_1")
    walk.take("tinh_huong")
    reference = reference_work(case)
    orders = reference.orders[:-4]  # the last steps are forgotten
    work = reference.model_copy(update={"orders": orders})
    write_atomically(walk.workspace / "tinh_huong_1" / FILE_NAME, work.to_json())
    walk.press("Mở lại")
    walk.page.wait_for_timeout(2000)
    expect(walk.page.get_by_text("Sẵn sàng")).to_be_visible()
    walk.tab("Giao việc")
    tabs = walk.page.get_by_role("tablist").filter(visible=True).first
    walk.take("giao_viec", tabs)
    walk.press("Chạy tới cuối")
    walk.see("tình huống đã kết thúc")
    walk.tab("Diễn biến")
    walk.take("dien_bien", tabs)
    walk.tab("Nhận xét")
    walk.press("Xem nhận xét")
    walk.see("điểm")
    walk.page.wait_for_timeout(4000)
    walk.take("nhan_xet", tabs)
    walk.tab("Nộp bài")
    walk.page.get_by_label("Họ và tên").filter(visible=True).first.fill("Lê Thị Bình")
    walk.page.keyboard.press("Tab")
    walk.press("Nộp bài")
    walk.see("Mã")
    walk.take("nop_bai", tabs)


def teach(walk: Walk, parcels: Path) -> None:
    """A class from a list, then the day: release, collect, mark, board, report."""
    walk.open("lab/tree/giang_vien.ipynb")
    expect(walk.page.get_by_role("tab", name="Lớp mới")).to_be_visible()
    walk.page.locator(".vp-desk textarea").filter(visible=True).first.fill(NAMES)
    walk.press("Xem danh sách đã dán")
    walk.see("lấy 5 học viên")
    walk.page.get_by_label("Tên lớp").fill("Khóa 3")
    walk.page.keyboard.press("Tab")
    walk.take("lop_moi")
    walk.press("Tạo lớp")
    walk.see("Đã tạo lớp “Khóa 3”.")
    walk.tab("Phát, thu, chấm, trả")
    walk.press("Phát bài")
    walk.see("Đã phát bài")
    walk.page.get_by_label("Nơi có bài nộp").fill(str(parcels))
    walk.page.keyboard.press("Tab")
    walk.press("Thu bài")
    walk.page.wait_for_timeout(4000)
    walk.press("Chấm bài")
    walk.see("Đã chấm")
    walk.page.get_by_label("Nơi có bài nộp").fill("E:\\")
    walk.take("phat_thu_cham")
    walk.tab("Theo dõi")
    walk.press("Xem bảng")
    walk.see("Chưa mở bài")
    walk.take("theo_doi")
    walk.tab("Báo cáo")
    walk.press("Làm báo cáo của lớp")
    walk.page.wait_for_timeout(8000)
    walk.take("bao_cao", walk.page.get_by_text("Quy tắc cấp chứng nhận").filter(visible=True))


def show(page: Page, folder: Path) -> None:
    """A slide of a lesson."""
    (path,) = write_slides([lesson_index.load()[0]], Plan.FULL, folder)
    page.goto(path.as_uri())
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    Walk(page, "", "", folder).take("trang_chieu")


def main() -> None:
    """Take all pictures."""
    program = _program(CHROMIUM_COMMANDS, CHROMIUM_PLACES)
    if program is None:
        sys.exit("no Chromium, Chrome or Edge found")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(
            executable_path=program, args=[*BROWSER_ARGUMENTS, "--disable-lcd-text"]
        )
        page = browser.new_page(
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            viewport={"width": 1366, "height": 768},
        )
        page.set_default_timeout(PATIENCE)
        home = Path(place).resolve()
        show(page, home / "chieu")
        with walking(page, home / "hoc") as walk:
            learn(walk)
        with walking(page, home / "day", "--trainer") as walk:
            teach(walk, home / "hoc" / "tinh_huong_1")
        browser.close()


if __name__ == "__main__":
    main()
