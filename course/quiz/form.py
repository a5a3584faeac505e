"""The form of one question: its words and its fields, without buttons, marks or saving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course.look import Html, html_widget, text
from course.quiz.controls import Control, control
from course.quiz.items import Case
from course.quiz.marking import Answer
from course.quiz.question import Question
from course.quiz.shown import Seed
from course.quiz.words import prose, task


class QuestionForm:
    """One variant of a question as `blocks` to show; `changed` is called when the learner changes
    something, not when `put` does. `label` stands above the question."""

    def __init__(
        self,
        question: Question,
        seed: Seed,
        variant: int,
        changed: Callable[[], None],
        label: str = "Câu hỏi",
    ) -> None:
        self._changed = changed
        self._quiet = False
        item = question.item(variant)
        self._is_case = isinstance(item, Case)
        self.blocks: list[Any] = [html_widget(_head(label, task(item), item.stem))]
        self.controls: list[Control] = []
        for number, part in enumerate(question.parts(variant)):
            if self._is_case:
                inner = _head(f"{number + 1}", task(part), part.stem, inner=True)
                self.blocks.append(html_widget(inner))
            self.controls.append(control(part, seed, self._tell, part=number))
            self.blocks.append(self.controls[-1].widget)

    def answer(self) -> Answer:
        """What is chosen now, as `course.quiz.marking` wants it."""
        answers = [one.answer() for one in self.controls]
        return answers if self._is_case else answers[0]

    def put(self, answer: Answer) -> None:
        """Fill the form without telling: what comes from a file is saved already."""
        given = answer if self._is_case and isinstance(answer, list) else [answer]
        self._quiet = True
        for one, part in zip(self.controls, given, strict=False):
            one.put(part)
        self._quiet = False

    def lock(self, locked: bool) -> None:
        """Allow or refuse changes."""
        for one in self.controls:
            one.lock(locked)

    def _tell(self) -> None:
        if not self._quiet:
            self._changed()


def _head(label: str, asked: str, stem: str, *, inner: bool = False) -> Html:
    kind = "vp-quiz-inner" if inner else "vp-quiz-head"
    return Html(
        f'<div class="vp {kind}"><div class="vp-quiz-label">{text(label)} · {text(asked)}</div>'
        f'<div class="vp-quiz-stem">{prose(stem)}</div></div>'
    )
