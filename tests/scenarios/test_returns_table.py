"""Sums and shares drawn for the exercise on reports: real figures stay, others differ."""

from __future__ import annotations

import re

import pytest

from office_sim.true_table import TrueTable
from scenarios.case import load_case
from scenarios.returns_table import ALL_BELOW, BLANK_IS_ZERO, MEAN, NONE_IS_BLANK, OLD_COUNT
from scenarios.variants import all_variants

CASE = load_case("tong_hop_bao_cao")
TABLES = [CASE.in_variant(one.id) for one in all_variants(CASE.file)]


def drawn(name: str) -> list[TrueTable]:
    return [table for case in TABLES if (table := case.true_table(name)) is not None]


def test_the_sum_of_real_figures_is_that_of_the_source_in_every_variant() -> None:
    sums = {
        (row.given["don_vi"], row.right["tong"][0], row.right["noi_bao"][0])
        for table in drawn("tinh")
        for row in table.of_kinds(("that",))
    }
    assert sums == {
        ("chỉ thị", "25", "6"),
        ("kế hoạch", "96", "6"),
        ("báo cáo", "127", "2"),
        ("đơn thư", "243", "3"),
        ("người", "91", "8"),
    }


def test_the_other_figures_differ_between_variants() -> None:
    told = {row.given["so"] for table in drawn("tinh") for row in table.of_kinds(("bao_lai",))}
    assert len(told) == len(TABLES)


@pytest.mark.parametrize("kind", ["khong", "bao_lai"])
def test_what_is_shown_adds_up_to_the_sum(kind: str) -> None:
    for table in drawn("tinh"):
        for row in table.of_kinds((kind,)):
            last = [
                int(found[-1])
                for one in row.given["so"].split("; ")
                if (found := re.findall(r"\d+", one))
            ]
            assert row.right["tong"][0] == str(sum(last))


def test_every_trap_has_its_slip_and_gives_something_wrong() -> None:
    wanted = {"tinh": {BLANK_IS_ZERO, NONE_IS_BLANK, OLD_COUNT}, "ty_le": {MEAN, ALL_BELOW}}
    for name, slips in wanted.items():
        for table in drawn(name):
            assert {slip for row in table.rows for slip in row.slips} == slips
            for row in table.rows:
                for cells in row.slips.values():
                    assert all(text not in row.right[column] for column, text in cells.items())
