"""Tables of a case: their rows in words, their cells in the work, merged cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from office_sim.log import EventKind
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.merge import merge
from scenarios.play import play
from scenarios.table_file import ColumnText, TableText
from scenarios.tables import columns_of, rows_of
from scenarios.work import MAX_ROWS, Work
from scenarios.work_file import WorkError, parse_work, read_work
from scenarios.work_tables import cell, with_cell, with_cells

CASE = load_case("tham_27_7")
EMPTY = Work(case=CASE.id, variant=CASE.variant.id)
AT = ("ra_soat", "h001", "loi")


def test_the_list_is_shown_in_words_and_hides_what_is_planted() -> None:
    rows = CASE.table_rows("ra_soat")
    assert 180 <= len(rows) <= 190
    assert list(CASE.table_columns("ra_soat")) == list(rows[0].cells)
    shown = " ".join(text for row in rows for text in row.cells.values())
    for hidden in ("death", "double", "đã mất", "ghi hai lần", "True", "None"):
        assert hidden not in shown


def test_no_medical_detail_stands_in_the_list() -> None:
    assert {row.cells["suc_khoe"] for row in CASE.table_rows("ra_soat")} == {"", "yếu"}


def test_the_timetable_shows_only_the_chosen_families() -> None:
    work = with_cell(EMPTY, ("chon_tham", "h005", "chon"), "co")
    assert [row.id for row in CASE.table_rows("lich", work)] == ["h005"]
    assert len(CASE.table_rows("lich")) >= 180


def test_an_unknown_table_has_no_rows_and_no_columns() -> None:
    assert CASE.table_rows("khong_co") == []
    assert CASE.table_columns("khong_co") == {}


def test_a_table_is_locked_once_the_ceremony_has_begun() -> None:
    work = reference_work(CASE)
    before = play(CASE, work, until=CASE.world.start)
    assert not CASE.is_table_locked("lich", before)
    assert CASE.is_table_locked("lich", play(CASE, work))


def test_rows_may_come_from_a_csv_file(tmp_path: Path) -> None:
    text = "ma,Tên,Số\na,Văn bản một,3\nb,Văn bản hai,\n"
    (tmp_path / "rows.csv").write_text(text, encoding="utf-8")
    table = TableText(
        id="bang",
        phase="before",
        title="Bảng",
        rows="rows.csv",
        column=(ColumnText(id="x", title="X", kind="text"),),  # type: ignore[call-arg]
    )
    rows = rows_of(table, tmp_path, None)
    assert [(row.id, dict(row.cells)) for row in rows] == [
        ("a", {"Tên": "Văn bản một", "Số": "3"}),
        ("b", {"Tên": "Văn bản hai", "Số": ""}),
    ]
    assert list(columns_of(table, tmp_path, None)) == ["Tên", "Số"]


def test_a_cell_is_kept_and_clearing_it_leaves_no_trace() -> None:
    work = with_cell(EMPTY, AT, "trung")
    assert cell(work, *AT) == "trung"
    assert with_cell(work, AT, "") == EMPTY


def test_many_cells_are_changed_at_once() -> None:
    work = with_cells(EMPTY, {("chon_tham", f"h{at:03d}", "chon"): "co" for at in range(1, 9)})
    assert len(work.tables["chon_tham"]) == 8
    assert not work.is_untouched


def test_tables_survive_the_file(tmp_path: Path) -> None:
    work = with_cell(EMPTY, AT, "da_mat")
    path = tmp_path / "bai_lam.json"
    path.write_text(work.to_json(), encoding="utf-8")
    assert read_work(path) == work


def test_a_work_without_tables_says_nothing_of_them() -> None:
    assert '"tables"' not in EMPTY.to_json()


@pytest.mark.parametrize(
    "tables",
    [
        '{"t": {"r": {"c": 5}}}',
        '{"t": {"r": "x"}}',
        '{"t": {"r": {"c": "' + "x" * 401 + '"}}}',
        '{"t": {' + ",".join(f'"r{at}": {{}}' for at in range(MAX_ROWS + 1)) + "}}",
    ],
)
def test_tables_of_another_shape_or_size_are_refused_with_a_sentence(tables: str) -> None:
    with pytest.raises(WorkError, match="không đúng mẫu"):
        parse_work(f'{{"schema": 1, "case": "tham_27_7", "tables": {tables}}}')


def test_marks_of_two_members_are_merged_cell_by_cell() -> None:
    mine = with_cell(EMPTY, AT, "trung")
    theirs = with_cells(
        EMPTY, {("ra_soat", "h001", "ghi_chu"): "thôn báo", ("lich", "h2", "x"): "y"}
    )
    merged = merge(mine, theirs)
    assert merged.conflicts == ()
    assert merged.work.tables == {
        "ra_soat": {"h001": {"ghi_chu": "thôn báo", "loi": "trung"}},
        "lich": {"h2": {"x": "y"}},
    }


def test_two_marks_in_one_cell_are_a_conflict_that_names_it() -> None:
    merged = merge(with_cell(EMPTY, AT, "trung"), with_cell(EMPTY, AT, "da_mat"))
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.key) == ("cell", "ra_soat/h001/loi")
    assert (conflict.mine, conflict.theirs) == ("trung", "da_mat")
    assert cell(merged.work, *AT) == "trung"


def test_a_mark_taken_out_by_one_member_stays_out() -> None:
    base = with_cell(EMPTY, AT, "trung")
    assert merge(EMPTY, base, base=base).work.tables == {}


def test_the_village_answers_only_for_the_villages_asked() -> None:
    work = reference_work(CASE)
    orders = tuple(
        order.model_copy(update={"options": {"thon": ("may_thuong",)}})
        if order.task == "doi_chieu_thon"
        else order
        for order in work.orders
    )
    run = play(CASE, work.model_copy(update={"orders": orders}))
    told = [event for event in run.office.events(EventKind.LIST_CHECKED) if "thon" in event.detail]
    assert all("Mây Thượng" in line for line in told[0].detail["told"])  # type: ignore[union-attr]
