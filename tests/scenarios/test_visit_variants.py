"""Hundreds of variants of the visits: drawn from a seed, each with a list and a plan of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from office_sim.families import MARK_OF
from scenarios.case import Case, load_case, read_case
from scenarios.check_tables import check_tables
from scenarios.check_visits import check_visits
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.variants import (
    VariantError,
    clock_variants,
    count_variants,
    sample_variants,
    variant_from_seed,
)

CASE = load_case("tham_27_7")
DRAWN = [variant_from_seed(CASE.file, seed).id for seed in range(8)]


def test_there_are_more_than_two_hundred_variants() -> None:
    assert count_variants(CASE.file) >= 200


def test_a_sample_holds_every_value_of_every_axis() -> None:
    sample = sample_variants(CASE.file, 40)
    assert len({variant.id for variant in sample}) == 40
    for axis in CASE.file.axes:
        assert {variant.chosen[axis.id] for variant in sample} == {one.id for one in axis.values}


def test_the_clock_needs_only_the_axis_that_sets_it() -> None:
    assert [variant.chosen["days"] for variant in clock_variants(CASE.file)] == ["d14", "d9", "d6"]


def test_a_wrong_name_of_many_variants_says_how_names_are_made() -> None:
    with pytest.raises(VariantError, match="me/thuong_binh/tho_cung - n10/n16/n24"):
        load_case("tham_27_7", "me-n99-bi_thu-mua-du-tinh-d14")


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawn_variant_plays_to_its_end_with_the_families_asked_for(name: str) -> None:
    here = CASE.in_variant(name)
    work = reference_work(here)
    run = play(here, work)
    assert run.finished
    visits = here.world.visits
    assert visits is not None
    assert len(work.tables["chon_tham"]) == visits.wanted
    assert {cells["loi"] for cells in work.tables["ra_soat"].values()} == {
        mark.value for mark in MARK_OF.values()
    }


def test_the_texts_of_a_variant_speak_of_its_own_families() -> None:
    here = CASE.in_variant(DRAWN[0])
    visits = here.world.visits
    assert visits is not None
    family = visits.family(here.say("{dead_row}"))
    assert family is not None
    assert here.say("{dead}").endswith(family.name)
    told = next(one.text for one in here.world.happenings if one.id == "moi_mat")
    assert family.name in told


def broken(tmp_path: Path, old: str, new: str) -> Case:
    folder = tmp_path / "tham_27_7"
    folder.mkdir()
    for name in ("case.toml", "brief.md"):
        text = (CASE.folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_case(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "ra_soat"\nphase', 'id = "ra_soat_cu"\nphase', "thiếu bảng “ra_soat”"),
        ('centre = "may_thuong"', 'centre = "o_dau"', "không có “o_dau”"),
        ('leader = "thai"', 'leader = "ai_do"', "không có “ai_do”"),
        ('leader_id = "thai"', 'leader_id = "ai_do"', "không có “ai_do”"),
        ('target = "ngam_na_lan"', 'target = "cau_go"', "không có “cau_go”"),
        ('end = "na_lan"\nminutes = 12', 'end = "xa_lac"\nminutes = 12', "không có “xa_lac”"),
        ('people = "dao"', 'people = "nguoi_la"', "không có “nguoi_la”"),
        ("limits = { xa = 16000000 }", "limits = { kho = 16000000 }", "không có “kho”"),
        ('show = ["so", "ho_ten", "nam_sinh", "dan', 'show = ["cot_la", "dan', "không có “cot_la”"),
        ('follows = "chon_tham"', 'follows = "bang_la"', "không có “bang_la”"),
    ],
)
def test_what_leads_nowhere_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    if 'people = "dao"' in old:
        with pytest.raises(KeyError):
            broken(tmp_path, old, new)
        return
    case = broken(tmp_path, old, new)
    found = [str(mistake) for mistake in (*check_tables(case), *check_visits(case))]
    assert any(said in one for one in found), found
