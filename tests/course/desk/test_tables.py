"""Tables at the desk: what is typed or pasted into them is saved, refused or taken back."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from course.desk.desk import Desk
from course.desk.page import DeskPage
from course.desk.refusals import LOCKED_TABLE_VI, DeskError
from course.desk.table_cells import CellError, read_cell
from course.desk.table_export import export, table_lines
from course.desk.table_panel import TablePanel
from course.desk.table_work import MAX_KEPT_CELLS, TableWork
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.table_file import ColumnText
from scenarios.work_file import read_work

from . import seen
from .conftest import Clock

REVIEW, CHOICE, SCHEDULE = "ra_soat", "chon_tham", "lich"
FIRST, SECOND, THIRD = "h001", "h002", "h003"


@pytest.fixture
def open_desk(tmp_path: Path) -> Callable[[], Desk]:
    """Opens the desk of the visits in this test's folder, each time a new window."""
    return lambda: Desk.open("tham_27_7", "", tmp_path, Clock())


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


def write(panel: TablePanel, *cells: tuple[str, str, str]) -> list[Any]:
    """Send cells as the page does; returns what the panel answers."""
    sent: list[Any] = []
    panel.grid.send = sent.append
    message = {"kind": "write", "number": 1, "cells": [list(one) for one in cells]}
    panel._on_message(panel.grid, message, [])
    return sent


def test_every_table_of_the_case_has_its_panel_behind_one_tab(desk: Desk) -> None:
    page = DeskPage(desk).widget
    seen.tab(page, "Bảng")
    for table in desk.case.tables:
        seen.choose(page, table.title)
        assert desk.case.say(table.lead)[:60] in seen.text(page)
    assert "bảng này theo những hàng đã đánh dấu ở bảng “Chọn gia đình" in seen.text(page)


def test_a_case_without_tables_has_no_such_tab(tmp_path: Path) -> None:
    page = DeskPage(Desk.open("hoi_nghi_dot_xuat", "", tmp_path, Clock()))
    assert "Bảng" not in list(page._tabs.titles)


def test_a_cell_is_saved_at_once_and_stands_in_the_journal(desk: Desk) -> None:
    panel = TablePanel(desk, REVIEW)
    answer = write(panel, (FIRST, "loi", "trung"))
    assert answer == [{"kind": "written", "number": 1, "refused": []}]
    kept = read_work(desk.path)
    assert kept is not None
    assert kept.tables == {REVIEW: {FIRST: {"loi": "trung"}}}
    assert (kept.journal[-1].what, kept.journal[-1].subject) == ("table", f"{REVIEW}/{FIRST}")
    assert panel.grid.marks == {FIRST: {"loi": "trung"}}


@pytest.mark.parametrize(
    ("table", "column", "typed", "kept"),
    [
        (REVIEW, "loi", "Một người đứng ở HAI diện", "hai_dien"),
        (REVIEW, "ghi_chu", "  trưởng thôn\nbáo ", "trưởng thôn báo"),
        (CHOICE, "chon", "x", "co"),
        (CHOICE, "chon", "Chọn", "co"),
        (SCHEDULE, "gio", "8h5", None),
        (SCHEDULE, "gio", "8h15", "08:15"),
        (SCHEDULE, "gio", "1430", "14:30"),
        (SCHEDULE, "doan", "Đoàn 5", None),
        (REVIEW, "ghi_chu", "a" * 201, None),
    ],
)
def test_what_is_pasted_is_read_as_a_person_writes_it(
    desk: Desk, table: str, column: str, typed: str, kept: str | None
) -> None:
    work = TableWork(desk, table)
    refused = work.write({(FIRST, column): typed})
    assert work.marks.get(FIRST, {}).get(column) == kept
    assert bool(refused) == (kept is None)


@pytest.mark.parametrize(
    ("kind", "typed", "is_read"),
    [
        ("number", "1.500.000", True),
        ("number", "nhiều", False),
        ("date", "29/2", True),
        ("date", "5/3/2026", True),
        ("date", "hôm qua", False),
    ],
)
def test_numbers_and_days_stay_as_they_were_written(kind: str, typed: str, is_read: bool) -> None:
    column = ColumnText.model_validate({"id": "c", "title": "Cột", "kind": kind})
    if is_read:
        assert read_cell(column, typed) == typed
    else:
        with pytest.raises(CellError, match="ví dụ"):
            read_cell(column, typed)


def test_what_cannot_be_read_is_said_and_the_rest_of_the_block_is_written(desk: Desk) -> None:
    panel = TablePanel(desk, REVIEW)
    answer = write(panel, (FIRST, "loi", "Đã mất, chưa báo giảm"), (SECOND, "loi", "lạ"))
    assert [one[:3] for one in answer[0]["refused"]] == [[SECOND, "loi", "lạ"]]
    assert "“lạ”: Ô “Phát hiện” chỉ nhận một trong các mục" in seen.text(panel.widget)
    assert panel.grid.marks == {FIRST: {"loi": "da_mat"}}


def test_rows_and_columns_that_do_not_exist_are_passed_over(desk: Desk) -> None:
    work = TableWork(desk, REVIEW)
    assert work.write({("h999", "loi"): "trung", (FIRST, "la"): "x"}) == []
    assert work.marks == {}
    assert desk.work.journal == ()


def test_steps_are_taken_back_and_done_again_one_by_one(desk: Desk) -> None:
    work = TableWork(desk, REVIEW)
    work.write({(row, "loi"): "trung" for row in (FIRST, SECOND)})
    work.write({(FIRST, "loi"): "da_mat"})
    work.undo()
    assert {row: cells["loi"] for row, cells in work.marks.items()} == {
        FIRST: "trung",
        SECOND: "trung",
    }
    work.undo()
    assert work.marks == {}
    assert work.undo() is None
    work.redo()
    work.redo()
    assert work.marks[FIRST] == {"loi": "da_mat"}
    assert work.redo() is None


