"""Small building blocks of a lesson: its head, pictures, "I am done with this section", its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from importlib import resources
from typing import Any, ParamSpec

import ipywidgets as widgets
from IPython.display import display

from course import lesson_index, progress
from course.lesson_index import Lesson, Section
from course.look import Html, card, html_widget, join, notice, page_head, text
from course.look import progress as bar
from course.page.shipped import FIRST_PAGE
from course.progress import EventKind, ProgressError
from course.quiz.page import style_widget

P = ParamSpec("P")
_MOST_EXERCISES = 4


def show(*blocks: Any) -> None:
    """Display widgets or pieces of HTML below the cell, one under the other."""
    shown = [html_widget(block) if isinstance(block, str) else block for block in blocks]
    # IPython publishes no types for display.
    display(widgets.VBox(shown, layout=widgets.Layout(width="100%")))  # type: ignore[no-untyped-call]


def narrow() -> widgets.Layout:
    """A button as wide as its words, also in a column."""
    return widgets.Layout(width="auto", align_self="flex-start")


def kindly(action: Callable[P, None]) -> Callable[P, None]:
    """The action, but what cannot be read or saved becomes a sentence on the page."""

    @wraps(action)
    def careful(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(*args, **kwargs)
        except ProgressError as error:
            show(notice(str(error), "bad"))

    return careful


@kindly
def start(number: str) -> None:
    """The head of a lesson: title, time, sections with what is done. Notes that it was opened."""
    lesson = _lesson(number)
    own = progress.current()
    own.record(EventKind.LESSON_OPENED, lesson=number)
    done = own.history.done_sections(number)
    rows = "".join(_row(section, section.id in done) for section in lesson.sections)
    said = notice(own.notice, "warn") if own.notice else Html("")
    lead = f"Khoảng {lesson.minutes} phút, {len(lesson.sections)} mục. {lesson.lead}"
    show(
        style_widget(style()),
        join(
            page_head(lesson.title, lead),
            said,
            Html(f'<div class="vp"><ul class="vp-lesson-sections">{rows}</ul></div>'),
            bar(len(done), len(lesson.sections), "Số mục đã học xong"),
        ),
    )


@kindly
def done(number: str, section: str) -> None:
    """A button at the end of a section with which the learner notes that it is done."""
    show(SectionEnd(number, section).widget)


@kindly
def finish(number: str) -> None:
    """The end of a lesson: how the answers went, and where to go next."""
    button = widgets.Button(description="Xem kết quả của tôi trong bài này", layout=narrow())
    told = html_widget("")
    button.on_click(lambda _: setattr(told, "value", _result(number)))
    show(button, told, _exercises(number), _onward(number))


def link(label: str, href: str, *, big: bool = False) -> Html:
    """A link to a page of the workspace; `href` is relative to the page it stands on."""
    kind = "vp-big-link" if big else "vp-link"
    return Html(f'<p class="vp"><a class="{kind}" href="{text(href)}">{text(label)}</a></p>')


@cache
def style() -> str:
    """The CSS of lessons."""
    return resources.files("course").joinpath("lesson.css").read_text(encoding="utf-8")


class SectionEnd:
    """The line at the end of a section: mark as done, or take that back."""

    def __init__(self, number: str, section: str) -> None:
        self._number, self._section = number, section
        self._own = progress.current()
        self._button = widgets.Button()
        self._button.on_click(lambda _: self._turn())
        self._said = html_widget("")
        self.widget = widgets.HBox([self._button, self._said])
        self.widget.add_class("vp-done")
        self._draw()

    @property
    def _is_done(self) -> bool:
        return self._section in self._own.history.done_sections(self._number)

    def _turn(self) -> None:
        kind = EventKind.SECTION_REOPENED if self._is_done else EventKind.SECTION_DONE
        try:
            self._own.record(kind, lesson=self._number, section=self._section)
        except ProgressError as error:
            self._said.value = notice(str(error), "bad")
            return
        self._draw()

    def _draw(self) -> None:
        self._button.description = (
            "Đánh dấu là chưa xong" if self._is_done else "Tôi đã học xong mục này"
        )
        words = "✓ Đã học xong, đã lưu." if self._is_done else ""
        self._said.value = Html(f'<span class="vp vp-quiz-saved">{words}</span>')


def _lesson(number: str) -> Lesson:
    return next(lesson for lesson in lesson_index.load() if lesson.number == number)


def _row(section: Section, is_done: bool) -> Html:
    sign, word = ("✓", "đã xong") if is_done else ("○", "chưa xong")
    return Html(
        f'<li><span role="img" aria-label="{word}">{sign}</span> {text(section.title)} '
        f"({section.minutes} phút)</li>"
    )


def _result(number: str) -> Html:
    """How the learner's last answers in this lesson went, and what to read again."""
    lesson = _lesson(number)
    last = progress.current().history.last_answers()
    answered = [name for name in lesson.questions if name in last]
    right = [name for name in answered if (last[name].score or 0) >= 1]
    blocks = [
        bar(len(answered), len(lesson.questions), "Câu đã trả lời"),
        bar(len(right), len(lesson.questions), "Câu đúng trọn vẹn"),
    ]
    again = [
        section.title
        for section in lesson.sections
        if any(name in answered and name not in right for name in section.questions)
    ]
    if again:
        blocks.append(notice("Nên xem lại: " + "; ".join(again) + ".", "warn"))
    elif answered and len(answered) == len(lesson.questions):
        blocks.append(notice("Anh/chị đúng tất cả. Mời sang bài tiếp theo.", "good"))
    return join(*blocks)


def _exercises(number: str) -> Html:
    """Links to the exercises that train what the lesson taught; they appear as they exist."""
    from course.review import leads  # here, so that a lesson's first form does not wait for it

    found = leads.to_exercises(_lesson(number).points, progress.current().path.parent)
    if not found:
        return Html("")
    links = join(*(link(lead.title, lead.href) for lead in found[:_MOST_EXERCISES]))
    return card("Luyện ngay điều vừa học", links)


def _onward(number: str) -> Html:
    lessons = lesson_index.load()
    place = [lesson.number for lesson in lessons].index(number)
    blocks = [link("← Về trang đầu", FIRST_PAGE)]
    if place + 1 < len(lessons):
        following = lessons[place + 1]
        blocks.insert(0, link(f"Sang {following.title}", following.file, big=True))
    return join(*blocks)
