"""The checker of question files: form, points, sources, reasons, spelling, answer patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from course import coverage_map
from course.quiz import backing, bank, patterns, sources
from course.quiz.items import Case, choices
from course.quiz.mistakes import Mistake
from course.quiz.question import Question

SHORTEST_REASON = 20
"""Characters; a shorter reason is "Sai." or "Đúng." in other words."""

_EMPTY_CHOICES = re.compile(
    r"(tất cả|cả hai|cả ba|không) (các )?(phương án|đáp án|ý)( nào)? (trên|đúng|nêu trên)"
    r"|^cả [a-d](,| và) |TODO",
    re.IGNORECASE,
)
_RELATIVE_DAY = re.compile(r"\b(năm|tháng|tuần) (ngoái|trước|kia)\b", re.IGNORECASE)
_TERM = re.compile(r"\d+ (năm|tháng|tuần|ngày)( làm việc)? (kể )?(từ|sau|trước)\b")
_OLD_TONES = re.compile(r"\w*(?:(?<![qQ])[uU][ỳýỷỹỵ]|[oO][àáảãạèéẻẽẹ])\b")


def check(folder: Path = bank.FOLDER) -> tuple[list[Question], list[Mistake]]:
    """The questions that can be read, and every mistake of every file of the folder."""
    questions, found = bank.scan(folder)
    for question in questions:
        found += _check_question(question)
    found += patterns.find(questions)
    return questions, sorted(set(found))


def _check_question(question: Question) -> Iterator[Mistake]:
    known = coverage_map.load()
    place = f"câu {question.id}"
    for point in question.points:
        if point not in known:
            yield Mistake(
                question.file,
                place,
                f"không có điểm nội dung “{point}”",
                "xem mã trong course/coverage.csv",
            )
    for source in question.head.source:
        wrong = sources.problem(source)
        if wrong:
            mend = "ghi mã quy tắc như R07, hoặc dòng như 000:166-186"
            yield Mistake(question.file, place, wrong, mend)
    for variant in range(len(question.items)):
        yield from _check_texts(question, variant, place)
    for values in question.head.variant:
        for name, value in values.items():
            if isinstance(value, float) and value.is_integer():
                problem = f"biến thể có {name} = {value:.3f}, máy hiểu là {value:g}"
                mend = f'ghi {name} = {value:g}; muốn hiện dấu chấm thì ghi chữ: "60.000"'
                yield Mistake(question.file, place, problem, mend)
    yield from backing.find(question)


def _check_texts(question: Question, variant: int, place: str) -> Iterator[Mistake]:
    item = question.item(variant)
    stems = [item.stem] if isinstance(item, Case) else []
    for part in question.parts(variant):
        stems.append(part.stem)
        reasons: set[str] = set()
        for text, reason in choices(part):
            yield from _check_choice(question.file, place, text, reason)
            if reason and reason in reasons:
                problem = f"hai phương án dùng chung một lý do: “{reason}”"
                yield Mistake(question.file, place, problem, "viết lý do riêng cho từng phương án")
            reasons.add(reason)
    for text in stems:
        yield from _check_spelling(question.file, place, text)
    told = " ".join(
        text for part in question.parts(variant) for pair in choices(part) for text in pair
    )
    relative = _RELATIVE_DAY.search(" ".join(stems))
    if relative and _TERM.search(told):
        problem = f"tính thời hạn từ “{relative[0]}” nên đúng hay sai còn tùy hôm nay là ngày nào"
        yield Mistake(question.file, place, problem, "ghi ngày tháng cụ thể cho cả hai mốc")


def _check_choice(file: str, place: str, text: str, reason: str) -> Iterator[Mistake]:
    if reason and len(reason) < SHORTEST_REASON:
        problem = f"lý do “{reason}” quá ngắn để giúp người học"
        yield Mistake(file, place, problem, "nói rõ vì sao, và nên xem lại điều gì")
    if reason and reason.casefold().strip(" .") == text.casefold().strip(" ."):
        yield Mistake(file, place, f"lý do chép lại phương án “{text}”", "viết lý do thật")
    if _EMPTY_CHOICES.search(text):
        problem = f"phương án “{text}” dựa vào vị trí hoặc còn dang dở"
        yield Mistake(file, place, problem, "viết thành một việc cụ thể")
    for written in (text, reason):
        yield from _check_spelling(file, place, written)


def _check_spelling(file: str, place: str, text: str) -> Iterator[Mistake]:
    for old in sorted(set(_OLD_TONES.findall(text))):
        problem = f"“{old}” bỏ dấu theo lối cũ"
        yield Mistake(
            file, place, problem, "viết ủy, hòa, thủy, hóa… theo lối chung của bộ học liệu"
        )


def only(files: Sequence[str], found: Sequence[Mistake]) -> list[Mistake]:
    """The mistakes of the files named, with or without `.toml`; no names: all of them."""
    names = {Path(file).name.removesuffix(".toml") for file in files}
    return [one for one in found if not names or one.file.removesuffix(".toml") in names]
