"""The handbook's pictures, taken anew from the running course.

    python -m tests.pictures        writes course/handbook_pictures/*.webp; needs Chromium

Walks through the kit as the readers of HUONG-DAN.md do: a learner reads, reviews, does an exercise
and a case, hands in; a trainer makes a class from a list, releases, collects, marks, reports. The
folder that the pictures are taken in is shown as `D:\\vanphong`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from course import lesson_index
from course.showing.files import write_slides
from course.showing.time_plan import Plan
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME, write_atomically

from .conftest import BROWSER_ARGUMENTS, CHROMIUM_COMMANDS, CHROMIUM_PLACES, _program
from .walk import Walk, walking

PATIENCE = 120_000
CASE, EXERCISE = "hoi_nghi_dot_xuat", "don_thu"
NAMES = """Họ và tên\tĐơn vị
Nguyễn Văn An\tXã Đồng Xuân
Nguyễn Văn An\tXã Phú Lâm
Lê Thị Bình\tXã Đồng Xuân
Trần Văn Cường\tPhường Tân Hòa
Đỗ Thị Dung\tXã Phú Lâm"""


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
    orders = reference.orders[1:-4]  # the first step is forgotten, and the last ones
    shown = {"level": "standard", "format": "m75"}  # what the page offers at first
    work = reference.model_copy(update={"orders": orders, **shown})
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
    Walk(page, folder).take("trang_chieu")


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
