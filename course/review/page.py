"""The blocks of the pages “Ôn tập” and “Kiểm tra”, each below its cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course import progress
from course.lesson import kindly, show, style
from course.look import Html, html_widget, notice
from course.progress import Progress, ProgressError
from course.quiz.mistakes import QuestionError
from course.quiz.page import style as quiz_style
from course.quiz.page import style_widget
from course.review.attempts import Test
from course.review.blocks import button, column, place
from course.review.copies import CopiesPanel
from course.review.exam import Exam
from course.review.gain import gain
from course.review.overview import overview
from course.review.session import Session
from scenarios.typed import typed

_BROKEN_VI = (
    "Bộ câu hỏi có lỗi nên chưa hiện được; người phụ trách chạy lệnh "
    f"“{typed('question check')}” để xem và sửa."
)


def show_today() -> None:
    """Today's review."""
    _show(lambda own: Session(own).widget)


def show_standing() -> None:
    """How far one is, with a button that brings it up to date."""
    _show(lambda own: _renewed(own, lambda: overview(own), "Cập nhật tiến độ ôn tập"))


def show_copies() -> None:
    """Copies out and in."""
    _show(lambda own: CopiesPanel(own).widget)


def show_test(test: str) -> None:
    """One of the two tests."""
    _show(lambda own: Exam(own, Test(test)).widget)


def show_gain() -> None:
    """What both tests say, with a button that brings it up to date."""
    _show(lambda own: _renewed(own, lambda: gain(own.history), "Cập nhật kết quả"))


@kindly
def _show(build: Callable[[Progress], Any]) -> None:
    own = progress.current()
    said = place(notice(own.notice, "warn") if own.notice else "")
    own.notice = ""
    try:
        block = build(own)
    except QuestionError:
        block = html_widget(notice(_BROKEN_VI, "bad"))
    show(style_widget(style()), style_widget(quiz_style()), said, block)


def _renewed(own: Progress, words: Callable[[], Html], label: str) -> Any:
    shown = html_widget(words())

    def renew() -> None:
        try:
            own.refresh()
            shown.value = words()
        except ProgressError as error:
            shown.value = notice(str(error), "bad")

    return column(shown, button(label, renew))
