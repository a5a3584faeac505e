"""Variants: all of them, by name, from a seed, a fair sample."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.case import CASES_DIR, case_ids, load_case
from scenarios.variants import (
    VariantError,
    all_variants,
    clock_variants,
    count_variants,
    default_variant,
    sample_variants,
    variant_from_seed,
    variant_named,
)

FILE = load_case("hoi_nghi_dot_xuat").file
NAMES = {variant.id for variant in all_variants(FILE)}


def test_the_first_case_has_five_causes_two_bodies_and_three_times() -> None:
    variants = list(all_variants(FILE))
    assert len(variants) == count_variants(FILE) == 30
    assert len(NAMES) == 30
    assert [len(axis.values) for axis in FILE.axes] == [5, 2, 3]


@pytest.mark.parametrize("case_id", case_ids())
def test_each_variant_is_found_by_its_name(case_id: str) -> None:
    file = load_case(case_id).file
    for variant in sample_variants(file, 40):
        assert variant_named(file, variant.id) == variant
    assert variant_named(file, "") == default_variant(file)


def test_the_seed_decides_and_always_gives_the_same_variant() -> None:
    drawn = {seed: variant_from_seed(FILE, seed).id for seed in (1, 2, 3, "lớp 7A", "lớp 7B")}
    assert drawn == {
        1: "sat_lo-bch-h40",
        2: "lenh_tinh-btv-h4",
        3: "lenh_tinh-btv-h16",
        "lớp 7A": "dich_benh-btv-h4",
        "lớp 7B": "sat_lo-btv-h16",
    }


@settings(max_examples=40)
@given(st.one_of(st.integers(), st.text(max_size=20)))
def test_any_seed_gives_a_variant_of_the_case(seed: int | str) -> None:
    assert variant_from_seed(FILE, seed).id in NAMES


def test_seeds_reach_every_variant() -> None:
    assert len({variant_from_seed(FILE, seed).id for seed in range(400)}) == 30


@pytest.mark.parametrize(
    "name", ["sat_lo", "sat_lo-btv", "btv-sat_lo-h4", "sat_lo-btv-h4-", "SAT_LO-btv-h4", "-"]
)
def test_a_wrong_name_is_answered_with_the_right_ones(name: str) -> None:
    with pytest.raises(VariantError, match=r"hoi_nghi_dot_xuat không có biến thể “.*sat_lo-btv-h4"):
        variant_named(FILE, name)


def test_a_part_belongs_to_the_variants_that_its_axes_name() -> None:
    variant = variant_named(FILE, "sat_lo-btv-h4")
    assert variant.includes({})
    assert variant.includes({"cause": ("sat_lo", "chay_cho"), "time": ("h4",)})
    assert not variant.includes({"cause": ("sat_lo",), "time": ("h40",)})
    assert not variant.includes({"mua": ("he",)})


def test_a_sample_holds_the_default_and_every_value_and_is_the_same_each_time() -> None:
    sample = sample_variants(FILE, 8)
    assert len({variant.id for variant in sample}) == 8
    assert sample[0] == default_variant(FILE)
    for axis in FILE.axes:
        assert {variant.chosen[axis.id] for variant in sample} == {one.id for one in axis.values}
    assert [one.id for one in sample_variants(FILE, 8)] == [one.id for one in sample]
    assert sample_variants(FILE, 30) == list(all_variants(FILE))


def test_the_clock_depends_on_the_axes_that_set_it() -> None:
    chosen = list(clock_variants(FILE))
    assert {variant.chosen["time"] for variant in chosen} == {"h4", "h16", "h40"}
    assert {variant.chosen["cause"] for variant in chosen} == {"sat_lo"}


def test_the_cases_lie_where_they_are_looked_for() -> None:
    assert (CASES_DIR / "hoi_nghi_dot_xuat" / "case.toml").is_file()
