"""Sixty days of fifteen minutes with forgetting: nothing due is passed over, never above the cap,
the weakest duty first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from course.quiz import bank
from course.review import duty
from course.review.plan import AWAY_DAYS, USUAL_CAP

from .reviewer import FIRST_DAY, Reviewer, bank_list

HARD = ("I.3.b.NV1.5", "I.3.b.NV2.3")
DAYS = 60
LONGEST_WAIT = 3
"""Days that a due question may wait for its turn."""


@pytest.fixture(scope="module", params=(7, 2026))
def reviewer(request: pytest.FixtureRequest) -> Reviewer:
    """Somebody who came every day; what was the weakest duty is noted before each day."""
    person, questions = Reviewer(request.param, HARD), bank_list()
    for number in range(DAYS):
        today = FIRST_DAY + timedelta(days=number)
        weakest = person.weakest_due(today, questions)
        person.review(today, questions).weakest = weakest
    return person


def test_never_more_than_the_cap_a_day(reviewer: Reviewer) -> None:
    assert max(len(day.asked) for day in reviewer.days) <= USUAL_CAP


def test_every_due_question_is_met(reviewer: Reviewer) -> None:
    """All of them within three days; on the last day nothing waits longer either."""
    waited = [
        (day.at - day.due_before[one]).days
        for day in reviewer.days
        for one in day.asked
        if one in day.due_before
    ]
    left = set(reviewer.days[-1].due_before) - set(reviewer.days[-1].asked)

    assert len(waited) > 500
    assert max(waited) <= LONGEST_WAIT
    last = reviewer.days[-1]
    assert all((last.at - last.due_before[one]).days <= LONGEST_WAIT for one in left)


def test_the_first_question_of_every_day_is_about_the_weakest_duty_that_is_due(
    reviewer: Reviewer,
) -> None:
    days = [day for day in reviewer.days if day.due_before]

    assert len(days) > DAYS // 2
    for day in days:
        assert duty.of(bank.load()[day.asked[0]]) in day.weakest, day.at


def test_what_is_forgotten_is_asked_more_often_than_what_is_known(reviewer: Reviewer) -> None:
    early = {one for day in reviewer.days[:20] for one in day.asked}
    scores: dict[str, list[float]] = {one: [] for one in early}
    for event in reviewer.history.events:
        if event.question in early:
            scores[event.question].append(event.score or 0)
    by_score = sorted(early, key=lambda one: (sum(scores[one]) / len(scores[one]), one))
    half = len(by_score) // 2

    def times(questions: list[str]) -> float:
        return sum(len(scores[one]) for one in questions) / len(questions)

    assert times(by_score[:half]) > times(by_score[half:])


def test_after_three_weeks_away_there_is_no_wall_and_all_is_met_again() -> None:
    person, questions = Reviewer(3), bank_list()
    for number in range(25):
        person.review(FIRST_DAY + timedelta(days=number), questions)
    back = FIRST_DAY + timedelta(days=25 + AWAY_DAYS + 7)

    first = person.review(back, questions)
    assert len(first.due_before) > USUAL_CAP
    assert len(first.asked) == USUAL_CAP // 2
    met = set(first.asked)
    for number in range(1, 12):
        day = person.review(back + timedelta(days=number), questions)
        assert len(day.asked) <= USUAL_CAP
        met |= set(day.asked)
    assert set(first.due_before) <= met


def test_in_sixty_days_every_duty_was_met(reviewer: Reviewer) -> None:
    met = {duty.of(bank.load()[one]) for day in reviewer.days for one in day.asked}

    assert met >= set(duty.points())
