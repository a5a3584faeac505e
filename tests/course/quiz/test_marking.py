"""Marking: each kind of question in its states, and answers from damaged records."""

from __future__ import annotations

from typing import Any

import pytest

from course.quiz import bank
from course.quiz.marking import mark
from course.quiz.result import Verdict

HEAD = 'points = ["I.1"]\ndifficulty = 1\nsource = ["000:44"]\nstem = "Hỏi"\n'
R = 'reason = "Lý do để học."'
FILE = f"""
schema = 1
[[question]]
id = "single"
kind = "single"
{HEAD}
choice = [{{ text = "a", {R} }}, {{ text = "b", right = true, {R} }}, {{ text = "c", {R} }}]
[[question]]
id = "several"
kind = "several"
{HEAD}
choice = [
  {{ text = "a", right = true, {R} }}, {{ text = "b", {R} }},
  {{ text = "c", right = true, {R} }}, {{ text = "d", {R} }},
]
[[question]]
id = "matching"
kind = "matching"
{HEAD}
pair = [
  {{ left = "1", right = "x", {R} }}, {{ left = "2", right = "y", {R} }},
  {{ left = "3", right = "x", {R} }}, {{ left = "4", right = "z", {R} }},
]
extra = [{{ text = "w", {R} }}]
[[question]]
id = "ordering"
kind = "ordering"
{HEAD}
step = [
  {{ text = "a", {R} }}, {{ text = "b", {R} }}, {{ text = "c", with_previous = true, {R} }},
  {{ text = "d", {R} }},
]
[[question]]
id = "number"
kind = "number"
{HEAD}
answer = 10
unit = "ngày làm việc"
tolerance = 0.5
{R}
near = [{{ value = 15, reason = "Nhầm với hạn khác." }}]
other_unit = [{{ text = "ngày", reason = "Ngày thường gồm cả thứ Bảy." }}]
[[question]]
id = "paper"
kind = "paper"
{HEAD}
line = [
  {{ text = "a" }}, {{ text = "b", faulty = true, {R} }}, {{ text = "c", faulty = true, {R} }},
  {{ text = "d" }},
]
[[question]]
id = "case"
kind = "case"
{HEAD}
[[question.part]]
kind = "single"
stem = "Một"
choice = [{{ text = "a", {R} }}, {{ text = "b", right = true, {R} }}]
[[question.part]]
kind = "number"
stem = "Hai"
answer = 0.5
unit = "%"
{R}
"""


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> bank.Bank:
    folder = tmp_path_factory.mktemp("questions")
    (folder / "all.toml").write_text(FILE, encoding="utf-8")
    return bank.read(folder)


@pytest.mark.parametrize(
    ("kind", "answer", "score"),
    [
        ("single", 1, 1.0),
        ("single", 0, 0.0),
        ("several", [2, 0], 1.0),
        ("several", [0], 0.5),
        ("several", [0, 1], 0.0),
        ("several", [0, 2, 3], 0.5),
        ("several", [1, 3], 0.0),
        ("matching", [0, 1, 0, 2], 1.0),
        ("matching", [0, 0, 0, 3], 0.5),
        ("ordering", [0, 1, 2, 3], 1.0),
        ("ordering", [0, 2, 1, 3], 1.0),
        ("ordering", [3, 2, 1, 0], 0.0),
        ("ordering", [1, 0, 2, 3], 0.8),
        ("number", ["10", 0], 1.0),
        ("number", ["10,5 ngày làm việc", 0], 1.0),
        ("number", ["10", 1], 0.5),
        ("number", ["15", 0], 0.5),
        ("number", ["15", 1], 0.0),
        ("paper", [1, 2], 1.0),
        ("paper", [1, 2, 0], 0.5),
        ("case", [1, ["0,5", 0]], 1.0),
        ("case", [1, ["5", 0]], 0.5),
        ("case", [0, None], 0.0),
    ],
)
def test_an_answer_gets_the_score_that_the_kind_promises(
    questions: bank.Bank, kind: str, answer: Any, score: float
) -> None:
    result = mark(questions[kind], answer)

    assert result.score == pytest.approx(score)
    assert result.is_right == (score == 1.0)


@pytest.mark.parametrize(
    "answer",
    [None, [], "b", 99, -1, True, [99], [None], {"a": 1}, [[1]], ["x", 0], 1.5, [0, 0, 0, 0, 0]],
)
def test_a_damaged_answer_is_worth_nothing_and_never_raises(
    questions: bank.Bank, answer: Any
) -> None:
    for question in questions:
        result = mark(question, answer)

        assert 0.0 <= result.score < 1.0


def test_no_answer_counts_as_not_answered(questions: bank.Bank) -> None:
    assert [question.id for question in questions if mark(question, None).answered] == []


def test_half_a_matching_is_not_answered(questions: bank.Bank) -> None:
    assert not mark(questions["matching"], [0, None, 0, 2]).answered


def test_every_choice_gets_its_verdict_and_reason(questions: bank.Bank) -> None:
    remarks = mark(questions["several"], [0, 1]).remarks

    assert [remark.verdict for remark in remarks] == [
        Verdict.RIGHT,
        Verdict.WRONG,
        Verdict.MISSED,
        Verdict.LEFT,
    ]
    assert all(remark.reason == "Lý do để học." for remark in remarks)


def test_a_wrong_pair_says_what_was_given_and_what_belongs_there(questions: bank.Bank) -> None:
    remarks = mark(questions["matching"], [0, 3, 0, 2]).remarks

    assert (remarks[1].given, remarks[1].expected) == ("w", "y")
    assert remarks[1].verdict is Verdict.WRONG
    assert remarks[4].verdict is Verdict.WRONG, "the side that belongs nowhere was used"


def test_only_steps_that_crossed_another_are_wrong(questions: bank.Bank) -> None:
    remarks = mark(questions["ordering"], [1, 0, 2, 3]).remarks

    assert [remark.verdict for remark in remarks] == [
        Verdict.WRONG,
        Verdict.WRONG,
        Verdict.RIGHT,
        Verdict.RIGHT,
    ]


def test_a_typical_wrong_number_is_answered_with_why_people_give_it(questions: bank.Bank) -> None:
    remark, unit = mark(questions["number"], ["15", 1]).remarks

    assert remark.reason.startswith("Nhầm với hạn khác.")
    assert unit.reason == "Ngày thường gồm cả thứ Bảy."


def test_a_clean_line_says_that_it_is_clean(questions: bank.Bank) -> None:
    remarks = mark(questions["paper"], [0]).remarks

    assert remarks[0].reason == "Dòng này đúng, không cần sửa."
