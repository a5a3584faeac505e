"""The month's and the week's programme as tables: months differ, weeks can always be arranged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from office_sim.timetable import faults
from office_sim.true_table import TrueTable
from scenarios.case import CASES_DIR, load_case, read_case
from scenarios.pool import PoolError
from scenarios.timetable_table import activities_of, draft_of
from scenarios.variants import all_variants

CASE = load_case("chuong_trinh_cong_tac")
VARIANTS = [one.id for one in all_variants(CASE.file)]


def true(variant: str, table: str) -> TrueTable:
    found = CASE.in_variant(variant).true_table(table)
    assert found is not None
    return found


def test_in_every_variant_the_reference_week_is_without_faults() -> None:
    for variant in VARIANTS:
        week = true(variant, "lich_tuan")
        cells = {row.id: {name: one[0] for name, one in row.right.items()} for row in week.rows}
        assert not any(faults(activities_of(week), draft_of(week, cells)).values()), variant


def test_every_month_takes_some_in_and_leaves_some_out() -> None:
    for variant in VARIANTS:
        month = true(variant, "chon_viec")
        assert len(month.of_kinds(("vao",))) >= 7
        for kind in ("sau", "da_co", "ngoai", "gap"):
            assert month.of_kinds((kind,)), (variant, kind)


def test_what_the_full_committee_decides_waits_for_the_month_in_which_it_sits() -> None:
    october, december = (
        true(f"{month}-a", "chon_viec").of_kinds(("ban_chap_hanh",))[0].right
        for month in ("thang_10", "thang_12")
    )
    assert october["dua_vao"] == ("sau",)
    assert (december["dua_vao"], december["phien"]) == (("vao",), ("bch",))


def test_an_urgent_matter_can_only_stand_in_the_first_sitting() -> None:
    for variant in VARIANTS:
        for row in true(variant, "chon_viec").of_kinds(("gap",)):
            assert row.right["phien"] == ("b1",)


def test_an_author_is_told_of_a_week_that_nobody_could_arrange(tmp_path: Path) -> None:
    folder = tmp_path / CASE.id
    shutil.copytree(CASES_DIR / CASE.id, folder)
    pool = folder / "viec_tuan.toml"
    text = pool.read_text(encoding="utf-8")
    crowded = text.replace('until = "t3s|t3c|t4s|t4c"', 'at = "t3c", until = "t2s"')
    assert crowded != text
    pool.write_text(crowded, encoding="utf-8")
    with pytest.raises(PoolError, match="không xếp được tuần nào"):
        read_case(folder).true_table("lich_tuan")
