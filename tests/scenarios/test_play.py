"""Playing a work: what the office knows is done, what it does not know is passed over."""

from datetime import timedelta

from office_sim.log import EventKind
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import DecisionLine, OrderLine, Work

CASE = load_case("hoi_nghi_dot_xuat")
REFERENCE = reference_work(CASE)


def test_an_untouched_work_waits_at_the_first_inject_by_time() -> None:
    run = play(CASE, Work(case=CASE.id))
    assert run.waiting is not None
    assert run.waiting.id == "con_om"
    assert not run.finished


def test_the_reference_runs_to_the_end_in_every_order_of_its_lines() -> None:
    assert play(CASE, REFERENCE).finished


def test_orders_that_the_case_does_not_know_change_nothing() -> None:
    start = CASE.world.start
    strange = (
        OrderLine(id="x1", task="khong_co", who="tam", at=start),
        OrderLine(id="x2", task="dat_phong", who="nguoi_la", at=start),
        OrderLine(id="x3", task="dat_phong", who="hanh", at=start),
    )
    more = REFERENCE.model_copy(update={"orders": (*REFERENCE.orders, *strange)})
    assert play(CASE, more).log.to_csv() == play(CASE, REFERENCE).log.to_csv()


def test_picking_every_item_where_one_is_asked_is_picking_none() -> None:
    by = next(one for one in CASE.tasks if one.id == "xin_trieu_tap").options[0]
    greedy = tuple(item.id for item in by.items)
    orders = tuple(
        one.model_copy(update={"options": {"by": greedy}}) if one.task == "xin_trieu_tap" else one
        for one in REFERENCE.orders
    )
    run = play(CASE, REFERENCE.model_copy(update={"orders": orders}))
    (event,) = run.log.of_kind(EventKind.CONVENING_DECIDED)
    assert event.detail["by"] == ""


def test_options_cannot_write_details_that_the_office_writes() -> None:
    forged = {"competent": "yes", "open_network": "", "kind": "x", "self": "y", "subject": "z"}
    orders = tuple(
        one.model_copy(update={"options": {**one.options, **forged}}) for one in REFERENCE.orders
    )
    run = play(CASE, REFERENCE.model_copy(update={"orders": orders}))
    assert run.log.to_csv() == play(CASE, REFERENCE).log.to_csv()


def test_of_two_decisions_at_one_inject_the_last_one_counts() -> None:
    twice = (DecisionLine(inject="con_om", choice="khong_cho"), *REFERENCE.decisions)
    work = REFERENCE.model_copy(update={"decisions": twice})
    line = work.decision_at("con_om")
    assert line is not None
    assert line.choice == "ban_giao"
    made = play(CASE, work).log.of_kind(EventKind.DECISION_MADE)
    assert [one.detail["choice"] for one in made if one.subject == "con_om"] == ["ban_giao"]
    assert work.decision_at("khong_co") is None


def test_stopping_at_any_hour_shows_the_beginning_of_the_same_log() -> None:
    whole = list(play(CASE, REFERENCE).log)
    world = CASE.world
    for hours in range(0, 30, 3):
        stop = world.start + timedelta(hours=hours)
        assert list(play(CASE, REFERENCE, until=stop).log) == [
            event for event in whole if event.at <= stop
        ]
