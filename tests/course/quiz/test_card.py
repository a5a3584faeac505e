"""A question on the page: answer, reasons, try again, and all of it back after a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from course.progress import Progress
from course.quiz.card import INCOMPLETE_VI, QuestionCard
from course.quiz.marking import Answer
from course.quiz.mistakes import KINDS
from course.quiz.question import Question

# A full right answer to each example of the authors' guide.
RIGHT: dict[str, Answer] = {
    "single": 0,
    "several": [0, 1],
    "matching": [0, 1],
    "ordering": [0, 1, 2],
    "number": ["2", 0],
    "paper": [1],
    "case": [0, 0],
}


class Learner:
    """Somebody who uses a card as a person does: picks, presses, reads."""

    def __init__(self, question: Question, path: Path) -> None:
        self.question = question
        self.path = path
        self.reload()

    def reload(self) -> None:
        """The page after a kernel restart: everything comes from the file."""
        self.card = QuestionCard(self.question, Progress(self.path), lesson="01.1")

    def pick(self, answer: Answer) -> None:
        """Fill the form; a case has a form for each part."""
        answers = answer if self.question.item().kind == "case" else [answer]
        for form, one in zip(self.card._controls, answers, strict=True):
            form.put(one)

    def press(self, label: str) -> None:
        for button in self.all(widgets.Button):
            if button.description == label and button.layout.display != "none":
                button.click()
                return
        raise AssertionError(f"no button “{label}”")

    def read(self) -> str:
        return " ".join(one.value for one in self.all(widgets.HTML))

    def all(self, kind: type) -> list[Any]:
        return [one for one in _within(self.card.widget) if isinstance(one, kind)]


def _within(widget: Any) -> list[Any]:
    below = [deep for child in getattr(widget, "children", ()) for deep in _within(child)]
    return [widget, *below]


@pytest.fixture(params=KINDS)
def learner(
    request: pytest.FixtureRequest, guide: dict[str, Question], progress_path: Path
) -> Learner:
    return Learner(guide[request.param], progress_path)


def test_a_right_answer_is_praised_saved_and_back_after_a_restart(learner: Learner) -> None:
    kind = learner.question.item().kind
    learner.pick(RIGHT[kind])
    learner.press("Trả lời")

    for _ in range(2):
        said = learner.read()
        assert "Đúng rồi" in said
        assert "Nguồn: Chuyên đề 7, dòng" in said
        assert "Đã lưu lúc" in said
        assert learner.card._given() == RIGHT[kind]
        learner.reload()
    event = Progress(learner.path).history.answers(learner.question.id)[0]
    assert (event.score, event.lesson) == (1.0, "01.1")


def test_an_empty_form_is_not_an_answer(learner: Learner) -> None:
    learner.press("Trả lời")

    assert INCOMPLETE_VI[learner.question.item().kind] in learner.read()
    assert Progress(learner.path).history.events == ()


def test_one_can_try_again_and_both_answers_are_kept(learner: Learner) -> None:
    kind = learner.question.item().kind
    learner.pick(RIGHT[kind])
    learner.press("Trả lời")
    learner.press("Làm lại")

    assert "Đúng rồi" not in learner.read()
    learner.pick(RIGHT[kind])
    learner.press("Trả lời")
    rounds = [one.round for one in Progress(learner.path).history.answers(learner.question.id)]
    assert rounds == [0, 1]


def test_what_was_picked_but_not_answered_is_back_after_a_restart(learner: Learner) -> None:
    kind = learner.question.item().kind
    if kind == "ordering":  # put() shows a saved order; a person presses the buttons
        for button in learner.all(widgets.Button)[:1]:
            button.click()
    else:
        learner.pick(RIGHT[kind])
    picked = learner.card._given()

    learner.reload()

    assert learner.card._given() == picked
    assert "Đúng rồi" not in learner.read()
    assert Progress(learner.path).history.events == ()


def test_a_locked_form_cannot_be_changed(learner: Learner) -> None:
    learner.pick(RIGHT[learner.question.item().kind])
    learner.press("Trả lời")

    fields = learner.all((widgets.RadioButtons, widgets.Checkbox, widgets.Dropdown, widgets.Text))  # type: ignore[arg-type]
    assert all(field.disabled for field in fields)


def test_a_wrong_choice_is_told_why_and_shown_the_right_one(
    guide: dict[str, Question], progress_path: Path
) -> None:
    learner = Learner(guide["single"], progress_path)
    learner.pick(1)
    learner.press("Trả lời")

    said = learner.read()
    assert "Chưa đúng" in said
    assert "Đã gửi qua mạng xã hội thì không còn giữ được nữa" in said
    assert "Giữ bí mật, an toàn thông tin là một vai trò của văn phòng" in said
    assert said.index("Đã gửi qua mạng") < said.index("Giữ bí mật")


def test_an_answer_to_other_words_is_not_shown_again(
    guide: dict[str, Question], progress_path: Path
) -> None:
    learner = Learner(guide["single"], progress_path)
    learner.pick(0)
    learner.press("Trả lời")
    single = guide["single"]
    reworded = single.item().model_copy(update={"stem": "Lời hỏi đã sửa"})

    learner.question = Question(head=single.head, items=(reworded,), file=single.file)
    learner.reload()

    assert "Đúng rồi" not in learner.read()
    assert learner.card._given() is None


def test_steps_are_pressed_in_order_and_a_second_press_takes_a_number_back(
    guide: dict[str, Question], progress_path: Path
) -> None:
    learner = Learner(guide["ordering"], progress_path)
    first, second, third = learner.all(widgets.Button)[:3]

    for button in (third, first, second, third):
        button.click()

    assert first.description.startswith("[1]")
    assert second.description.startswith("[2]")
    assert third.description.startswith("[  ]")


def test_texts_of_authors_cannot_bring_html_onto_the_page(
    guide: dict[str, Question], progress_path: Path
) -> None:
    single = guide["single"]
    item = single.item().model_copy(update={"stem": "<script>alert(1)</script> **đậm**"})
    question = Question(head=single.head, items=(item,), file=single.file)
    learner = Learner(question, progress_path)

    assert "<script>" not in learner.read()
    assert "<strong>đậm</strong>" in learner.read()


def test_a_failed_save_is_said_on_the_card_and_the_form_stays(
    guide: dict[str, Question], tmp_path: Path
) -> None:
    folder = tmp_path / "goc"
    folder.mkdir()
    learner = Learner(guide["number"], folder / "tien_do.json")
    folder.rmdir()
    folder.write_text("một tệp chiếm chỗ", encoding="utf-8")

    learner.pick(RIGHT["number"])
    learner.press("Trả lời")

    assert "Không mở được tệp tiến độ" in learner.read()
    assert learner.card._given() == RIGHT["number"]
