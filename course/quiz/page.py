"""Questions below a cell of a lesson."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from course import progress
from course.look import html_widget, notice
from course.quiz import bank
from course.quiz.card import QuestionCard
from course.quiz.mistakes import QuestionError
from scenarios.typed import typed


def show(lesson: str, question_ids: Sequence[str]) -> None:
    """Display the questions in order; what is missing or damaged is said in one sentence."""
    blocks = _blocks(lesson, question_ids)
    # IPython publishes no types for display.
    display(widgets.VBox(blocks, layout=widgets.Layout(width="100%")))  # type: ignore[no-untyped-call]


def _blocks(lesson: str, question_ids: Sequence[str]) -> list[Any]:
    try:
        questions = bank.load()
        own = progress.current()
    except QuestionError:
        sentence = "Bộ câu hỏi có lỗi nên chưa hiện được; người phụ trách chạy lệnh "
        return [
            html_widget(notice(sentence + f"“{typed('question check')}” để xem và sửa.", "bad"))
        ]
    except progress.ProgressError as error:
        return [html_widget(notice(str(error), "bad"))]
    blocks = [style_widget(style())]
    if own.notice:
        blocks.append(html_widget(notice(own.notice, "warn")))
        own.notice = ""
    for number, question_id in enumerate(question_ids, start=1):
        if question_id not in questions:
            sentence = f"Câu hỏi “{question_id}” không còn trong bộ câu hỏi; anh/chị học tiếp nhé."
            blocks.append(html_widget(notice(sentence, "warn")))
            continue
        label = f"Câu {number}/{len(question_ids)}" if len(question_ids) > 1 else "Câu hỏi"
        card = QuestionCard(questions[question_id], own, lesson=lesson, label=label)
        blocks.append(card.widget)
    return blocks


def style_widget(css: str) -> Any:
    """A piece of CSS on the page that takes no room."""
    widget = html_widget(f"<style>{css}</style>")
    widget.layout.display = "none"
    return widget


@cache
def style() -> str:
    """The CSS of questions."""
    return resources.files("course.quiz").joinpath("quiz.css").read_text(encoding="utf-8")
