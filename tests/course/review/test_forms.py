"""The two forms: twenty questions each, alike, disjoint, the same for all who have the seed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.quiz import bank
from course.quiz.question import Question
from course.review import duty, forms

QUESTIONS = list(bank.load())
BY_ID = {question.id: question for question in QUESTIONS}
seeds = st.text(max_size=20)


def difficulties(form: tuple[str, ...]) -> list[int]:
    return sorted(BY_ID[one].head.difficulty for one in form)


@given(seeds)
def test_both_forms_have_twenty_different_questions_and_share_none(seed: str) -> None:
    before = forms.before(seed, QUESTIONS)
    after = forms.after(seed, before, QUESTIONS)

    assert len(set(before)) == len(set(after)) == forms.SIZE == 20
    assert not set(before) & set(after)


@given(seeds)
def test_every_duty_is_asked_and_both_forms_ask_each_as_often(seed: str) -> None:
    before = forms.before(seed, QUESTIONS)
    after = forms.after(seed, before, QUESTIONS)

    counted = [Counter(duty.of(BY_ID[one]) for one in form) for form in (before, after)]
    assert counted[0] == counted[1]
    assert set(counted[0]) == set(duty.points())


@given(seeds)
def test_the_forms_are_equally_hard(seed: str) -> None:
    before = forms.before(seed, QUESTIONS)

    assert difficulties(before) == difficulties(forms.after(seed, before, QUESTIONS))


@given(seeds, seeds)
def test_also_a_form_drawn_by_another_seed_repeats_nothing(one: str, other: str) -> None:
    before = forms.before(one, QUESTIONS)

    after = forms.after(other, before, QUESTIONS)

    assert len(after) == forms.SIZE
    assert not set(before) & set(after)


def test_the_same_seed_gives_a_class_one_form_and_another_seed_another() -> None:
    first, second = (forms.before(seed, QUESTIONS) for seed in ("lop-k12", "lop-k13"))

    assert first == forms.before("lop-k12", QUESTIONS)
    assert len(set(first) - set(second)) > 5


@pytest.mark.parametrize("typed", ["Lớp  K12", " lớp k12 ", "LỚP K12"])
def test_a_code_may_be_typed_with_other_capitals_and_spaces(typed: str) -> None:
    assert forms.normalized(typed) == "lớp k12"


def test_chance_reaches_all_questions_that_may_be_drawn() -> None:
    met: set[str] = set()
    for number in range(300):
        form = forms.before(str(number), QUESTIONS)
        met |= {*form, *forms.after(str(number), form, QUESTIONS)}

    assert len(met) > 150


def test_a_bank_with_too_few_questions_gives_shorter_forms_and_no_repeats() -> None:
    few: list[Question] = [
        question for question in QUESTIONS if duty.of(question) == "I.3.b.NV1.9"
    ][:1]

    before = forms.before("k", few)

    assert before == (few[0].id,)
    assert forms.after("k", before, few) == ()
