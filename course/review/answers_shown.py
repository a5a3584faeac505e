"""What a learner reads after a test: the score, how each question went, why, and where to read."""

from __future__ import annotations

from course.lesson import link
from course.look import Html, Kind, card, join, notice, text
from course.look import progress as bar
from course.progress import Progress
from course.quiz import bank
from course.quiz.feedback import feedback
from course.quiz.marking import mark
from course.quiz.words import prose
from course.review import duty, leads
from course.review.attempts import Test
from course.review.outcome import Mark, TestResult, of_history

_NEXT_VI = {
    Test.BEFORE: (
        "Những câu này đã vào lịch ôn tập. Bài kiểm tra sau khóa học gồm hai mươi câu khác."
    ),
    Test.AFTER: "Xem phần “Tiến bộ theo đầu việc” ở dưới để so với lần trước.",
}


def results(own: Progress, test: Test) -> Html:
    """Score and questions of a test that was handed in."""
    outcome = of_history(own.history)
    found = outcome.before if test is Test.BEFORE else outcome.after
    if found is None:
        return Html("")
    return join(_score(found, test), *(_question(place, one) for place, one in _numbered(found)))


def points(value: float) -> str:
    """Points as people write them: a comma, and no decimals that say nothing."""
    return f"{round(value, 1):g}".replace(".", ",")


def _score(found: TestResult, test: Test) -> Html:
    when = f"Đã nộp lúc {found.at:%H:%M ngày %d/%m/%Y}, đã lưu."
    right = sum(one.score >= 1 for one in found.marks)
    return card(
        f"Được {points(found.points)}/{found.out_of} điểm",
        join(bar(right, found.out_of, "Câu đúng trọn vẹn"), notice(f"{when} {_NEXT_VI[test]}")),
    )


def _numbered(found: TestResult) -> list[tuple[int, Mark]]:
    return list(enumerate(found.marks, start=1))


def _question(place: int, one: Mark) -> Html:
    """One question, folded: how it went, its words, the reasons, where to read."""
    question = bank.load()[one.question]
    kind, word = _word(one)
    section = leads.to_lesson(question)
    read = link(f"Đọc lại: {section.title}", section.href) if section and one.score < 1 else ""
    variant = one.answer.variant if one.answer else 0
    is_same = one.answer is not None and one.answer.version == question.version
    result = mark(question, one.answer.answer if one.answer and is_same else None, variant=variant)
    said = feedback(question, result, variant)
    stem = prose(question.item(variant).stem)
    return Html(
        f'<details class="vp vp-test-row"><summary><span class="vp-badge vp-{kind}">{word}</span> '
        f"Câu {place}. {text(duty.title(one.duty))}</summary>"
        f'<div class="vp-quiz-stem">{stem}</div>{said}{read}</details>'
    )


def _word(one: Mark) -> tuple[Kind, str]:
    if one.answer is None:
        return "info", "Chưa trả lời"
    if one.score >= 1:
        return "good", "Đúng"
    return ("warn", f"Đúng {round(100 * one.score)}%") if one.score > 0 else ("bad", "Chưa đúng")
