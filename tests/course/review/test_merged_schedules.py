"""Two machines, one schedule: what merging does to plans, whatever was done where and when."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from course.progress_events import Event, EventKind, History, merge
from course.quiz import bank
from course.review.memory import Memory, memories
from course.review.plan import PLACE, Plan, plan

from .conftest import DAY

QUESTIONS = list(bank.load())[:40]
TODAY = DAY + timedelta(days=60)


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """Up to 25 events; ids come from a small pool, so that two records may share some."""
    numbers = draw(st.lists(st.integers(0, 60), max_size=25, unique=True))
    return [_event(number) for number in numbers]


def _event(number: int) -> Event:
    """The event with this number: the same wherever it turns up; some at the same instant."""
    at = datetime.combine(DAY + timedelta(days=(number * 7) % 59), time(7 + number % 3))
    if number % 15 == 0:
        return Event(id=f"so-{number:08}", at=at, kind=EventKind.REVIEW_CAP_SET, cap=10)
    return Event(
        id=f"so-{number:08}",
        at=at,
        kind=EventKind.ANSWER,
        lesson=PLACE if number % 2 else "01.1",
        question=QUESTIONS[number % 11].id,
        score=(number % 4) / 3,
    )


def record(learner: str, found: list[Event]) -> History:
    history = History(learner=learner)
    for event in found:
        history = history.with_event(event)
    return history


def schedule(history: History) -> tuple[dict[str, tuple[date, float]], Plan]:
    """What a page would show."""
    known: dict[str, Memory] = memories(history, TODAY)
    dues = {one.question: (one.due, one.recall(TODAY)) for one in known.values()}
    return dues, plan(history, QUESTIONS, TODAY)


@given(events(), events())
def test_it_does_not_matter_which_machine_takes_in_which(
    one: list[Event], other: list[Event]
) -> None:
    home, work = record("nha", one), record("co-quan", other)

    assert schedule(merge(home, work)) == schedule(merge(work, home))


@given(events(), events(), events())
def test_three_machines_may_be_merged_in_any_order(
    one: list[Event], two: list[Event], three: list[Event]
) -> None:
    a, b, c = record("a", one), record("b", two), record("c", three)

    assert schedule(merge(merge(a, b), c)) == schedule(merge(a, merge(b, c)))


@given(events(), events())
def test_merging_twice_is_merging_once(one: list[Event], other: list[Event]) -> None:
    home, work = record("nha", one), record("co-quan", other)
    merged = merge(home, work)

    assert schedule(merge(merged, work)) == schedule(merged)
    assert schedule(merge(merged, merged)) == schedule(merged)


@given(events())
def test_work_done_on_two_machines_gives_the_schedule_of_one_machine(
    found: list[Event],
) -> None:
    half = [event for place, event in enumerate(found) if place % 2]
    rest = [event for place, event in enumerate(found) if not place % 2]

    merged = merge(record("nha", half), record("co-quan", rest))

    assert schedule(merged) == schedule(record("mot-may", found))


@given(events(), events())
def test_no_answer_is_lost_and_none_counts_twice(one: list[Event], other: list[Event]) -> None:
    merged = merge(record("nha", one), record("co-quan", other))

    assert {event.id for event in merged.events} == {event.id for event in [*one, *other]}
    assert len(merged.events) == len({event.id for event in merged.events})
