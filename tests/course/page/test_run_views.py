"""Seeing the run in Chromium, in both cases: log, register, timeline, routes, trials."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME

from ..play.learner import Learner
from ..served import Served, start, stop
from .conftest import code_cell, notebook, text_cell, write

EXERCISE = "hai_tinh_huong"
CASES = {"th1": "hoi_nghi_dot_xuat", "th2": "tham_27_7"}
SLOW = 90_000  # the first chart loads Altair, on a machine that may be busy


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with both cases on one page, each played to its end with the reference work."""
    root = tmp_path_factory.mktemp("xem lại")
    write(root / "course" / "00_bat_dau.ipynb", notebook(text_cell("# Bắt đầu")))
    calls = [f"open_case({case_id!r}, folder={name!r})" for name, case_id in CASES.items()]
    desks = code_cell("\n".join(["from course.desk import open_case", *calls]))
    write(root / "exercises" / EXERCISE / f"{EXERCISE}.ipynb", notebook(desks))
    for name, case_id in CASES.items():
        case = load_case(case_id)
        work = reference_work(case).model_copy(update={"position": case.world.end})
        place = root / "hoc_tap" / EXERCISE / name
        place.mkdir(parents=True)
        (place / FILE_NAME).write_text(work.to_json(), encoding="utf-8")
    served = start(
        root / "course", root / "exercises", root / "hoc_tap", HOME=str(root / "không có")
    )
    yield served
    stop(served)


@pytest.fixture(scope="module")
def desks(played: Served, context: BrowserContext) -> Page:
    """The page with the two desks."""
    page = context.new_page()
    page.set_default_timeout(SLOW)
    page.goto(played.url(f"notebooks/{EXERCISE}/{EXERCISE}.ipynb"))
    return page


@pytest.mark.parametrize("name", CASES)
def test_the_run_is_seen_at_any_moment_and_tried_again_without_touching_the_work(
    name: str, played: Served, desks: Page, tmp_path: Path
) -> None:
    work = played.folder / EXERCISE / name / FILE_NAME
    before = work.read_bytes()
    shots = Path(os.environ.get("VANPHONG_SHOTS", tmp_path))
    desk = desks.locator(".vp-desk").nth(list(CASES).index(name))
    learner = Learner(desks, shots, desk)
    learner.wait_for_desk()

    learner.tab("Diễn biến")
    learner.see("Đang xem lúc này ở văn phòng")
    learner.press("Sổ văn bản")
    learner.see("Sổ đăng ký văn bản đi")
    points = desk.get_by_role("combobox", name="Chỗ đáng chú ý")
    points.select_option(index=2)
    learner.see("Xem lại không đổi gì trong bài làm")
    learner.shot(f"{name}_so_van_ban")
    learner.press("Về lúc này")
    learner.press("Dòng thời gian")
    chart = desk.locator("svg.marks, canvas.marks").first
    expect(chart).to_be_visible(timeout=SLOW)
    learner.shot(f"{name}_dong_thoi_gian")
    if name == "th2":
        learner.press("Đường đi thăm")
        expect(desk.get_by_role("img", name="Các đoàn thăm").first).to_be_visible()
        learner.shot(f"{name}_duong_di")

    learner.tab("Thử lại")
    desk.get_by_label("Không giao một việc").check()
    tasks = desk.get_by_role("combobox", name="Việc", exact=True).filter(visible=True)
    tasks.select_option(index=5)
    learner.press("Chạy thử")
    learner.see("Hai lần chạy, đặt cạnh nhau")
    learner.shot(f"{name}_thu_mot_dieu")

    learner.press("Kế hoạch có vững không")
    learner.press("Thử sức kế hoạch")
    learner.see("Số lượt đã chạy")
    # The page answers while the runs go on.
    learner.tab("Văn phòng")
    learner.see("Những điều văn phòng biết")
    learner.tab("Thử lại")
    expect(desk.locator("svg.vp-desk-bars")).to_be_visible(timeout=SLOW)
    learner.shot(f"{name}_vung_khong")
    assert work.read_bytes() == before
