"""A run: happenings, decisions, stopping, going on, and the order of what is at one instant."""

import random
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from office_sim.happenings import Happening
from office_sim.log import Event, EventKind
from office_sim.orders import Order
from office_sim.simulation import Run

from .conftest import END, START, clock, happening, only, order, run, task, told

INJECT = {
    "at": "start+1h",
    "by": "hanh",
    "title": "Tình tiết",
    "choices": [
        {"id": "lam", "text": "Làm", "effects": [{"kind": "emit", "target": "da_lam"}]},
        {"id": "bo", "text": "Bỏ"},
    ],
}


def consequences(done: Run) -> list[tuple[str, str]]:
    return [(f"{one.at:%H:%M}", one.subject) for one in done.log.of_kind(EventKind.CONSEQUENCE)]


def emits(happening_id: str, **fields: object) -> Happening:
    effects = [{"kind": "emit", "target": happening_id}]
    return happening(happening_id, effects=effects, **fields)


def test_an_office_without_work_starts_waits_in_vain_and_ends() -> None:
    done = run()
    assert told(done) == [
        ("07:30", "case_started", "", ""),
        ("10:45", "meeting_failed", "", "hoi_nghi"),
        ("17:00", "case_ended", "", ""),
    ]
    assert done.finished
    assert done.now == END


def test_happenings_come_at_their_time_or_after_what_they_wait_for() -> None:
    done = run(
        [task("viec", EventKind.LIST_PROPOSED)],
        [order("viec", at="8:00")],
        [
            emits("theo_gio", at="start+45m"),
            emits("theo_viec", on={"kind": "list_proposed"}, after="10m"),
            emits("ngay_dau", on={"kind": "case_started"}),
            emits("khong_bao_gio", on={"kind": "list_proposed", "actor": "mai"}),
        ],
    )
    assert consequences(done) == [
        ("07:30", "ngay_dau"),
        ("08:15", "theo_gio"),
        ("08:30", "theo_viec"),
    ]


def test_a_happening_answers_the_first_event_that_fits_and_only_that() -> None:
    tasks = [task("viec", EventKind.LIST_PROPOSED)]
    orders = [order("viec", at="8:00"), order("viec", who="mai", at="9:00")]
    assert consequences(run(tasks, orders, [emits("mot", on={"kind": "list_proposed"})])) == [
        ("08:20", "mot")
    ]
    second = emits("hai", on={"kind": "list_proposed", "actor": "mai"})
    assert consequences(run(tasks, orders, [second])) == [("09:20", "hai")]


@pytest.mark.parametrize(
    ("fields", "comes"),
    [
        ({"given": [{"kind": "list_proposed"}]}, True),
        ({"given": [{"kind": "list_proposed"}, {"kind": "list_approved"}]}, False),
        ({"unless": [{"kind": "list_proposed"}]}, False),
        ({"unless": [{"kind": "list_approved"}]}, True),
        ({"unless": [{"kind": "list_approved"}, {"kind": "list_proposed"}]}, False),
    ],
)
def test_given_and_unless_are_asked_when_its_time_has_come(
    fields: dict[str, object], comes: bool
) -> None:
    done = run(
        [task("viec", EventKind.LIST_PROPOSED)],
        [order("viec", at="8:00")],
        [emits("xet", at="start+1h", **fields)],
    )
    assert bool(consequences(done)) is comes


def test_an_inject_without_decision_stops_the_run_and_waits() -> None:
    done = run(happenings=[happening("hoi", **INJECT)])
    assert done.waiting is not None
    assert done.waiting.id == "hoi"
    assert not done.finished
    assert done.now == clock("8:30")
    assert told(done)[-1] == ("08:30", "inject_raised", "hanh", "hoi")


def test_a_choice_that_the_inject_does_not_have_leaves_it_open() -> None:
    done = run(happenings=[happening("hoi", **INJECT)], decisions={"hoi": "la"})
    assert done.waiting is not None