def test_the_buttons_show_what_can_be_taken_back_and_done_again(desk: Desk) -> None:
    panel = TablePanel(desk, REVIEW)
    panel.grid.send = lambda message: None
    undo, redo = (seen.button(panel.widget, one) for one in ("Hoàn tác", "Làm lại"))
    assert (undo.disabled, redo.disabled) == (True, True)
    write(panel, (FIRST, "loi", "trung"))
    assert (undo.disabled, redo.disabled) == (False, True)
    undo.click()
    assert (undo.disabled, redo.disabled) == (True, False)
    assert "Đã bỏ thay đổi ở hàng 1 " in seen.text(panel.widget)
    redo.click()
    assert panel.grid.marks == {FIRST: {"loi": "trung"}}
    undo.click()
    write(panel, (SECOND, "loi", "trung"))
    assert (undo.disabled, redo.disabled) == (False, True)


def test_a_step_can_be_taken_back_after_a_new_start(open_desk: Callable[[], Desk]) -> None:
    TableWork(open_desk(), REVIEW).write({(FIRST, "loi"): "trung"})
    again = TableWork(open_desk(), REVIEW)
    again.undo()
    assert again.marks == {}


def test_a_step_back_leaves_what_was_written_elsewhere_since(desk: Desk) -> None:
    review, choice = TableWork(desk, REVIEW), TableWork(desk, CHOICE)
    review.write({(FIRST, "loi"): "trung"})
    choice.write({(FIRST, "chon"): "co"})
    review.undo()
    assert review.marks == {}
    assert choice.marks == {FIRST: {"chon": "co"}}


def test_only_so_many_steps_are_kept(desk: Desk) -> None:
    work = TableWork(desk, REVIEW)
    rows = [row.id for row in work.rows]
    for text in "abcdefghijklmnopqrst":
        work.write({(row, "ghi_chu"): text for row in rows})
    kept = sum(len(step.cells) for step in desk.work.table_steps)
    assert MAX_KEPT_CELLS - len(rows) < kept <= MAX_KEPT_CELLS


def test_two_windows_write_into_different_cells_and_both_stay(
    open_desk: Callable[[], Desk],
) -> None:
    one, other = TableWork(open_desk(), REVIEW), TableWork(open_desk(), REVIEW)
    one.write({(FIRST, "loi"): "trung"})
    other.write({(SECOND, "loi"): "da_mat"})
    assert other.marks == {FIRST: {"loi": "trung"}, SECOND: {"loi": "da_mat"}}


def test_two_windows_write_into_one_cell_and_the_later_one_is_told(
    open_desk: Callable[[], Desk],
) -> None:
    one, other = TablePanel(open_desk(), REVIEW), TablePanel(open_desk(), REVIEW)
    write(one, (FIRST, "loi", "trung"))
    answer = write(other, (FIRST, "loi", "da_mat"))
    assert answer[0]["refused"][0][:3] == [FIRST, "loi", "da_mat"]
    assert "Chưa lưu" in seen.text(other.widget)
    assert other.grid.marks == {FIRST: {"loi": "trung"}}


def test_a_table_that_follows_another_shows_what_is_marked_there(desk: Desk) -> None:
    choice, schedule = TableWork(desk, CHOICE), TablePanel(desk, SCHEDULE)
    choice.write({(THIRD, "chon"): "co", (FIRST, "chon"): "co"})
    assert [row for row, _ in schedule.grid.rows] == [FIRST, THIRD]
    choice.write({(FIRST, "chon"): ""})
    assert [row for row, _ in schedule.grid.rows] == [THIRD]


def test_a_locked_table_can_be_read_and_says_the_way_out(desk: Desk) -> None:
    reference = reference_work(load_case("tham_27_7", desk.work.variant))
    panel = TablePanel(desk, REVIEW)
    desk.keep_tables(reference.model_copy(update={"position": desk.case.world.end}), "")
    assert panel.grid.locked
    assert LOCKED_TABLE_VI in seen.text(panel.widget)
    assert seen.button(panel.widget, "Hoàn tác").disabled
    with pytest.raises(DeskError, match="Quay lại lúc"):
        TableWork(desk, REVIEW).write({(FIRST, "loi"): "trung"})


def test_a_table_goes_to_excel_in_words_and_no_text_becomes_a_formula(
    desk: Desk, tmp_path: Path
) -> None:
    work = TableWork(desk, REVIEW)
    work.write({(FIRST, "loi"): "da_mat", (FIRST, "ghi_chu"): "=1+1"})
    path = export(work, tmp_path)
    sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
    assert sheet is not None
    lines = [["" if one is None else str(one) for one in row] for row in sheet.values]
    assert lines == table_lines(work)
    assert lines[1][-2:] == ["Đã mất, chưa báo giảm", "=1+1"]
    assert len(lines) == len(work.rows) + 1
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_without_openpyxl_the_table_is_a_csv_file_that_excel_can_read(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    work = TableWork(desk, REVIEW)
    work.write({(FIRST, "ghi_chu"): "=1+1"})
    path = export(work, tmp_path)
    assert path.suffix == ".csv"
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert ",'=1+1" in text.decode("utf-8-sig").splitlines()[1]


def test_the_count_knows_how_many_rows_are_wanted(desk: Desk) -> None:
    panel = TablePanel(desk, CHOICE)
    assert [column["aim"] for column in panel.grid.columns] == ["16", ""]
    assert panel.grid.names == ["ho_ten"]
