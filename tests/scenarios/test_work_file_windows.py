"""The work file when it is damaged, of another case, or open in two windows at once."""

from datetime import datetime
from pathlib import Path

import pytest

from scenarios.work import OrderLine, Work, is_chain_whole
from scenarios.work_file import FILE_NAME, OutdatedError, UnreadableError, WorkFile, read_work

CASE = "hoi_nghi_dot_xuat"


def noon() -> datetime:
    return datetime(2026, 11, 3, 12, 0, 5)


def opened(folder: Path) -> WorkFile:
    file, sentence = WorkFile.open(folder, CASE, "sat_lo-btv-h16", noon)
    assert not sentence
    return file


def with_order(work: Work, task: str) -> Work:
    line = OrderLine(id=task, task=task, who="tam", at=datetime(2026, 9, 22, 16))
    return work.model_copy(update={"orders": (*work.orders, line)})


def kept(folder: Path) -> list[str]:
    return [one.read_text(encoding="utf-8") for one in folder.glob("bai_lam_giu_lai_*.json")]


def test_opening_writes_nothing(tmp_path: Path) -> None:
    opened(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", ["{", '{"case": "tham_27_7"}', "[]", "\x00"])
def test_a_file_that_cannot_be_used_stays_as_it_is_until_the_first_save(
    tmp_path: Path, content: str
) -> None:
    place = tmp_path / FILE_NAME
    place.write_text(content, encoding="utf-8")
    file, sentence = WorkFile.open(tmp_path, CASE, "", noon)
    assert "bai_lam_giu_lai" in sentence
    assert place.read_text(encoding="utf-8") == content
    file.save(with_order(file.work, "chuong_trinh"), "order")
    assert kept(tmp_path) == [content]
    assert read_work(place) == file.work


def test_a_file_that_cannot_be_opened_is_neither_lost_nor_taken_for_empty(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(UnreadableError, match="đóng chương trình đang mở tệp này"):
        WorkFile.open(tmp_path, CASE, "", noon)


def test_a_second_window_does_not_overwrite_what_the_first_saved(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    first.save(with_order(first.work, "chuong_trinh"), "order")
    assert second.is_outdated()
    with pytest.raises(OutdatedError, match="cửa sổ khác"):
        second.save(with_order(second.work, "dat_phong"), "order")
    assert read_work(first.path) == first.work


def test_after_reloading_the_second_window_goes_on_from_the_newer_work(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    first.save(with_order(first.work, "chuong_trinh"), "order")
    second.reload()
    second.save(with_order(second.work, "dat_phong"), "order")
    found = read_work(first.path)
    assert found is not None
    assert [order.task for order in found.orders] == ["chuong_trinh", "dat_phong"]
    assert is_chain_whole(found)


def test_a_copy_of_the_same_work_is_no_newer_one(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.save(with_order(file.work, "chuong_trinh"), "order")
    file.path.write_bytes(file.path.read_bytes())
    assert not file.is_outdated()


def test_a_file_damaged_meanwhile_is_set_aside_and_the_work_on_screen_saved(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.save(with_order(file.work, "chuong_trinh"), "order")
    file.path.write_text("{", encoding="utf-8")
    file.save(with_order(file.work, "dat_phong"), "order")
    assert kept(tmp_path) == ["{"]
    assert read_work(file.path) == file.work


def test_a_file_deleted_meanwhile_is_written_again(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.save(with_order(file.work, "chuong_trinh"), "order")
    file.path.unlink()
    file.save(with_order(file.work, "dat_phong"), "order")
    assert read_work(file.path) == file.work
