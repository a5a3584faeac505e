"""Handing in without a server: one zip with a receipt, and how a class takes it."""

import json
import shutil
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from grading.nbgrader.collect import Collected, Fate, collect
from grading.nbgrader.hand_in import HandInError, hand_in
from grading.nbgrader.parcel import ParcelError, read_parcel
from grading.nbgrader.receipt import Learner
from scenarios.work import Work
from scenarios.work_file import WorkFile

from .conftest import BAI, CASE, half_work

AN = Learner.named("Nguyễn Thị Đức An")
EIGHT = datetime(2026, 11, 20, 8, 0)


def desk(folder: Path, released: Path, at: datetime = EIGHT) -> WorkFile:
    """A learner's folder after some work at the desk."""
    if not folder.exists():
        shutil.copytree(released, folder)
    file, _ = WorkFile.open(folder, CASE, "", now=lambda: at)
    file.save(half_work().model_copy(update={"journal": file.work.journal}), "order")
    return file


@pytest.fixture
def released(empty_class: Path) -> Path:
    return empty_class / "release" / BAI


@pytest.fixture
def school(empty_class: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "lop"
    shutil.copytree(empty_class, folder)
    return folder


def fates(results: list[Collected]) -> list[Fate]:
    return [one.fate for one in results]


def test_a_name_becomes_an_id_without_diacritics() -> None:
    assert AN.id == "nguyen_thi_duc_an"
    with pytest.raises(ValueError, match="Họ tên"):
        Learner.named(" ... ")


def test_the_zip_holds_notebook_work_and_receipt(tmp_path: Path, released: Path) -> None:
    desk(tmp_path / "bai", released)
    receipt, path = hand_in(tmp_path / "bai", AN, tmp_path / "usb", at=EIGHT)
    assert path.name == f"{BAI}__nguyen_thi_duc_an__20261120-080000.zip"
    with zipfile.ZipFile(path) as archive:
        assert set(archive.namelist()) == {"bai_lam.json", "bien_nhan.json", f"{BAI}.ipynb"}
    assert read_parcel(path).receipt == receipt
    text = "\n".join(receipt.lines())
    assert f"{len(half_work().orders)} việc đã giao" in text
    assert receipt.code in text


def test_an_earlier_zip_is_never_overwritten(tmp_path: Path, released: Path) -> None:
    desk(tmp_path / "bai", released)
    _, first = hand_in(tmp_path / "bai", AN, tmp_path / "usb", at=EIGHT)
    _, second = hand_in(tmp_path / "bai", AN, tmp_path / "usb", at=EIGHT)
    assert first != second
    assert first.exists()


def test_nothing_to_hand_in_is_said(tmp_path: Path) -> None:
    with pytest.raises(HandInError, match="Chưa có bài làm"):
        hand_in(tmp_path, AN, tmp_path / "usb")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, released: Path) -> None:
    desk(tmp_path / "bai", released)
    (tmp_path / "usb").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(HandInError, match="chọn nơi khác"):
        hand_in(tmp_path / "bai", AN, tmp_path / "usb")


def test_a_changed_file_or_receipt_is_refused(tmp_path: Path, released: Path) -> None:
    desk(tmp_path / "bai", released)
    _, path = hand_in(tmp_path / "bai", AN, tmp_path)
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}

    def repacked(name: str, content: bytes) -> Path:
        target = tmp_path / "khac.zip"
        with zipfile.ZipFile(target, "w") as archive:
            for one, old in files.items():
                archive.writestr(one, content if one == name else old)
        return target

    with pytest.raises(ParcelError, match=r"bai_lam\.json” đã bị thay đổi"):
        read_parcel(repacked("bai_lam.json", b"{}"))
    receipt = json.loads(files["bien_nhan.json"])
    receipt["learner"]["id"] = "tran_binh"
    with pytest.raises(ParcelError, match="Biên nhận đã bị sửa"):
        read_parcel(repacked("bien_nhan.json", json.dumps(receipt).encode()))


def test_a_class_takes_zips_and_has_a_sentence_for_each(
    tmp_path: Path, released: Path, school: Path
) -> None:
    file = desk(tmp_path / "an", released)
    usb = tmp_path / "usb"
    _, old = hand_in(tmp_path / "an", AN, usb, at=EIGHT)
    shutil.copy(old, usb / "ban sao.zip")
    (usb / "hỏng.zip").write_bytes(b"PK nothing")
    with zipfile.ZipFile(usb / "long.zip", "w") as archive:
        archive.write(old, old.name)
    desk(tmp_path / "binh", released, EIGHT + timedelta(seconds=7))
    hand_in(tmp_path / "binh", AN, usb, at=EIGHT + timedelta(minutes=9))

    said = {one.path.name: one for one in collect(school, usb)}
    assert {name: one.fate for name, one in said.items() if name.isascii()} == {
        "ban sao.zip": Fate.TAKEN,
        old.name: Fate.SAME,
        "long.zip": Fate.REFUSED,
        f"{BAI}__{AN.id}__20261120-080900.zip": Fate.OTHER_PERSON,
    }
    assert said["hỏng.zip"].fate is Fate.REFUSED
    assert "zip chứa tệp zip khác" in said["long.zip"].sentence
    place = school / "submitted" / AN.id / BAI
    assert {path.name for path in place.iterdir()} == {
        "bai_lam.json",
        f"{BAI}.ipynb",
        "timestamp.txt",
    }

    file.save(file.work.model_copy(update={"answers": {"so_phieu": "5"}}), "answer", "so_phieu")
    later = tmp_path / "usb 2"
    hand_in(tmp_path / "an", AN, later, at=EIGHT + timedelta(hours=1))
    assert fates(collect(school, later)) == [Fate.REPLACED]
    kept = Work.model_validate_json((place / "bai_lam.json").read_bytes())
    assert kept.answers == {"so_phieu": "5"}
    assert Fate.OLDER in fates(collect(school, usb))
    assert Work.model_validate_json((place / "bai_lam.json").read_bytes()) == kept
    assert len(list((school / "downloaded" / BAI / "kept").iterdir())) == 2