def test_a_decision_is_logged_and_its_effects_follow() -> None:
    done = run(happenings=[happening("hoi", **INJECT)], decisions={"hoi": "lam"})
    assert done.waiting is None
    assert only(done, EventKind.DECISION_MADE).detail == {"choice": "lam"}
    assert consequences(done) == [("08:30", "da_lam")]
    assert consequences(run(happenings=[happening("hoi", **INJECT)], decisions={"hoi": "bo"})) == []


def test_effects_of_an_inject_itself_come_before_it_asks() -> None:
    asks = happening("hoi", **INJECT, effects=[{"kind": "emit", "target": "truoc"}])
    done = run(happenings=[asks])
    assert [kind for _, kind, _, _ in told(done)][-2:] == ["consequence", "inject_raised"]


def test_nothing_of_the_same_instant_happens_after_an_open_inject() -> None:
    later = emits("cung_luc", at="start+1h")
    done = run(
        [task("viec", EventKind.LIST_PROPOSED)],
        [order("viec", at="8:30")],
        [happening("hoi", **INJECT), later],
    )
    assert told(done)[-1] == ("08:30", "inject_raised", "hanh", "hoi")


def test_of_two_injects_at_one_instant_the_first_asks_first() -> None:
    both = [happening("mot", **INJECT), happening("hai", **INJECT)]
    first = run(happenings=both)
    assert first.waiting is not None
    assert first.waiting.id == "mot"
    second = run(happenings=both, decisions={"mot": "bo"})
    assert second.waiting is not None
    assert second.waiting.id == "hai"
    assert run(happenings=both, decisions={"mot": "bo", "hai": "bo"}).finished


def test_events_at_the_same_instant_happen_in_the_order_scheduled() -> None:
    names = [f"viec_{number}" for number in range(12)]
    random.Random(3).shuffle(names)
    done = run(happenings=[emits(name, at="start+1h") for name in names])
    assert [subject for _, subject in consequences(done)] == names


def _busy_morning(stop: datetime | None = None, decided: int = 3) -> list[Event]:
    tasks = [
        task(f"viec_{n}", kind, duration=timedelta(minutes=7 * n + 5))
        for n, kind in enumerate((EventKind.LIST_PROPOSED, EventKind.AGENDA_PROPOSED) * 3)
    ]
    orders: list[Order] = [
        order(f"viec_{n}", who=("tam", "mai", "khoa")[n % 3], at=START + timedelta(minutes=9 * n))
        for n in range(6)
    ]
    injects = [happening(f"hoi_{n}", **(INJECT | {"at": f"start+{n}h"})) for n in (1, 2, 3)]
    decisions = {f"hoi_{n}": "lam" for n in range(1, decided + 1)}
    return list(run(tasks, orders, injects, decisions, until=stop).log)


@given(st.integers(0, 34 * 60))
def test_stopped_at_any_minute_the_log_is_the_beginning_of_the_whole(minutes: int) -> None:
    stop = START + timedelta(minutes=minutes)
    whole, part = _busy_morning(), _busy_morning(stop)
    if stop < END:
        assert part == [event for event in whole if event.at <= stop]
    assert part == whole[: len(part)]


@pytest.mark.parametrize("decided", [0, 1, 2])
def test_stopped_at_an_inject_the_log_is_the_beginning_of_the_whole(decided: int) -> None:
    part = _busy_morning(decided=decided)
    assert part == _busy_morning()[: len(part)]
    assert part[-1].kind is EventKind.INJECT_RAISED


def test_a_stop_before_the_start_shows_only_the_start() -> None:
    assert [event.kind for event in _busy_morning(START - timedelta(days=1))] == [
        EventKind.CASE_STARTED
    ]


def test_a_stopped_run_is_not_finished_and_stands_at_its_stop() -> None:
    done = run(until=clock("9:41"))
    assert (done.finished, done.waiting, done.now) == (False, None, clock("9:41"))


def test_two_runs_share_nothing() -> None:
    first = run(happenings=[emits("a", at="start")])
    first.office.papers["giay_moi"].symbol = "X"
    first.office.diaries["mai"].engagements.append(None)  # type: ignore[arg-type]
    second = run(happenings=[emits("a", at="start")])
    assert second.office.papers["giay_moi"].symbol == ""
    assert second.office.diaries["mai"].engagements == []
