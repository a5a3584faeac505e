"""When a question is due: FSRS over whole days, the same on every machine."""

from __future__ import annotations

from datetime import timedelta

import pytest

from course.progress_events import Event, EventKind, History, TestAnswer
from course.review.memory import Memory, memories

from .conftest import DAY, answered, record


def memory(*events: Event, days: int = 0) -> Memory:
    return memories(record(*events), DAY + timedelta(days=days))["a"]


def test_a_wrong_answer_comes_back_tomorrow() -> None:
    assert memory(answered("a", DAY, 0)).due == DAY + timedelta(days=1)


def test_each_right_answer_on_its_day_puts_the_next_one_further_away() -> None:
    events, waits, day = [], [], DAY
    for _ in range(5):
        events.append(answered("a", day, 1))
        due = memories(record(*events), day)["a"].due
        waits.append((due - day).days)
        day = due

    assert waits == sorted(set(waits))
    assert waits[0] >= 1
    assert waits[-1] > 30


def test_what_was_forgotten_comes_back_sooner_than_what_was_half_right_or_right() -> None:
    def due(score: float) -> int:
        first, second = answered("a", DAY, 1), answered("a", DAY + timedelta(days=10), score)
        return (memory(first, second, days=10).due - DAY).days

    assert due(0) == due(0.5) < due(0.6) <= due(1)


def test_trying_again_on_the_same_day_after_reading_the_reasons_is_not_yet_remembering() -> None:
    again = memory(answered("a", DAY, 0), answered("a", DAY, 1))

    assert again.due == DAY + timedelta(days=1)
    assert again.score == 1


def test_the_chance_of_remembering_falls_with_the_days() -> None:
    one = memory(answered("a", DAY, 1))

    chances = [one.recall(DAY + timedelta(days=days)) for days in (0, 3, 30)]

    assert chances[0] == 1
    assert chances == sorted(chances, reverse=True)
    assert one.recall(one.due) == pytest.approx(0.9, abs=0.1)


def test_an_answer_from_a_clock_that_is_years_ahead_freezes_nothing() -> None:
    ahead = answered("a", DAY + timedelta(days=4000), 1)

    assert memory(ahead).due <= DAY + timedelta(days=4)


def test_answers_of_a_test_that_was_handed_in_count_too() -> None:
    event = Event(
        id="nop-bai-1",
        at=answered("b", DAY, 1).at,
        kind=EventKind.TEST_FINISHED,
        answers=(TestAnswer(question="a", score=0.0),),
    )

    assert memory(event).due == DAY + timedelta(days=1)


def test_a_record_without_answers_knows_nothing() -> None:
    assert memories(History(learner="moi"), DAY) == {}
