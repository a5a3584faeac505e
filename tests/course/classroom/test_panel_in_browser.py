"""A trainer in Chromium: from an Excel list of forty to a released case, no typed command."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from course.classroom.plan import read_plan

STARTED = re.compile(r"http://127\.0\.0\.1:\d+/\S*token=\w+")
START_SECONDS, PATIENCE = 90, 120_000
MINUTES = 15
STICKS_OUT = """() => [...document.querySelector('.vp-desk').querySelectorAll('button, input, .vp')]
  .filter(e => e.offsetParent !== null && !e.closest('.vp-table'))
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => e.className.toString().slice(0, 60))"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty learners, three of one name, one of them twice."""
    book, path = Workbook(), tmp_path_factory.mktemp("danh_sach") / "lớp.xlsx"
    assert book.active is not None
    book.active.append(["STT", "Họ và tên", "Đơn vị"])
    people = [("Nguyễn Văn An", f"Xã {unit}") for unit in "ABC"]
    given = ["Bình", "Cường", "Dung", "Đạt", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam"]
    people += [(f"{family} Thị {one}", "Xã D") for family in ("Lê", "Đỗ", "Vũ") for one in given]
    people += [(f"Trần Văn {one}", "Xã E") for one in given[:7]]
    for number, row in enumerate([*people, people[0]], start=1):
        book.active.append([number, *row])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def served(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address that `open --trainer` prints, and the workspace."""
    workspace = tmp_path_factory.mktemp("giảng viên")
    command = [sys.executable, "-m", "course.cli", "open", "--trainer", "--no-browser"]
    server = subprocess.Popen(
        [*command, "--port", "0", "--folder", str(workspace)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    giving_up = threading.Timer(START_SECONDS, server.kill)
    giving_up.start()
    try:
        assert server.stdout is not None
        found = next(filter(None, map(STARTED.search, server.stdout)), None)
        giving_up.cancel()
        assert found, "the course did not start"
        yield found[0], workspace
    finally:
        giving_up.cancel()
        server.terminate()
        server.communicate(timeout=30)


@pytest.mark.slow
def test_from_an_excel_list_to_a_released_case(
    page: Page, served: tuple[str, Path], names: Path, tmp_path: Path
) -> None:
    address, workspace = served
    began = time.monotonic()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    new = page.get_by_role("tab", name="Lớp mới")
    expect(new).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".vp-own .jp-CodeCell .jp-InputArea")).to_be_hidden()

    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Chọn tệp danh sách").click()
    chooser.value.set_files(names)
    expect(page.get_by_text("Đọc được 41 dòng, lấy 40 học viên")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("trùng cả họ tên và đơn vị").filter(visible=True)).to_have_count(1)
    page.get_by_label("Tên lớp").fill("Khóa 3")
    page.get_by_role("button", name="Mỗi nhóm một biến thể").click()
    page.get_by_label("Chia thành mấy nhóm").fill("8")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Tạo lớp").click()
    expect(page.get_by_text("Đã tạo lớp “Khóa 3”.").filter(visible=True).first).to_be_visible(
        timeout=PATIENCE
    )
    page.screenshot(path=tmp_path / "tao_lop.png")

    page.get_by_role("tab", name="Phát, thu, chấm, trả").click()
    page.get_by_role("button", name="Phát bài", exact=True).click()
    expect(page.get_by_text("Đã phát bài").filter(visible=True).first).to_be_visible(
        timeout=PATIENCE
    )
    assert time.monotonic() - began < MINUTES * 60
    folder = workspace / "lop_hoc" / "khoa_3"
    assert len(read_plan(folder).students) == 40
    assert len(read_plan(folder).groups) == 8
    assert (folder / "phat_cho_hoc_vien" / "the_lop.json").is_file()

    for tab, button in (
        ("Hồ sơ giảng viên", "Làm hồ sơ giảng viên"),
        ("Theo dõi", "Xem bảng"),
        ("Rút kinh nghiệm", "Làm phần rút kinh nghiệm"),
        ("Báo cáo", "Làm báo cáo của lớp"),
    ):
        page.get_by_role("tab", name=tab, exact=True).click()
        expect(page.get_by_role("button", name=button, exact=True)).to_be_visible()
        assert page.evaluate(STICKS_OUT) == [], tab
        page.screenshot(path=tmp_path / f"{tab}.png")

    page.get_by_role("tab", name="Theo dõi", exact=True).click()
    page.get_by_role("button", name="Xem bảng", exact=True).click()
    expect(page.get_by_text("Chưa mở bài: 40").filter(visible=True)).to_be_visible(timeout=PATIENCE)
    page.screenshot(path=tmp_path / "bang.png")
    page.get_by_role("tab", name="Báo cáo", exact=True).click()
    page.get_by_role("button", name="Làm báo cáo của lớp", exact=True).click()
    expect(page.get_by_text("Chưa có bài nào được chấm").filter(visible=True)).to_be_visible()
