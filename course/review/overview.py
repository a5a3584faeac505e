"""How far one is: the weakest duties with the way to them, then tables by duty and by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from course.lesson import link
from course.look import Html, card, join, table, text
from course.progress import Progress
from course.quiz import bank
from course.quiz.question import Question
from course.review import duty, leads
from course.review.memory import Memory, memories
from course.review.standing import Standing, by_duty, by_part, weakest

_NOTE_VI = (
    "“Còn nhớ” là ước tính từ các câu trả lời và số ngày đã qua, chỉ để biết nên ôn gì trước; "
    "không phải điểm, không ai khác thấy."
)


def overview(own: Progress) -> Html:
    """Everything about how far a learner is."""
    questions, today = list(bank.load()), own.today
    known = memories(own.history, today)
    duties = by_duty(questions, known, today)
    parts = by_part(questions, known, today)
    return join(
        _weak_points(duties, questions, known, own),
        card("Theo đầu việc", join(_table("Đầu việc", duties), Html(f"<p>{text(_NOTE_VI)}</p>"))),
        card("Theo phần của khóa học", _table("Phần", parts)),
    )


def _weak_points(
    duties: Sequence[Standing],
    questions: Sequence[Question],
    known: Mapping[str, Memory],
    own: Progress,
) -> Html:
    weak = [one for one in weakest(duties) if one.strength < 0.8]
    if not weak:
        words = "Chưa thấy đầu việc nào yếu." if known else "Ôn vài câu rồi quay lại đây."
        return card("Đầu việc cần chú ý", Html(f"<p>{words}</p>"))
    rows = [_weak_row(one, questions, known, own.today, own.path.parent) for one in weak]
    return card("Đầu việc cần chú ý trước", join(*rows))


def _weak_row(
    one: Standing,
    questions: Sequence[Question],
    known: Mapping[str, Memory],
    today: date,
    home: Path,
) -> Html:
    asked = [q for q in questions if q.id in known and duty.of(q) == one.key]
    worst = min(asked, key=lambda q: known[q.id].strength(today))
    points = {point for q in asked for point in q.points if known[q.id].score < 1}
    section, exercise = leads.to_lesson(worst), leads.to_exercise(points, home)
    blocks = [Html(f"<p><strong>{text(one.title)}</strong>: còn nhớ {_percent(one)}</p>")]
    if section:
        blocks.append(link(f"Đọc lại: {section.title}", section.href))
    if exercise:
        blocks.append(link(f"Thực hành: {exercise.title}", exercise.href))
    return join(*blocks)


def _table(first: str, rows: Sequence[Standing]) -> Html:
    cells = [
        (one.title, f"{one.asked}/{one.total}", one.due, _bar(one) if one.asked else "chưa hỏi")
        for one in rows
        if one.total
    ]
    return table([first, "Câu đã gặp", "Đến lúc ôn", "Còn nhớ (ước tính)"], cells)


def _bar(one: Standing) -> Html:
    """The share as a bar with its figure beside it."""
    width = round(80 * one.strength)
    return Html(
        f'<span class="vp-map-bar" aria-hidden="true" style="width:{width}px"></span> '
        f"{_percent(one)}"
    )


def _percent(one: Standing) -> str:
    return f"{round(100 * one.strength)}%"
