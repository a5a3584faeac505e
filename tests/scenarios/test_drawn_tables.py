"""Drawn tables: one seed gives the same rows, others other ones; mistakes of authors are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scenarios.case import CASES_DIR, Case, load_case, read_case
from scenarios.check_tables import check_tables
from scenarios.edits import Edit, edited, reference_work
from scenarios.play import play
from scenarios.pool import PoolError, read_pool
from scenarios.variants import all_variants
from scenarios.work import Work

CASE = load_case("don_thu")


def rows(case: Case) -> list[tuple[str, ...]]:
    return [tuple(row.cells.values()) for row in case.table_rows("so_don")]


def test_the_same_variant_has_the_same_rows_and_another_one_others() -> None:
    again = read_case(CASES_DIR / "don_thu")
    assert rows(CASE) == rows(again)
    drawn = {tuple(rows(CASE.in_variant(one.id))) for one in all_variants(CASE.file)}
    assert len(drawn) == sum(1 for _ in all_variants(CASE.file))


def test_nothing_of_the_truth_stands_in_the_rows_that_are_shown() -> None:
    shown = " ".join(" ".join((row.id, *row.cells.values())) for row in CASE.table_rows("so_don"))
    true = CASE.true_table("so_don")
    assert true is not None
    for row in true.rows:
        assert row.why not in shown
        assert not any(kind in shown for kind in row.kinds if "_" in kind)


def test_every_group_has_as_many_rows_as_the_pool_says() -> None:
    pool = read_pool(CASE.folder / "don.toml")
    for variant in all_variants(CASE.file):
        true = CASE.in_variant(variant.id).true_table("so_don")
        assert true is not None
        for group, count in pool.draw.items():
            assert len(true.of_kinds((group,))) == count


def test_a_table_that_is_not_drawn_has_no_truth() -> None:
    assert load_case("tham_27_7").true_table("ra_soat") is None
    assert CASE.true_table("khong_co") is None


def test_a_case_without_a_meeting_runs_from_its_start_to_its_end() -> None:
    run = play(CASE, Work(case=CASE.id))
    assert run.finished
    assert CASE.world.meeting is None
    assert [event.kind.value for event in run.log] == ["case_started", "case_ended"]
    with pytest.raises(LookupError, match="không có hội nghị"):
        _ = run.office.meeting


def test_a_kind_in_an_edit_stands_for_all_its_rows() -> None:
    work = edited(CASE, reference_work(CASE), Edit(tables={"so_don": {"@thieu": {"loai": "x"}}}))
    true = CASE.true_table("so_don")
    assert true is not None
    changed = {row for row, cells in work.tables["so_don"].items() if cells["loai"] == "x"}
    assert changed == {row.id for row in true.of_kinds(("thieu",))}


def test_a_slip_writes_what_people_typically_write() -> None:
    work = edited(CASE, reference_work(CASE), Edit(slips={"so_don": ("ngay_lich",)}))
    before = reference_work(CASE).tables["so_don"]
    assert all(work.tables["so_don"][row]["loai"] == cells["loai"] for row, cells in before.items())
    assert any(work.tables["so_don"][row] != cells for row, cells in before.items())


@pytest.mark.parametrize(
    "changes", [{"tables": {"so_don": {"@la": {}}}}, {"slips": {"so_don": ("la",)}}]
)
def test_an_edit_of_no_row_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        edited(CASE, reference_work(CASE), Edit.model_validate(changes))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('group = "thieu"', 'group = "la"', "không bao giờ được rút"),
        ("thieu = 2", "thieu = 20", "nhóm này chỉ có 3"),
        ('id = "thieu_ngay"', 'id = "thieu_chu_ky"', "mã dùng hai lần"),
        ("{nguoi_1}, thôn {thon}: xin hủy", "{nguoi_9}: xin hủy", "không có: “nguoi_9”"),
        ('noi_dung = "Tám hộ', 'noi = "Tám hộ', "given và columns không khớp"),
        ("schema = 1", "schema = 2", "dùng 1"),
    ],
)
def test_mistakes_of_a_pool_are_told_with_their_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = (CASE.folder / "don.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "don.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PoolError) as caught:
        read_pool(tmp_path / "don.toml")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("case.toml", '{ id = "tach", text', '{ id = "chia", text', "“tach” không phải một mục"),
        ("case.toml", "petitions:don.toml", "petitions:la.toml", "không mở được tệp"),
        ("case.toml", "petitions:don.toml", "la:don.toml", "không có tệp “la:don.toml”"),
        ("case.toml", 'phase = "theo_doi"', 'phase = "o_dau"', "không có “o_dau”"),
    ],
)
def test_mistakes_of_a_drawn_table_are_told(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    folder = tmp_path / "don_thu"
    shutil.copytree(CASE.folder, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [str(one) for one in check_tables(read_case(folder))]
    assert any(said in one for one in found), found
