"""What a question states must stand in its sources: confirmed numbers, documents that are cited,
the points of the course text that it says it asks about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from course import coverage_map
from course.coverage_map import Point
from course.quiz import sources
from course.quiz.items import Case, Number, choices
from course.quiz.mistakes import Mistake
from course.quiz.question import Question
from office_sim import rulebook

_DOCUMENT = re.compile(r"\d+/\d{4}/[A-ZĐ]+\d*(?:-[A-ZĐ]+)?|\d+[-/](?:QĐi|[A-ZĐ]+)[-/][A-ZĐ]+")
"""The number and symbol of a document: 399-QĐ/TW, 11-QĐi/TW, 117/2025/QH15, 715/QĐ-CTN."""


def find(question: Question) -> Iterator[Mistake]:
    """Every statement of one question that its sources do not carry."""
    place = f"câu {question.id}"
    cited = [source for source in question.head.source if not sources.problem(source)]
    asks_number = any(isinstance(part, Number) for part in question.parts())
    if asks_number and cited and not any(map(sources.is_confirmed, cited)):
        problem = "hỏi một con số mà mọi nguồn đều còn cần đối chiếu bản gốc"
        mend = "hỏi cách đối chiếu thay vì hỏi con số, hoặc thêm nguồn đã xác nhận"
        yield Mistake(question.file, place, problem, mend)
    for name in _uncited(question, cited):
        problem = f"nhắc {name} nhưng không nguồn nào nói tới"
        yield Mistake(question.file, place, problem, f"thêm mã quy tắc có {name} vào source")
    for point in _uncarried(question, cited):
        problem = f"ghi hỏi điểm {point.id} nhưng nguồn không chạm dòng nào của điểm ấy"
        mend = f"thêm 000:{point.first_line}-{point.last_line} vào source, hoặc bỏ điểm này"
        yield Mistake(question.file, place, problem, mend)


def _uncarried(question: Question, cited: list[str]) -> list[Point]:
    """Points of which no line of the course text is cited; headings only gather what is below.

    A source of another kind (a law, a rule in force today) cannot be laid beside the course text,
    so it carries all.
    """
    spans = [sources.course_lines(source) for source in cited]
    if not spans or not all(spans):
        return []
    points = [coverage_map.load()[one] for one in question.points if one in coverage_map.load()]
    return [
        point
        for point in points
        if point.is_leaf and not any(_meet(point, span) for found in spans for span in found)
    ]


def _meet(point: Point, span: tuple[int, int]) -> bool:
    return span[0] <= point.last_line and point.first_line <= span[1]


def _uncited(question: Question, cited: list[str]) -> list[str]:
    """Documents that the rulebook knows and the question names, though no cited rule does.

    Lines of a source text may name any document and cannot be read here, so they carry all.
    """
    if any(":" in source for source in cited):
        return []
    carried = {name for source in cited for name in _documents_of(source)}
    known = {name for rule in rulebook.load() for name in _documents_of(rule.id)}
    return sorted((set(_DOCUMENT.findall(_all_text(question))) & known) - carried)


@cache
def _documents_of(rule_id: str) -> frozenset[str]:
    rule = rulebook.load()[rule_id]
    return frozenset(_DOCUMENT.findall(f"{rule.title} {rule.text} {rule.source} {rule.note}"))


def _all_text(question: Question) -> str:
    item = question.item()
    texts = [item.stem] if isinstance(item, Case) else []
    for part in question.parts():
        texts += [part.stem, *(text for pair in choices(part) for text in pair)]
    return "\n".join(texts)
