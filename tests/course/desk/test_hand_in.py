"""Handing in from the desk: a zip with a receipt, or one sentence that says why not."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.hand_in_panel import HandInPanel
from grading.nbgrader.parcel import read_parcel
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME, HAND_IN_FOLDER, write_atomically

NOTEBOOK = Path(__file__).parents[3] / "exercises/tinh_huong_1/tinh_huong_1.ipynb"


@pytest.fixture
def panel(tmp_path: Path) -> HandInPanel:
    shutil.copy(NOTEBOOK, tmp_path)
    desk = Desk.open("hoi_nghi_dot_xuat", folder=tmp_path)
    write_atomically(tmp_path / FILE_NAME, reference_work(desk.case).to_json())
    return HandInPanel(Desk.open("hoi_nghi_dot_xuat", folder=tmp_path))


def press(panel: HandInPanel, name: str) -> str:
    _, _, field, row, shown = panel.widget.children
    field.value = name
    row.children[0].click()
    return str(shown.value)


def test_the_zip_holds_the_work_and_the_receipt_is_shown(
    panel: HandInPanel, tmp_path: Path
) -> None:
    told = press(panel, "Nguyễn Thị Hoa")
    (path,) = (tmp_path / HAND_IN_FOLDER).glob("*.zip")
    parcel = read_parcel(path)
    assert parcel.receipt.learner.name == "Nguyễn Thị Hoa"
    assert parcel.receipt.code in told
    assert f'download="{path.name}"' in told
    assert parcel.receipt.handed_in.date() >= datetime(2026, 1, 1).date()


def test_handing_in_twice_keeps_both_zips(panel: HandInPanel, tmp_path: Path) -> None:
    press(panel, "Nguyễn Thị Hoa")
    press(panel, "Nguyễn Thị Hoa")
    assert len(list((tmp_path / HAND_IN_FOLDER).glob("*.zip"))) == 2


def test_without_a_name_one_sentence_says_what_to_do(panel: HandInPanel, tmp_path: Path) -> None:
    assert "Họ tên cần có ít nhất một chữ cái" in press(panel, "  ")
    assert not (tmp_path / HAND_IN_FOLDER).exists()


def test_without_a_saved_work_one_sentence_says_so(tmp_path: Path) -> None:
    panel = HandInPanel(Desk.open("hoi_nghi_dot_xuat", folder=tmp_path))
    assert "Chưa có bài làm nào được lưu" in press(panel, "Nguyễn Thị Hoa")
