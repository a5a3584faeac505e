"""A group of four, each in a browser of his or her own: files passed on, merged, a conflict."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scenarios.work import OrderLine
from scenarios.work_file import FILE_NAME, read_work

from .conftest import Course
from .learner import Learner
from .test_play_through import CLEAR, LIST, PAPERS, ROOM

EXERCISE = "tinh_huong_1"
Join = Callable[[str], Learner]


@pytest.fixture
def join(course: Course, browser: Browser, tmp_path: Path) -> Iterator[Join]:
    """Seats a member, with this role, at a desk with a folder of its own."""
    contexts = []

    def seated(role: str) -> Learner:
        own = course.workspace / role
        own.mkdir()
        shutil.copy(course.workspace / EXERCISE / f"{EXERCISE}.ipynb", own)
        context = browser.new_context(
            locale="vi-VN", viewport={"width": 1366, "height": 768}, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(course.first_page.replace("00_bat_dau", f"{role}/{EXERCISE}"))
        learner = Learner(page, tmp_path)
        learner.wait_for_desk()
        learner.tab("Làm nhóm")
        page.get_by_role("combobox", name="Tôi là").select_option(label=role)
        return learner

    yield seated
    for context in contexts:
        context.close()


def pass_on(learner: Learner, folder: Path) -> Path:
    """Take the work out as a file."""
    learner.tab("Làm nhóm")
    learner.press("Lấy bài để chuyển")
    link = learner.page.get_by_role("link", name="Tải bai_nhom_")
    with learner.page.expect_download() as started:
        link.click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def take(learner: Learner, path: Path) -> None:
    """Choose the file of another member."""
    learner.tab("Làm nhóm")
    with learner.page.expect_file_chooser() as asked:
        learner.page.get_by_role("button", name="Chọn bài của bạn cùng nhóm").click()
    asked.value.set_files(path)


def orders(course: Course, role: str) -> dict[str, OrderLine]:
    """The orders on this member's disk, by who gave them."""
    work = read_work(course.workspace / role / FILE_NAME)
    assert work is not None
    return {one.as_role: one for one in work.orders}


def test_four_play_their_roles_and_settle_where_two_differ(
    course: Course, join: Join, tmp_path: Path
) -> None:
    chief = join("Chánh văn phòng")
    chief.give(*CLEAR)
    begun = pass_on(chief, tmp_path)
    files = []
    for role, given in (
        ("Kế toán", [ROOM]),
        ("Chuyên viên tổng hợp", [PAPERS]),
        ("Văn thư", [(*ROOM[:3], "16:20"), (*LIST, "17:10")]),
    ):
        member = join(role)
        take(member, begun)
        member.see("Đã ghép bài của bạn cùng nhóm")
        for order in given:
            member.give(*order)
        files.append(pass_on(member, tmp_path))
    assert len({one.name for one in (begun, *files)}) == 4

    for path in files[:2]:
        take(chief, path)
        chief.see("Đã ghép bài của bạn cùng nhóm")
        chief.tab("Giao việc")
        chief.see(f"Những việc đã giao ({2 + files.index(path)})")
    take(chief, files[2])
    chief.see("khác nhau ở 1 chỗ")
    chief.see("Việc “Đặt phòng họp”")
    chief.shot("cho_khac_nhau")
    chief.press("Ghép như đã chọn")
    chief.see("Còn chỗ chưa chọn")
    assert len(orders(course, "Chánh văn phòng")) == 3
    chief.page.get_by_label("Bài này: 15:40").check()
    chief.press("Ghép như đã chọn")
    chief.see("Đã ghép bài của bạn cùng nhóm")
    chief.shot("da_ghep")

    merged = orders(course, "Chánh văn phòng")
    assert set(merged) == {"chief", "accountant", "general", "records"}
    assert f"{merged['accountant'].at:%H:%M}" == "15:40"
    assert f"{merged['records'].at:%H:%M}" == "17:10"
    chief.tab("Giao việc")
    chief.see("Những việc đã giao (4)")
    chief.run()
