"""Each step of the day says what it did, can be done again, and can be undone where it can."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from course.classroom import steps
from course.classroom.diary import DIARY_NAME
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.class_lock import locked
from grading.nbgrader.hand_in import hand_in
from grading.nbgrader.receipt import Learner
from scenarios.case import load_case
from scenarios.edits import reference_work

from .conftest import BAI

CASE = "hoi_nghi_dot_xuat"


def parcel(school: Path, usb: Path, learner: str, name: str, hour: int = 9, drop: int = 0) -> None:
    """A learner's zip on the USB stick."""
    place = usb.parent / "máy" / f"{learner}{hour}"
    place.mkdir(parents=True)
    notebook = school / "release" / BAI / f"{BAI}.ipynb"
    (place / notebook.name).write_bytes(notebook.read_bytes())
    work = reference_work(load_case(CASE))
    work = work.model_copy(update={"orders": work.orders[: len(work.orders) - drop]})
    (place / "bai_lam.json").write_text(work.to_json(), encoding="utf-8")
    moment = datetime(2026, 11, 25, hour)
    hand_in(place, Learner(id=learner, name=name), usb, at=moment)


def test_release_pressed_again_is_one_release(school: Path) -> None:
    (released,) = (school / "release" / BAI).iterdir()
    first = released.read_bytes()
    assert steps.release(school, BAI).sentence == f"Đã phát bài {BAI}."
    assert list((school / "release" / BAI).iterdir()) == [released]
    assert released.read_bytes() == first


def test_release_while_another_window_works_is_refused_in_one_sentence(school: Path) -> None:
    with locked(school), pytest.raises(ClassError, match="cửa sổ khác"):
        steps.release(school, BAI)


def test_a_release_can_be_taken_back(school: Path) -> None:
    assert "Đã thu hồi" in steps.withdraw(school, BAI).sentence
    assert not (school / "release" / BAI).exists()
    assert "chưa phát" in steps.withdraw(school, BAI).sentence


def test_collecting_says_who_is_missing_and_what_was_refused_and_keeps_the_release(
    school: Path, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    parcel(school, usb, "nguyen_van_an", "Nguyễn Văn An")
    parcel(school, usb, "nguyen_van_an_3", "Nguyễn Văn An")
    parcel(school, usb, "nguoi_la", "Người Lạ")
    (usb / "hong.zip").write_bytes(b"PK broken")
    done = steps.collect(school, usb)
    told = "\n".join(done.details)
    assert done.troubled
    assert "thu 3 bài, không nhận 1 gói" in done.sentence
    assert "hong.zip" in told
    assert "còn thiếu 5 người: Nguyễn Văn An (Xã B)" in told
    assert "ngoài danh sách: nguoi_la" in told
    assert done.sentence in (school / DIARY_NAME).read_text(encoding="utf-8")
    with pytest.raises(ClassError, match="Đã thu 3 bài"):
        steps.withdraw(school, BAI)


def test_a_collection_can_be_taken_back_and_what_it_replaced_stands_again(
    school: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "usb1", tmp_path / "usb2"
    parcel(school, first, "le_thi_binh", "Lê Thị Bình", 9, drop=20)
    steps.collect(school, first)
    place = school / "submitted" / "le_thi_binh" / BAI / "bai_lam.json"
    before = place.read_bytes()
    parcel(school, second, "le_thi_binh", "Lê Thị Bình", 10)
    parcel(school, second, "vu_thi_dung", "Vũ Thị Dung", 10)
    steps.collect(school, second)
    assert place.read_bytes() != before
    done = steps.undo_collect(school)
    assert "2 bài" in done.sentence
    assert place.read_bytes() == before
    assert not (school / "submitted" / "vu_thi_dung" / BAI).exists()
    with pytest.raises(ClassError, match="đã được bỏ rồi"):
        steps.undo_collect(school)
    assert "thu 2 bài" in steps.collect(school, second).sentence


def test_marking_and_giving_back_can_be_repeated_and_marked_hand_ins_stay(
    school: Path, tmp_path: Path
) -> None:
    parcel(school, tmp_path / "usb", "le_thi_binh", "Lê Thị Bình")
    steps.collect(school, tmp_path / "usb")
    assert "Đã chấm 1 bài" in steps.mark(school, BAI).sentence
    assert "1 bài không có gì thay đổi" in steps.mark(school, BAI).sentence
    assert "1 học viên" in steps.give_back(school, BAI).sentence
    result = school / "ket_qua" / "le_thi_binh" / BAI
    assert "Lê Thị Bình (le_thi_binh)" in (result / "ket_qua.html").read_text(encoding="utf-8")
    assert (result / "ket_qua.docx").is_file()
    with pytest.raises(ClassError, match="đã chấm"):
        steps.undo_collect(school)


@pytest.mark.parametrize("source", ["", "khong_co"])
def test_a_place_that_is_not_there_is_said(school: Path, source: str) -> None:
    with pytest.raises(ClassError, match="Không có thư mục"):
        steps.collect(school, Path(source))
