"""The rubric notices when an order of the reference is spoiled."""

from __future__ import annotations

from functools import cache

import pytest

from grading.mutate import Mutation, MutationKind, mutate, named_works_caught
from scenarios.case import case_ids, load_case

GOAL = 0.9


@cache
def mutations(case_id: str) -> tuple[Mutation, ...]:
    return tuple(mutate(load_case(case_id)))


@pytest.mark.parametrize("case_id", case_ids())
def test_all_wrong_works_are_caught_by_exactly_what_they_name(case_id: str) -> None:
    caught, total = named_works_caught(load_case(case_id))
    assert total > 0
    assert caught == total


@pytest.mark.parametrize("case_id", case_ids())
def test_nearly_every_spoiled_order_or_cell_changes_a_finding(case_id: str) -> None:
    found = mutations(case_id)
    assert sum(one.caught for one in found) >= GOAL * len(found)


@pytest.mark.parametrize("case_id", case_ids())
def test_every_order_is_left_out_once_and_every_drawn_cell_emptied_once(case_id: str) -> None:
    wanted = (MutationKind.DROPPED, MutationKind.BLANK)
    spoiled = [one.task for one in mutations(case_id) if one.kind in wanted]
    assert len(spoiled) == len(set(spoiled)) > 0
