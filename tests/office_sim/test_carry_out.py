"""Orders on their way: waiting, refused, blocked, one after the other, answered by leaders."""

from datetime import timedelta

from office_sim.log import EventKind
from office_sim.orders import Fact

from .conftest import END, engaged, only, order, person, run, task, told, with_people

DRAFTED = Fact(EventKind.PAPER_DRAFTED, "bao_cao")


def test_work_starts_at_its_hour_and_ends_after_its_duration() -> None:
    done = run([task("viec", EventKind.LIST_PROPOSED)], [order("viec", at="8:10")])
    assert told(done)[1:4] == [
        ("08:10", "order_started", "tam", "viec"),
        ("08:30", "list_proposed", "tam", "hoi_nghi"),
        ("08:30", "order_done", "tam", "viec"),
    ]


def test_an_order_dated_before_the_case_began_is_passed_over() -> None:
    """Only a file changed by hand can hold one: the desk takes none from before the start."""
    done = run([task("viec", EventKind.LIST_PROPOSED)], [order("viec", at="6:00")])
    assert done.log.of_kind(EventKind.ORDER_STARTED) == []
    assert done.finished


def test_an_order_after_the_end_never_starts() -> None:
    late = order("viec", at=END + timedelta(days=3650))
    done = run([task("viec", EventKind.LIST_PROPOSED)], [late])
    assert done.finished
    assert done.log.of_kind(EventKind.ORDER_STARTED) == []


def test_one_person_does_one_thing_at_a_time_in_the_order_of_asking() -> None:
    tasks = [task("mot", EventKind.LIST_PROPOSED), task("hai", EventKind.AGENDA_PROPOSED)]
    done = run(tasks, [order("hai", at="8:00"), order("mot", at="8:05")])
    starts = [(f"{one.at:%H:%M}", one.subject) for one in done.log.of_kind(EventKind.ORDER_STARTED)]
    assert starts == [("08:00", "hai"), ("08:20", "mot")]


def test_two_people_work_side_by_side() -> None:
    tasks = [task("mot", EventKind.LIST_PROPOSED), task("hai", EventKind.AGENDA_PROPOSED)]
    done = run(tasks, [order("mot", at="8:00"), order("hai", who="mai", at="8:00")])
    assert [f"{one.at:%H:%M}" for one in done.log.of_kind(EventKind.ORDER_DONE)] == ["08:20"] * 2


def test_absent_staff_refuse_and_say_why() -> None:
    away = with_people(person("tam", diary=(engaged("8:00", "9:00", "họp ở tỉnh"),)))
    work = [task("viec", EventKind.LIST_PROPOSED)]
    done = run(work, [order("viec", at="8:30")], people=away)
    assert only(done, EventKind.ORDER_REFUSED).detail == {"task": "viec", "reason": "họp ở tỉnh"}
    assert done.log.of_kind(EventKind.ORDER_DONE) == []
    later = run(work, [order("viec", at="9:00")], people=away)
    assert only(later, EventKind.ORDER_DONE)


def test_work_waits_for_what_it_needs() -> None:
    tasks = [
        task("soan", EventKind.PAPER_DRAFTED, "bao_cao"),
        task("ky", EventKind.PAPER_SIGNED, "bao_cao", needs=(DRAFTED,)),
    ]
    done = run(tasks, [order("ky", who="mai", at="8:00"), order("soan", at="8:30")])
    assert f"{only(done, EventKind.PAPER_SIGNED).at:%H:%M}" == "09:10"


def test_work_does_not_wait_for_what_is_there_already() -> None:
    tasks = [
        task("soan", EventKind.PAPER_DRAFTED, "bao_cao"),
        task("ky", EventKind.PAPER_SIGNED, "bao_cao", needs=(DRAFTED,)),
    ]
    done = run(tasks, [order("soan", at="8:00"), order("ky", who="mai", at="9:00")])
    assert f"{only(done, EventKind.PAPER_SIGNED).at:%H:%M}" == "09:20"


