"""Today's review: the cap, the order, the way back after weeks away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from course.progress_events import Event, EventKind
from course.quiz import bank
from course.review import duty
from course.review.memory import memories
from course.review.plan import USUAL_CAP, plan, reviewed_on
from course.review.standing import strengths

from .conftest import DAY, answered, record

QUESTIONS = list(bank.load())
IDS = [question.id for question in QUESTIONS]
BY_ID = {question.id: question for question in QUESTIONS}


def learnt(count: int, days_ago: int, score: float = 0.0) -> list[Event]:
    """So many questions answered so many days ago."""
    return [answered(one, DAY - timedelta(days=days_ago), score) for one in IDS[:count]]


def test_somebody_who_begins_gets_a_few_new_questions_about_different_duties() -> None:
    today = plan(record(), QUESTIONS, DAY)

    assert today.due == ()
    assert len(today.fresh) == USUAL_CAP // 3
    assert len({duty.of(BY_ID[one]) for one in today.fresh}) > 3


def test_due_questions_come_before_new_ones_and_both_keep_to_the_cap() -> None:
    today = plan(record(*learnt(17, 1)), QUESTIONS, DAY)

    assert set(today.due) == set(IDS[:17])
    assert len(today.questions) == USUAL_CAP
    assert today.waiting == 0


def test_what_does_not_fit_waits_and_nothing_new_is_begun() -> None:
    today = plan(record(*learnt(50, 1)), QUESTIONS, DAY)

    assert len(today.questions) == USUAL_CAP
    assert today.fresh == ()
    assert (today.waiting, today.days_to_catch_up) == (30, 2)
    assert not today.is_restart


def test_after_weeks_away_one_starts_with_half_a_day_and_no_wall() -> None:
    away = plan(record(*learnt(200, 30)), QUESTIONS, DAY)

    assert away.is_restart
    assert len(away.questions) == USUAL_CAP // 2
    assert away.away_days == 30


def test_the_restart_lasts_for_one_day_also_while_it_is_worked_off() -> None:
    events = learnt(200, 30)
    first = plan(record(*events), QUESTIONS, DAY).questions
    events += [answered(one, DAY, 1) for one in first[:7]]
    later_that_day = plan(record(*events), QUESTIONS, DAY)

    assert len(later_that_day.questions) == USUAL_CAP // 2 - 7
    assert len(plan(record(*events), QUESTIONS, DAY + timedelta(days=1)).questions) == USUAL_CAP


def test_a_few_due_questions_after_weeks_away_are_no_reason_for_less() -> None:
    assert not plan(record(*learnt(5, 30)), QUESTIONS, DAY).is_restart


def test_what_was_reviewed_today_counts_once_against_the_cap() -> None:
    events = learnt(50, 1)
    for one in plan(record(*events), QUESTIONS, DAY).questions[:4]:
        events += [answered(one, DAY, 0), answered(one, DAY, 1)]
    events.append(answered(IDS[300], DAY, 1, lesson="01.1"))

    today = plan(record(*events), QUESTIONS, DAY)

    assert today.done == 4
    assert len(today.questions) == USUAL_CAP - 4
    assert IDS[300] not in reviewed_on(record(*events), DAY)


def test_the_day_is_over_when_the_cap_is_reached_however_much_is_due() -> None:
    events = learnt(100, 2)
    for one in plan(record(*events), QUESTIONS, DAY).questions:
        events.append(answered(one, DAY, 0))

    assert plan(record(*events), QUESTIONS, DAY).questions == ()


def test_the_first_question_is_about_the_weakest_duty_and_duties_are_not_mixed() -> None:
    history = record(
        *learnt(40, 5, 1.0),
        *[answered(one, DAY - timedelta(days=1), 0) for one in IDS[300:310]],
    )
    today = plan(history, QUESTIONS, DAY)
    weak = strengths(QUESTIONS, memories(history, DAY), DAY)
    order = [weak[duty.of(BY_ID[one])] for one in today.due]

    known = memories(history, DAY)
    due = [one for one in known.values() if one.due <= DAY]
    assert order[0] == min(weak[duty.of(BY_ID[one.question])] for one in due)
    assert order == sorted(order)


def test_one_weak_duty_does_not_keep_the_others_waiting_for_ever() -> None:
    weak = [one for one in IDS if duty.of(BY_ID[one]) == "I.3.b.NV1.7"][:90]
    strong = [one for one in IDS if duty.of(BY_ID[one]) == "I.3.b.NV1.5"][:5]
    history = record(
        *[answered(one, DAY - timedelta(days=2), 0) for one in weak],
        *[answered(one, DAY - timedelta(days=4), 1) for one in strong],
        *[answered(one, DAY - timedelta(days=10), 1) for one in strong],
    )
    long_due = {m.question for m in memories(history, DAY).values() if m.question in strong}

    today = plan(history, QUESTIONS, DAY + timedelta(days=40))
    assert long_due & set(today.due) == set()  # they wait less long than the weak ones...
    met: set[str] = set()
    for days in range(40, 46):
        day = DAY + timedelta(days=days)
        for one in plan(history, QUESTIONS, day).questions:
            history = history.with_event(answered(one, day, 1))
            met.add(one)
    assert long_due <= met  # ...and have had their turn within a week


@pytest.mark.parametrize(("chosen", "cap"), [((10,), 10), ((30, 10), 10), ((7,), USUAL_CAP)])
def test_the_learner_chooses_the_cap_and_the_last_choice_counts(
    chosen: tuple[int, ...], cap: int
) -> None:
    events = [
        Event(
            id=f"chon-{number}-abc",
            at=answered("a", DAY, 1).at + timedelta(hours=number),
            kind=EventKind.REVIEW_CAP_SET,
            cap=one,
        )
        for number, one in enumerate(chosen)
    ]

    today = plan(record(*learnt(60, 1), *events), QUESTIONS, DAY)

    assert len(today.questions) == cap


def test_new_questions_about_opened_lessons_come_first() -> None:
    taught = frozenset({"II.3.2.3"})

    fresh = plan(record(), QUESTIONS, DAY, taught=taught).fresh

    assert all("II.3.2.3" in BY_ID[one].points for one in fresh)


def test_questions_of_a_coming_test_are_not_asked() -> None:
    events = learnt(30, 1)
    held = frozenset(IDS[:15])

    today = plan(record(*events), QUESTIONS, DAY, held=held)

    assert not held & set(today.questions)
    assert len(today.due) == 15


def test_an_answer_to_a_question_that_the_bank_no_longer_has_is_passed_over() -> None:
    today = plan(record(answered("khong-con", DAY - timedelta(days=3), 0)), QUESTIONS, DAY)

    assert "khong-con" not in today.questions
