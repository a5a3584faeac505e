"""Merging the works of a group: both parts are in, a contradiction is told."""

from __future__ import annotations

from datetime import datetime

import pytest

from scenarios.merge import MergeError, merge
from scenarios.work import DecisionLine, OrderLine, Work

NINE = datetime(2026, 9, 22, 9, 0)
TEN = datetime(2026, 9, 22, 10, 0)


def order(name: str, at: datetime = NINE, role: str = "") -> OrderLine:
    return OrderLine(id=name, task=name, who="tam", at=at, as_role=role)


def work(*orders: OrderLine, **more: object) -> Work:
    return Work(case="hoi_nghi_dot_xuat", variant="sat_lo-btv-h16", orders=orders, **more)


def test_orders_of_both_members_are_in_the_merged_work_by_time() -> None:
    merged = merge(work(order("b", TEN)), work(order("a", NINE)))
    assert [one.id for one in merged.work.orders] == ["a", "b"]
    assert merged.conflicts == ()


def test_the_role_of_each_order_is_kept() -> None:
    merged = merge(work(order("a", role="chief")), work(order("b", role="records")))
    assert [one.as_role for one in merged.work.orders] == ["chief", "records"]


def test_one_order_changed_by_both_is_a_conflict_that_shows_both_versions() -> None:
    mine, theirs = order("a", NINE), order("a", TEN)
    merged = merge(work(mine), work(theirs), base=work(order("a", datetime(2026, 9, 22, 8, 0))))
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.key) == ("order", "a")
    assert (conflict.mine, conflict.theirs) == (mine, theirs)


def test_a_change_by_one_member_only_is_taken_without_asking() -> None:
    base = work(order("a", NINE))
    merged = merge(base, work(order("a", TEN)), base=base)
    assert merged.work.orders[0].at == TEN
    assert merged.conflicts == ()


def test_what_one_member_took_out_stays_out_when_the_base_is_known() -> None:
    base = work(order("a"), order("b"))
    merged = merge(work(order("a")), base, base=base)
    assert [one.id for one in merged.work.orders] == ["a"]


def test_taking_out_what_the_other_changed_is_a_conflict() -> None:
    base = work(order("a", NINE))
    merged = merge(work(), work(order("a", TEN)), base=base)
    assert merged.conflicts[0].mine is None


def test_two_different_decisions_at_one_inject_are_a_conflict() -> None:
    mine = work(decisions=(DecisionLine(inject="bao_vang", choice="ke"),))
    theirs = work(decisions=(DecisionLine(inject="bao_vang", choice="bao_cao_ngay"),))
    assert [one.kind for one in merge(mine, theirs).conflicts] == ["decision"]


def test_answers_to_different_questions_are_both_kept() -> None:
    merged = merge(work(answers={"a": "1"}), work(answers={"b": "2"}))
    assert merged.work.answers == {"a": "1", "b": "2"}


def test_works_of_two_variants_are_refused_with_a_sentence() -> None:
    other = work().model_copy(update={"variant": "sat_lo-bch-h4"})
    with pytest.raises(MergeError, match="Hai bài khác nhau về biến thể nên không ghép được"):
        merge(work(), other)
