"""Replaying with one change shows what differs, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from office_sim.log import EventKind
from scenarios.case import load_case
from scenarios.compare import compare_runs
from scenarios.edits import Edit, edited, reference_work
from scenarios.play import play

CASE = load_case("hoi_nghi_dot_xuat")


def test_the_same_work_twice_differs_in_nothing() -> None:
    work = reference_work(CASE)
    assert compare_runs(play(CASE, work), play(CASE, work)) == []


def test_an_order_given_earlier_shows_how_much_earlier_its_outcome_came() -> None:
    work = reference_work(CASE)
    earlier = edited(CASE, work, Edit(move={"hau_can": "start+15m"}))
    found = compare_runs(play(CASE, work), play(CASE, earlier))
    shifts = {one.before.kind: one.shift for one in found if one.before is not None and one.shift}
    assert shifts == {EventKind.LOGISTICS_ARRANGED: timedelta(minutes=-10)}


def test_an_order_left_out_is_missing_in_the_second_run() -> None:
    work = reference_work(CASE)
    without = edited(CASE, work, Edit(drop=("hau_can",)))
    found = compare_runs(play(CASE, work), play(CASE, without))
    assert [one.before.kind for one in found if one.after is None and one.before is not None] == [
        EventKind.LOGISTICS_ARRANGED
    ]


def test_a_chain_of_consequences_appears_only_in_the_run_that_earned_it() -> None:
    work = reference_work(CASE)
    unconfirmed = edited(CASE, work, Edit(drop=("goi_xac_nhan",)))
    found = compare_runs(play(CASE, work), play(CASE, unconfirmed))
    subjects = {one.after.subject for one in found if one.before is None and one.after}
    assert {"chuoi_hoan_hop", "chuoi_cham", "chuoi_tinh_hoi"} <= subjects
