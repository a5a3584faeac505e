"""Handing in on a class server: by a box that takes parcels, without the learner's machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from grading.nbgrader.class_server import DropBox, Exchange, SendingError, server_here
from grading.nbgrader.hand_in import hand_in
from grading.nbgrader.parcel import read_parcel
from grading.nbgrader.receipt import Learner
from scenarios.case import load_case
from scenarios.edits import reference_work

from .conftest import BAI, CASE

LAN = Learner(id="lan", name="Nguyễn Thị Lan")


@pytest.fixture
def parcel(empty_class: Path, tmp_path: Path) -> Path:
    """A hand-in as the desk makes it."""
    folder = tmp_path / BAI
    folder.mkdir()
    notebook = (empty_class / "release" / BAI / f"{BAI}.ipynb").read_bytes()
    (folder / f"{BAI}.ipynb").write_bytes(notebook)
    work = reference_work(load_case(CASE)).to_json()
    (folder / "bai_lam.json").write_text(work, encoding="utf-8")
    return hand_in(folder, LAN, tmp_path / "goi")[1]


def test_a_laptop_of_ones_own_belongs_to_no_server() -> None:
    assert server_here({}) is None


def test_what_the_server_says_in_the_environment_is_read_back() -> None:
    exchange = Exchange(Path("/srv/x"), "lop_a", LAN)
    assert server_here(exchange.environment()) == exchange
    assert server_here({"VANPHONG_HOP_NOP": "/srv/hop"}) == DropBox(Path("/srv/hop"))


def test_a_box_takes_a_parcel_whole(parcel: Path, tmp_path: Path) -> None:
    (tmp_path / "hop").mkdir()
    DropBox(tmp_path / "hop").send(parcel)
    assert [one.name for one in (tmp_path / "hop").iterdir()] == [parcel.name]
    assert read_parcel(tmp_path / "hop" / parcel.name).receipt.learner == LAN


def test_a_box_that_is_not_there_is_told_and_the_parcel_stays(parcel: Path, tmp_path: Path) -> None:
    with pytest.raises(SendingError, match="chưa nhận được bài; bài vẫn còn nguyên"):
        DropBox(tmp_path / "khong_co").send(parcel)
    assert parcel.is_file()
