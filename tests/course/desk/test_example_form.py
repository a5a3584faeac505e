"""The worked example: its price is said first, it is noted in the work, it costs at marking."""

from __future__ import annotations

from pathlib import Path

from course.desk.desk import Desk
from course.desk.example_form import ExampleForm
from grading.help import COST_VI, was_shown
from grading.rubric import load_rubric
from grading.score import score


def opened(folder: Path) -> tuple[Desk, ExampleForm]:
    desk = Desk.open("hoi_nghi_dot_xuat", folder=folder)
    form = ExampleForm(desk)
    form.offer(score(desk.case, desk.work))
    return desk, form


def press(form: ExampleForm) -> str:
    _, _, row, shown = form.widget.children
    row.children[0].click()
    return str(shown.value)


def test_the_price_stands_before_the_button(tmp_path: Path) -> None:
    _, form = opened(tmp_path)
    price, _, row, _ = form.widget.children
    assert COST_VI in price.value
    assert row.children[0].tooltip == COST_VI


def test_the_example_is_shown_with_its_source_and_noted_in_the_work(tmp_path: Path) -> None:
    desk, form = opened(tmp_path)
    form.widget.children[1].value = "T08"
    told = press(form)
    lesson = next(one.lesson for one in load_rubric(desk.case.folder).criteria if one.id == "T08")
    assert lesson in told
    assert "Nguồn:" in told
    assert was_shown(Desk.open("hoi_nghi_dot_xuat", folder=tmp_path).work, "T08")


def test_looking_again_is_not_noted_twice(tmp_path: Path) -> None:
    desk, form = opened(tmp_path)
    form.widget.children[1].value = "T08"
    press(form)
    press(form)
    assert len(desk.work.helps) == 1


def test_without_a_choice_nothing_is_noted_and_one_sentence_helps(tmp_path: Path) -> None:
    desk, form = opened(tmp_path)
    assert "chọn một tiêu chí" in press(form)
    assert desk.work.helps == ()
