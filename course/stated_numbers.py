"""Numbers that lessons and questions state as facts, and what stands behind each of them.

A number is backed when a rule that its section or question cites says it, or when
`stated_numbers.csv` lists it with the line of the source text that says it. Left out, because they
are no facts of the office: whatever is told as fiction ("giả định", a story, a thing to try), clock
times, dates and numbers of documents (a rule or a line names these whole), numbering, references
to lines, parts, lessons, groups and steps, and ranges of a class's own minutes.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course import lesson_index
from course.lesson_index import Lesson
from course.quiz.items import Case, Matching, Number, Ordering, Paper, Part, Several, Single
from course.quiz.question import Question
from office_sim import rulebook

FILE = Path(__file__).with_suffix(".csv")
WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười hai": 12, "mười lăm": 15, "mười tám": 18,
}  # fmt: skip
_UNITS = (
    "ngày", "tháng", "tuần", "giờ", "phút", "bản", "lần", "phần trăm", "loại", "thể loại", "cấp",
    "đồng", "chữ ký", "triệu đồng", "suất",
)  # fmt: skip
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_LEFT_OUT = re.compile(
    r"\b\d{1,2}/\d{1,2}(?:/\d{4})?|\b\d{1,2}/\d{4}"  # dates
    r"|\d+/\d{4}/[A-ZĐ]+\d*(?:-[A-ZĐ]+)?|\d+[-/](?:QĐi|[A-ZĐ]+)(?:[-/][A-ZĐ]+)?"  # documents
    r"|Luật \d+/\d{4}(?:/QH\d+)?|[Nn]ghị định \d+(?:/\d{4})?|NĐ ?\d+|Thông tư \d+/\d{4}"
    r"|\d{1,2} ?(?:giờ|h\b) ?(?:\d{2}\b)?|\b\d{1,2}[.:]\d{2}\b"  # clock times
    r"|[Dd]òng \d[\d, -]*|[Đđ]iều \d[\d., ]*\d?|mục (?:[IVX]+\.)?\d[\d.]*|khoản \d+"
    r"|[Bb]ài \d[\d.]*|[Nn]hóm \d(?: (?:và|hoặc) \d)?|[Gg]ạch \d+(?:, \d+)*"
    r"|[Bb]ước \d+(?: và (?:bước )?\d+)?"
    r"|[Cc]ăn cứ \d(?: và \d)?|Câu \d(?: và \d)?|[Mm]ảng \d|[Tt]ình huống \d|[Cc]huyên đề \d|HC\d"
    r"|[Cc]hức năng \d|thứ Hai|Thứ Hai|[Qq]uý I?V?\d?|\b(?:19|20)\d{2}\b"
    r"|số \d+(?: đến \d+)?|\d+\s*[)]|II?\.\d[\d.]*|tháng \d{1,2}\b"
    r"|66 → 399|\*\*\d (?=[A-ZĐ])|\b[Mm]ột (?:ngày|tháng|tuần|giờ|phút|lần|loại|bản|cấp)"
    r"|ngày \d{1,2}\b(?![/\d])"
)
_NUMBER = re.compile(
    rf"(?:\b({_WORD}) phần ({_WORD})\b)|(\d[\d.,]*\d|\d)\s?%?"
    rf"|\b({_WORD}) (?={'|'.join(_UNITS)})",
    re.IGNORECASE,
)


FICTION = "giả định"
SUM = "phép tính"
ANY = "*"
"""What the list may name instead of a source: an invented example, a sum of figures beside it.
The number "*" stands for all numbers of a place."""

_NOT_FACTS = re.compile(
    r'<div class="vp-story">[\s\S]*?</div>|<p class="vp-source">[\s\S]*?</p>'
    r"|^#.*$|^\s*\d+\.\s|^\|\s*\d+\s*\||(?<=\| )\d+\. ",  # and headings, numbering
    re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_FICTIONAL = re.compile(r"giả định|Thử tay|Thử xem|mô phỏng")


@dataclass(frozen=True)
class Statement:
    """One number as it stands at a place; `sources` are what the place cites."""

    place: str
    number: str
    near: str
    sources: tuple[str, ...]


def numbers_in(text: str) -> Iterator[tuple[str, str]]:
    """Every number of a text in plain figures ("5", "2/3", "0,5") with the words around it."""
    plain = _LEFT_OUT.sub(lambda found: "·" * len(found[0]), text)
    for found in _NUMBER.finditer(plain):
        near = text[max(0, found.start() - 40) : found.end() + 40].replace("\n", " ").strip()
        if found[1]:
            yield f"{WORDS[found[1].lower()]}/{WORDS[found[2].lower()]}", near
        elif found[3]:
            yield found[3], near
        elif found[4]:
            yield str(WORDS[found[4].lower()]), near


def of_lesson(lesson: Lesson) -> Iterator[Statement]:
    """The numbers in the text of a lesson; its summary cites what all its sections cite."""
    notebook = json.loads((lesson_index.FOLDER / lesson.file).read_text(encoding="utf-8"))
    section, cited, whole = "", list[str](), list[str]()
    for cell in notebook["cells"]:
        own = cell["metadata"].get("vanphong", {})
        if "section" in own:
            section, cited = own["section"], []
        cited, whole = cited + own.get("sources", []), whole + own.get("sources", [])
        if cell["cell_type"] == "markdown":
            source = "".join(cell["source"])
            carried = whole if "vp-summary" in source else cited
            yield from _stated(f"{lesson.number} {section}", source, carried)


def of_question(question: Question) -> Iterator[Statement]:
    """The numbers in what a question holds to be right; its stem tells an invented situation."""
    for item in question.items:
        for part in item.part if isinstance(item, Case) else (item,):
            for told in _right(part):
                yield from _stated(question.id, told, question.head.source)


def _right(part: Part) -> Iterator[str]:
    """What is right in an item: the right choices, the pairs, the steps, the number."""
    match part:
        case Single() | Several():
            yield from (choice.text for choice in part.choice if choice.right)
        case Matching():
            yield from (f"{pair.left} {pair.right}" for pair in part.pair)
        case Ordering():
            yield from (step.text for step in part.step)
        case Number():
            yield f"{part.answer:g} {part.unit}".replace(".", ",")
        case Paper():
            yield from (line.reason for line in part.line if line.reason)


def _stated(place: str, text: str, cited: Sequence[str]) -> Iterator[Statement]:
    plain = _LINK.sub(r"\1", _NOT_FACTS.sub("", text))
    for paragraph in re.split(r"\n\s*\n", plain):
        if not _FICTIONAL.search(paragraph):
            for number, near in numbers_in(paragraph):
                yield Statement(place, number, near, tuple(cited))


def unbacked(statements: Iterable[Statement]) -> list[Statement]:
    """Those that neither a cited rule nor the list says."""
    listed = listed_numbers()
    return [
        one
        for one in statements
        if not {(one.place, one.number), (one.place, ANY)} & listed.keys()
        and not _said_by_rule(one)
    ]


def _said_by_rule(one: Statement) -> bool:
    return any(one.number in said_by(source) for source in one.sources if ":" not in source)


@cache
def said_by(rule_id: str) -> frozenset[str]:
    """The numbers that a rule says, in its text or in its fields."""
    rule = rulebook.load()[rule_id]
    text = f"{rule.title} {rule.text} {rule.note}"
    said = {number for number, _ in numbers_in(text)} | set(re.findall(r"\d[\d.,]*\d|\d", text))
    said |= {f"{value:g}" for value in (rule.minimum, rule.maximum) if value is not None}
    if rule.numerator and rule.denominator:
        said.add(f"{rule.numerator}/{rule.denominator}")
    return frozenset(said)


@cache
def listed_numbers() -> Mapping[tuple[str, str], str]:
    """What the list says: the source of each number by place and number."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {(row["place"], row["number"]): row["source"] for row in csv.DictReader(file)}
