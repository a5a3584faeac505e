"""Case 2 in Chromium: tables, orders and injects by clicks, the same points wherever marked."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from playwright.sync_api import Locator, expect

from grading.nbgrader.batch import grade
from grading.nbgrader.class_folder import new_class
from grading.nbgrader.leaks import leaks
from grading.score import score_folder
from scenarios.case import load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME

from ..served import Served
from .by_reference import decide, finish_at_home, first_order, give, saved
from .learner import Learner

CASE, EXERCISE, LEVEL = "tham_27_7", "tinh_huong_2", "advanced"
CARELESS = {"ky_thay": "coi_nhu_xong"}
"""Where this learner decides otherwise than the reference."""
CLICKED = {"doan_khac", "nang_nong", "ky_thay"}
"""The injects that are decided on the screen; after the first one the page is loaded anew."""


def open_exercise(learner: Learner, course: Served) -> None:
    learner.page.goto(course.page(f"{EXERCISE}/{EXERCISE}"))
    learner.wait_for_desk()


def field(learner: Learner, column: str, place: int) -> Locator:
    """The learner's field of a column in the row with this place on screen (from 0)."""
    rows = learner.page.locator(".vp-grid-frame tbody tr").filter(visible=True)
    return rows.nth(place).locator(f"[aria-label^='{column}:']")


def place_of(table: str, row: str) -> int:
    return [one.id for one in load_case(CASE).table_rows(table)].index(row)


def words_of(table: str, column: str, item: str) -> str:
    found = load_case(CASE).table(table)
    assert found is not None
    items = next(one.items for one in found.columns if one.id == column)
    return next(one.text for one in items if one.id == item)


def gradebook(folder: Path, work: Path) -> dict[str, float]:
    """What a class with this one hand-in has in its gradebook, by criterion."""
    new_class(folder, "lop", [EXERCISE], Edition(level=LEVEL))
    assert leaks(folder / "release" / EXERCISE) == []
    place = folder / "submitted" / "hoc_vien" / EXERCISE
    shutil.copytree(folder / "release" / EXERCISE, place)
    shutil.copy(work, place)
    grade(folder, EXERCISE)
    book = sqlite3.connect(folder / "gradebook.db")
    rows = book.execute(
        "select bc.name, g.auto_score from grade g join base_cell bc on bc.id = g.cell_id"
    ).fetchall()
    book.close()
    return {name.removeprefix("tieu_chi_"): points for name, points in rows}


def test_the_visits_are_played_to_the_end_and_earn_the_same_points_everywhere(
    course: Served, learner: Learner, tmp_path: Path
) -> None:
    page, path = learner.page, course.folder / EXERCISE / FILE_NAME
    case = load_case(CASE, Edition(level=LEVEL))
    reference = reference_work(case)
    open_exercise(learner, course)
    assert case.level is not None
    learner.choose_level(case.level.title)
    learner.see("hư cấu")
    learner.shot("tinh_huong")

    learner.tab("Bảng")
    marked, mark = next(iter(reference.tables["ra_soat"].items()))
    cell = field(learner, "Phát hiện", place_of("ra_soat", marked))
    cell.select_option(label=words_of("ra_soat", "loi", mark["loi"]))
    learner.see("Phát hiện: 1")
    learner.press("Chọn gia đình thăm trực tiếp")
    visited = next(iter(reference.tables["lich"]))
    chosen = place_of("chon_tham", visited)
    field(learner, "Thăm trực tiếp", chosen).check()
    reason = field(learner, "Lý do chọn", chosen)
    reason.fill(reference.tables["chon_tham"][visited]["ly_do"])
    reason.press("Tab")
    learner.see("Thăm trực tiếp: 1/16 · Lý do chọn: 1")
    learner.press("Đoàn và lịch trình")
    stop = reference.tables["lich"][visited]
    field(learner, "Đoàn", 0).select_option(label=words_of("lich", "doan", stop["doan"]))
    hour = field(learner, "Giờ đến", 0)
    hour.fill(stop["gio"].lstrip("0").replace(":", "h"))
    hour.press("Tab")
    expect(hour).to_have_value(stop["gio"])
    learner.shot("lich")

    first = first_order(reference)
    give(learner, case, first)
    learner.see("Đã lưu lúc")
    mine = saved(path)
    assert mine.tables["ra_soat"] == {marked: mark}
    assert mine.tables["lich"] == {visited: stop}
    assert mine.tables["chon_tham"] == {visited: reference.tables["chon_tham"][visited]}
    assert [(one.task, one.options) for one in mine.orders] == [(first.task, first.options)]

    choices = {one.inject: one.choice for one in reference.decisions} | CARELESS
    finish_at_home(path, reference, CLICKED)
    learner.tab("Tình huống")  # what was written elsewhere is taken over
    learner.see("Một cửa sổ khác vừa lưu bài này")
    finished = page.get_by_text("tình huống đã kết thúc")
    asked = learner.button("Quyết định")
    decided: list[str] = []
    while not finished.is_visible():
        if not asked.is_visible():
            learner.run("Chạy tới cuối")
            continue
        decided.append(decide(learner, case, choices))
        if len(decided) == 1:
            page.reload()
            learner.wait_for_desk()
    assert set(decided) == CLICKED
    assert {one.inject: one.choice for one in saved(path).decisions} == choices
    learner.shot("dien_bien")

    learner.tab("Nhận xét")
    learner.press("Xem nhận xét")
    sheet = score_folder(CASE, path.parent)
    learner.see(f"{sheet.points:g}/{sheet.max_points:g} điểm".replace(".", ","))
    learner.shot("nhan_xet")
    assert 0 < sheet.points < sheet.max_points
    points = {one.criterion: one.points for one in sheet.findings}
    assert gradebook(tmp_path / "lop", path) == points
