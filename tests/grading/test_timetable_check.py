"""The check of a week's programme: any draft without the fault is right; authors are helped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grading import score
from grading.check_rubric import check_rubric
from grading.explained import explained
from grading.proofs import not_met, whole_score
from grading.rubric import load_rubric
from grading.score import judged
from scenarios.case import CASES_DIR, load_case, read_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.timetable_table import draft_of
from scenarios.work import Work

CASE = load_case("chuong_trinh_cong_tac")
WEEK = "lich_tuan"


def failed(work: Work) -> frozenset[str]:
    return not_met(whole_score(CASE, work))


def changed(**cells: str) -> Work:
    rows = {f"@{name}": {"luc": half_day} for name, half_day in cells.items()}
    return edited(CASE, reference_work(CASE), Edit(tables={WEEK: rows}))


def test_another_arrangement_without_clashes_earns_as_much_as_the_reference() -> None:
    true = CASE.true_table(WEEK)
    assert true is not None
    moved = 0
    for row in true.rows:
        for half_day in row.right["luc"][1:]:
            other = changed(**{row.activity.id: half_day}) if row.activity else None
            assert other is not None
            assert other != reference_work(CASE)
            assert failed(other) == set()
            moved += 1
    assert moved > 5


def test_a_clash_is_told_by_its_first_row_and_not_by_what_is_right() -> None:
    finding = next(
        one for one in score(CASE, changed(hoc_nghi_quyet="t4s")).findings if one.criterion == "T02"
    )
    assert "Còn 2 việc vướng người" in finding.why
    assert "trước hết xem lại hàng" in finding.why
    assert "Thứ" not in finding.why.replace("Ban Thường", "")


def test_after_hand_in_each_row_that_clashes_is_told_with_a_place_that_does_not() -> None:
    criterion = next(one for one in load_rubric(CASE.folder).criteria if one.id == "T04")
    lines = explained(judged(CASE, changed(gui_tai_lieu="t4s")).evidence, criterion)
    assert len(lines) == 1
    assert "anh/chị xếp Sáng thứ Tư, Chánh văn phòng, Nơi khác" in lines[0]
    assert "trong một lịch không vướng: Sáng thứ Ba" in lines[0]
    assert explained(judged(CASE, reference_work(CASE)).evidence, criterion) == []


def test_cells_that_are_not_filled_stand_nowhere_in_the_draft() -> None:
    true = CASE.true_table(WEEK)
    assert true is not None
    empty = draft_of(true, {})
    assert len(empty) == len(true.rows)
    assert {one.half_day for one in empty.values()} == {""}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kinds = ["lich_tren"]', 'kinds = ["viec_khac"]', "không có việc nào có thể phạm"),
        ('table = "lich_tuan"', 'table = "chon_viec"', "không có “luc”"),
    ],
)
def test_an_author_is_told_of_a_check_that_could_never_speak(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    folder = tmp_path / CASE.id
    shutil.copytree(CASES_DIR / CASE.id, folder)
    path = folder / "rubric.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [str(one) for one in check_rubric(read_case(folder), load_rubric(folder))]
    assert any(said in one for one in found), found
