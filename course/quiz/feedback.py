"""What a learner reads after an answer: the verdict, the reasons, the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from course.look import Html, Kind, join, notice, text
from course.quiz import sources
from course.quiz.items import Part
from course.quiz.question import Question
from course.quiz.result import QuizResult, Remark, Verdict
from course.quiz.words import phrase

_SIGN = {
    Verdict.RIGHT: ("✓", "good", "đúng"),
    Verdict.WRONG: ("✕", "bad", "chưa đúng"),
    Verdict.MISSED: ("→", "info", "đáp án đúng"),
    Verdict.LEFT: ("–", "plain", "không chọn là phải"),
}


def feedback(question: Question, result: QuizResult, variant: int = 0) -> Html:
    """Everything to be said about an answer: verdict, reasons of what was chosen and of what is
    right, the other reasons folded away, the source."""
    parts = question.parts(variant)
    results = result.parts or (result,)
    blocks = [
        join(
            Html(f'<p class="vp-quiz-part">Câu con {number}</p>' if len(parts) > 1 else ""),
            _reasons(part, one),
        )
        for number, (part, one) in enumerate(zip(parts, results, strict=True), start=1)
    ]
    return Html(
        f'<div class="vp vp-quiz-feedback">{verdict(result)}{"".join(blocks)}'
        f"{source(question)}</div>"
    )


def verdict(result: QuizResult) -> Html:
    """The first line: right, partly right with the share, or not yet."""
    kind: Kind
    if result.is_right:
        kind, title, words = "good", "Đúng rồi", "Mời anh/chị đọc lý do để nhớ lâu hơn."
    elif result.score > 0:
        share = f"{round(100 * result.score)}%"
        kind, title, words = "warn", f"Đúng một phần ({share})", "Xem chỗ còn thiếu hoặc thừa nhé."
    else:
        kind, title, words = "bad", "Chưa đúng", "Không sao, lý do ở ngay dưới đây."
    return notice(words, kind, title)


def source(question: Question) -> Html:
    """The line that names the sources, with "cần đối chiếu bản gốc" where one is not confirmed."""
    line = sources.citation(question.head.source, check_original=question.head.check_original)
    return Html(f'<p class="vp vp-source">Nguồn: {text(line)}</p>')


def _reasons(part: Part, result: QuizResult) -> Html:
    match part.kind:
        case "matching":
            rows = [_pair(remark) for remark in result.remarks if remark.expected]
            return _list(rows)
        case "ordering":
            rows = [_step(remark) for remark in result.remarks]
            return _list(rows)
        case "number":
            return _list([_number(remark) for remark in result.remarks])
        case _:
            return _choices(result.remarks)


def _choices(remarks: Sequence[Remark]) -> Html:
    """Chosen ones first, then what is right and was not chosen; the others folded away."""
    said = [one for one in remarks if one.verdict is not Verdict.LEFT]
    said.sort(key=lambda one: one.verdict is Verdict.MISSED)
    rest = [one for one in remarks if one.verdict is Verdict.LEFT]
    rows = _list(_row(one, phrase(one.text)) for one in said)
    if not rest:
        return rows
    folded = _list(_row(one, phrase(one.text)) for one in rest)
    summary = "Vì sao các phương án còn lại không đúng?"
    if any(one.reason.startswith("Dòng này") for one in rest):
        summary = "Các dòng còn lại"
    return join(rows, Html(f"<details><summary>{summary}</summary>{folded}</details>"))


def _pair(remark: Remark) -> Html:
    belongs = Html(f"{phrase(remark.text)} → <strong>{phrase(remark.expected)}</strong>")
    if remark.verdict is Verdict.WRONG:
        belongs = Html(f"{belongs} (anh/chị ghép: {phrase(remark.given)})")
    return _row(remark, belongs)


def _step(remark: Remark) -> Html:
    here = f" (anh/chị xếp thứ {remark.given})" if remark.verdict is Verdict.WRONG else ""
    return _row(remark, Html(f"<strong>{remark.expected}.</strong> {phrase(remark.text)}{here}"))


def _number(remark: Remark) -> Html:
    said = f" (anh/chị trả lời: {text(remark.given)})" if remark.verdict is Verdict.WRONG else ""
    return _row(remark, Html(f"<strong>{text(remark.expected)}</strong>{said}"))


def _row(remark: Remark, what: Html) -> Html:
    sign, kind, word = _SIGN[remark.verdict]
    return Html(
        f'<li class="vp-quiz-row"><span class="vp-quiz-sign vp-{kind}" role="img" '
        f'aria-label="{word}" title="{word}">{sign}</span>'
        f'<div><div class="vp-quiz-what">{what}</div>'
        f'<div class="vp-quiz-why">{phrase(remark.reason)}</div></div></li>'
    )


def _list(rows: Iterable[Html]) -> Html:
    return Html(f'<ul class="vp-quiz-rows">{"".join(rows)}</ul>')
