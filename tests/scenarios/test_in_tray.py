"""The week's in-tray: one paper of every duty of the first group in each variant."""

from __future__ import annotations

from scenarios.case import load_case
from scenarios.variants import all_variants

CASE = load_case("chuc_nang_nhiem_vu")


def test_every_duty_of_the_first_group_has_one_paper_in_the_tray() -> None:
    for variant in all_variants(CASE.file):
        true = CASE.in_variant(variant.id).true_table("khay")
        assert true is not None
        assert [len(true.of_kinds((f"n1_{duty}",))) for duty in range(1, 10)] == [1] * 9
        assert len(true.of_kinds(("n1",))) == 9
