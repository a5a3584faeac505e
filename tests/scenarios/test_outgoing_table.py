"""Outgoing papers: numbers per kind through the term, secret ones too, none for an unsigned one."""

from __future__ import annotations

import re

import pytest

from scenarios.case import Case, load_case
from scenarios.variants import all_variants

CASE = load_case("van_thu_ngay_cao_diem")
VARIANTS = [pytest.param(CASE.in_variant(one.id), id=one.id) for one in all_variants(CASE.file)]


def numbers(case: Case) -> dict[str, list[int]]:
    """The numbers given to each kind, in the order of the rows."""
    true = case.true_table("di")
    assert true is not None
    given: dict[str, list[int]] = {}
    for row in true.rows:
        if found := re.fullmatch(r"Số (\d{2,})-(\w+)/ĐU", row.right["so"][0]):
            given.setdefault(found[2], []).append(int(found[1]))
    return given


@pytest.mark.parametrize("case", VARIANTS)
def test_every_kind_goes_on_from_its_last_number_of_the_term(case: Case) -> None:
    for kind, run in numbers(case).items():
        last = int(case.say(f"{{so_{kind}}}"))
        assert run == list(range(last + 1, last + 1 + len(run)))


@pytest.mark.parametrize("case", VARIANTS)
def test_a_paper_that_nobody_has_signed_gets_no_number(case: Case) -> None:
    true = case.true_table("di")
    assert true is not None
    assert [row.right["so"] for row in true.of_kinds(("chua_ky",))] == [("",)]


def test_secret_papers_share_the_run_of_their_kind() -> None:
    true = CASE.true_table("di")
    assert true is not None
    (secret,) = true.of_kinds(("mat_di",))
    assert int(re.findall(r"\d+", secret.right["so"][0])[0]) == max(numbers(CASE)["BC"])
    assert secret.slips["mat_rieng"]["so"] not in secret.right["so"]
