"""The first page: who is this kit for, what shall I do now, how far am I, what if it goes wrong."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

import ipywidgets as widgets

from course import lesson_index, progress
from course.lesson import kindly, link, narrow, style
from course.lesson import show as show_blocks
from course.look import Html, Kind, badge, card, html_widget, join, notice, page_head, table, text
from course.look import progress as bar
from course.quiz.page import style_widget
from course.review import plan
from course.review.memory import memories
from course.whereabouts import ExerciseState, LessonState, State, Whereabouts, where_am_i

_STATES: dict[State, tuple[str, Kind]] = {
    State.NEW: ("Chưa mở", "info"),
    State.UNDER_WAY: ("Đang học", "warn"),
    State.DONE: ("Đã xong", "good"),
}
_EXERCISE_STATES: dict[State, tuple[str, Kind]] = {
    State.NEW: ("Chưa làm", "info"),
    State.UNDER_WAY: ("Đang làm", "warn"),
    State.DONE: ("Đã nộp", "good"),
}


@kindly
def show() -> None:
    """The first page below the cell, with a button that brings the figures up to date."""
    head = html_widget(_now())
    refresh = widgets.Button(description="Cập nhật tiến độ", layout=narrow())
    refresh.on_click(lambda _: setattr(head, "value", _now()))
    show_blocks(style_widget(style()), head, refresh, _standing())


def _now() -> Html:
    """Greeting, next step and progress as they are now."""
    own = progress.current()
    try:
        history = own.refresh()
    except progress.ProgressError as error:
        return notice(str(error), "bad")
    here = where_am_i(history, lesson_index.load(), own.path.parent)
    said = notice(own.notice, "warn") if own.notice else Html("")
    return join(_greeting(here), said, _next(here), _review(own), _progress(here))


def _greeting(here: Whereabouts) -> Html:
    words = _words()["new" if here.is_new else "back"]
    return page_head(words["title"], words["lead"])


def _next(here: Whereabouts) -> Html:
    if here.next_step is None:
        return notice("Chưa thấy bài học nào; anh/chị chạy lại bộ học liệu.", "warn")
    step = here.next_step
    return card(
        "Việc nên làm bây giờ",
        join(link(f"{step.title} →", step.href, big=True), Html(f"<p>{text(step.why)}</p>")),
    )


def _review(own: progress.Progress) -> Html:
    """The way to today's review and to the two tests. The questions themselves are not read."""
    known = memories(own.history, own.today)
    due = min(plan.cap_of(own.history), sum(one.due <= own.today for one in known.values()))
    if due:
        minutes = max(1, due * plan.SECONDS_A_QUESTION // 60)
        words = f"Hôm nay có {due} câu đến lúc ôn, khoảng {minutes} phút."
    elif known:
        words = "Hôm nay chưa có câu nào đến lúc ôn; vẫn có thể gặp câu mới."
    else:
        words = "Mỗi ngày khoảng 15 phút: câu sắp quên được hỏi lại đúng lúc."
    tests = "Hai bài kiểm tra, mỗi bài 20 câu, để biết mình tiến bộ ở đầu việc nào."
    return card(
        "Ôn tập và kiểm tra",
        join(
            link("Ôn tập hằng ngày", "on_tap.ipynb"),
            Html(f"<p>{text(words)}</p>"),
            link("Kiểm tra trước và sau khóa học", "kiem_tra.ipynb"),
            Html(f"<p>{text(tests)}</p>"),
        ),
    )


def _progress(here: Whereabouts) -> Html:
    lessons = [_lesson_row(one) for one in here.lessons]
    blocks = [
        bar(
            sum(one.state is State.DONE for one in here.lessons),
            len(here.lessons),
            "Bài học đã xong",
        ),
        table(["Bài học", "Phút", "Mục đã xong", "Câu đúng", "Trạng thái"], lessons),
    ]
    if here.exercises:
        rows = [_exercise_row(one) for one in here.exercises]
        blocks.append(table(["Bài tập, tình huống", "Lần lưu gần nhất", "Trạng thái"], rows))
    return card("Tiến độ của tôi", join(*blocks))


def _lesson_row(one: LessonState) -> tuple[object, ...]:
    word, kind = _STATES[one.state]
    title = Html(f'<a class="vp-link" href="{text(one.lesson.file)}">{text(one.lesson.title)}</a>')
    return (
        title,
        one.lesson.minutes,
        f"{one.done_sections}/{len(one.lesson.sections)}",
        f"{one.right}/{len(one.lesson.questions)}",
        badge(word, kind),
    )


def _exercise_row(one: ExerciseState) -> tuple[object, ...]:
    title = Html(f'<a class="vp-link" href="{text(one.href)}">{text(one.title)}</a>')
    when = f"{one.touched:%H:%M ngày %d/%m/%Y}" if one.touched else "chưa có bài làm"
    word, kind = _EXERCISE_STATES[one.state]
    return (title, when, badge(word, kind))


def _standing() -> Html:
    """What does not change: the three roads, how work is saved, what to do if it goes wrong."""
    words = _words()
    roads = "".join(card(road["title"], f"<p>{text(road['text'])}</p>") for road in words["road"])
    trouble = [(one["what"], one["mend"]) for one in words["trouble"]]
    saving = words["saving"]
    return join(
        Html(
            '<div class="vp"><h2 class="vp-part">Ba con đường</h2>'
            f'<div class="vp-roads">{roads}</div></div>'
        ),
        card(saving["title"], f"<p>{text(saving['text'])}</p>"),
        card("Khi có trục trặc", table(["Chuyện gì", "Làm gì"], trouble)),
    )


@cache
def _words() -> dict[str, Any]:
    file = resources.files("course").joinpath("first_page.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
