"""What a learner sees of a question: orders and variants from a seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from course.quiz import bank
from course.quiz.question import Question
from course.quiz.shown import Seed

VARIED = """schema = 1
[[question]]
id = "q"
kind = "number"
points = ["I.1"]
difficulty = 1
source = ["000:44"]
stem = "{a} cộng 1?"
answer = "{b}"
unit = "cái"
reason = "Cộng thêm một."
variant = [{a = 1, b = 2}, {a = 2, b = 3}, {a = 3, b = 4}]
"""


def varied(folder: Path) -> Question:
    (folder / "q.toml").write_text(VARIED, encoding="utf-8")
    return bank.read(folder)["q"]


def test_the_same_learner_sees_the_same_order_again() -> None:
    assert Seed("an", "q").order(5) == Seed("an", "q").order(5) == [4, 0, 1, 3, 2]


def test_every_choice_stands_everywhere_about_equally_often_over_learners() -> None:
    first = Counter(Seed(f"người {number}", "q").order(4)[0] for number in range(400))

    assert set(first) == {0, 1, 2, 3}
    assert all(60 < times < 140 for times in first.values())


def test_another_round_and_another_part_have_orders_of_their_own() -> None:
    orders = {tuple(Seed("an", "q", round_).order(6, part)) for round_ in (0, 1) for part in (0, 1)}

    assert len(orders) == 4


def test_steps_are_never_shown_in_their_right_order() -> None:
    for learner in range(200):
        order = Seed(f"người {learner}", "q").scrambled(3)

        assert order != [0, 1, 2]
        assert sorted(order) == [0, 1, 2]


def test_each_round_shows_the_next_variant(tmp_path: Path) -> None:
    question = varied(tmp_path)

    shown = [Seed("an", "q", round_).variant(question) for round_ in range(4)]

    assert set(shown) == {0, 1, 2}
    assert shown[3] == shown[0]


def test_learners_start_with_different_variants(tmp_path: Path) -> None:
    question = varied(tmp_path)

    assert {Seed(f"người {n}", "q").variant(question) for n in range(30)} == {0, 1, 2}