def test_what_is_needed_and_never_comes_blocks_the_order_after_its_patience() -> None:
    patient = task("ky", EventKind.PAPER_SIGNED, needs=(DRAFTED,), patience=timedelta(hours=2))
    done = run([patient], [order("ky", at="8:00")])
    blocked = only(done, EventKind.ORDER_BLOCKED)
    assert f"{blocked.at:%H:%M}" == "10:00"
    assert blocked.detail == {"task": "ky", "reason": "paper_drafted:bao_cao"}
    assert done.log.of_kind(EventKind.ORDER_STARTED) == []


def test_the_patience_is_for_all_needs_together() -> None:
    needs = (DRAFTED, Fact(EventKind.PAPER_APPRAISED, "bao_cao"))
    tasks = [
        task("soan", EventKind.PAPER_DRAFTED, "bao_cao"),
        task("ky", EventKind.PAPER_SIGNED, needs=needs, patience=timedelta(hours=2)),
    ]
    done = run(tasks, [order("ky", who="mai", at="8:00"), order("soan", at="9:00")])
    blocked = only(done, EventKind.ORDER_BLOCKED)
    assert f"{blocked.at:%H:%M}" == "10:00"
    assert blocked.detail["reason"] == "paper_appraised:bao_cao"


def test_who_waits_for_a_need_can_do_other_work_meanwhile() -> None:
    tasks = [
        task("ky", EventKind.PAPER_SIGNED, needs=(DRAFTED,)),
        task("khac", EventKind.AGENDA_PROPOSED),
    ]
    done = run(tasks, [order("ky", at="8:00"), order("khac", at="8:10")])
    assert f"{only(done, EventKind.AGENDA_PROPOSED).at:%H:%M}" == "08:30"


def test_a_leader_answers_after_the_time_it_takes_to_decide() -> None:
    ask = task(
        "trinh", EventKind.LIST_SUBMITTED, answered_by="hanh", answer=EventKind.LIST_APPROVED
    )
    done = run([ask], [order("trinh", at="8:00", ly_do="gap")])
    answer = only(done, EventKind.LIST_APPROVED)
    assert (f"{answer.at:%H:%M}", answer.actor, answer.subject) == ("08:30", "hanh", "hoi_nghi")
    assert answer.detail["ly_do"] == "gap"


def test_a_busy_leader_answers_once_free() -> None:
    busy = with_people(
        person(
            "hanh",
            diary=(engaged("8:00", "9:00"), engaged("9:00", "9:40")),
            answer_time=timedelta(minutes=25),
        )
    )
    ask = task(
        "trinh", EventKind.LIST_SUBMITTED, answered_by="hanh", answer=EventKind.LIST_APPROVED
    )
    done = run([ask], [order("trinh", at="8:00")], people=busy)
    assert f"{only(done, EventKind.LIST_SUBMITTED).at:%H:%M}" == "08:20"
    assert f"{only(done, EventKind.LIST_APPROVED).at:%H:%M}" == "10:05"


def test_one_task_can_bring_about_two_events() -> None:
    seal = task("dau", EventKind.PAPER_SEALED, "bao_cao", also=(EventKind.PAPER_REGISTERED,))
    done = run([seal], [order("dau")])
    assert only(done, EventKind.PAPER_SEALED).at == only(done, EventKind.PAPER_REGISTERED).at
    assert only(done, EventKind.PAPER_REGISTERED).detail["symbol"] == "Số 43-BC/ĐU"


def test_orders_for_unknown_tasks_people_or_non_staff_do_nothing() -> None:
    work = [task("viec", EventKind.LIST_PROPOSED)]
    orders = [order("la", who="tam"), order("viec", who="ai_do"), order("viec", who="hanh")]
    assert [kind for _, kind, _, _ in told(run(work, orders)) if kind.startswith("order")] == []


def test_skill_makes_somebody_of_another_post_competent() -> None:
    skilled = with_people(person("khoa", skills=("viec",)))
    done = run([task("viec", EventKind.LIST_PROPOSED)], [order("viec", who="khoa")], people=skilled)
    event = only(done, EventKind.LIST_PROPOSED)
    assert event.detail["competent"] is True
    assert event.detail["role"] == "accountant"
    assert f"{event.at:%H:%M}" == "07:50"
