"""One change to a work, replayed beside it: only what follows from the change differs."""

from __future__ import annotations

from datetime import timedelta

from office_sim.log import EventKind
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.what_if import (
    AtAnotherHour,
    DecidedOtherwise,
    LeftOut,
    ToAnotherPerson,
    changed,
    replay,
)

CASE = load_case("hoi_nghi_dot_xuat")
WORK = reference_work(CASE)
END = CASE.world.end
ORDERS = {one.task: one for one in WORK.orders}


def test_an_earlier_hour_moves_what_follows_and_the_work_stays() -> None:
    order = ORDERS["hau_can"]
    before = WORK.to_json()
    found = replay(CASE, WORK, AtAnotherHour(order.id, order.at - timedelta(minutes=10)), END)
    kinds = {one.before.kind for one in found.differences if one.before is not None}
    assert kinds == {EventKind.LOGISTICS_ARRANGED}
    assert WORK.to_json() == before
    assert found.until == END


def test_leaving_an_order_out_brings_its_consequences() -> None:
    found = replay(CASE, WORK, LeftOut(ORDERS["goi_xac_nhan"].id), END)
    new = {one.after.subject for one in found.differences if one.before is None and one.after}
    assert "chuoi_hoan_hop" in new


def test_another_person_takes_longer_at_what_is_not_his_work() -> None:
    found = replay(CASE, WORK, ToAnotherPerson(ORDERS["hau_can"].id, "long"), END)
    done = [one.after for one in found.differences if one.after is not None]
    assert {event.actor for event in done if event.kind is EventKind.LOGISTICS_ARRANGED} == {"long"}


def test_another_choice_is_made_at_the_inject_alone() -> None:
    other = changed(WORK, DecidedOtherwise("muon_phong", "mac_ke"))
    assert {one.inject: one.choice for one in other.decisions}["muon_phong"] == "mac_ke"
    assert other.orders == WORK.orders
    assert len(other.decisions) == len(WORK.decisions)


def test_both_runs_go_no_further_than_asked() -> None:
    until = CASE.world.start + timedelta(hours=2)
    found = replay(CASE, WORK, LeftOut(ORDERS["hau_can"].id), until)
    assert found.until == until
    assert all(event.at <= until for run in (found.before, found.after) for event in run.log)


def test_the_comparison_ends_where_the_changed_run_meets_an_undecided_inject() -> None:
    for order in WORK.orders:
        late = changed(WORK, AtAnotherHour(order.id, END))
        met = {one.subject for one in play(CASE, late).office.events(EventKind.INJECT_RAISED)}
        lines = tuple(one for one in late.decisions if one.inject in met)
        held = late.model_copy(update={"decisions": lines})
        found = replay(CASE, held, AtAnotherHour(order.id, order.at), END)
        if found.stops_at_inject:
            assert found.after.waiting is not None
            assert found.after.waiting.id not in met
            assert found.until < END
            assert found.before.now == found.after.now == found.until
            return
    raise AssertionError("no order that brings an inject of its own")


def test_a_change_of_an_unknown_order_changes_nothing() -> None:
    assert changed(WORK, LeftOut("khong_co")) == WORK
    assert replay(CASE, WORK, LeftOut("khong_co"), END).differences == ()
