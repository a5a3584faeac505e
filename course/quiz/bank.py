"""The question bank: every question of `course/questions/*.toml`, or every mistake in them.

How to write questions: `course/questions/HUONG-DAN-VIET-CAU-HOI.md`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from course.quiz import mistakes
from course.quiz.mistakes import Mistake, QuestionError
from course.quiz.question import Question, places, read_head, read_item

FOLDER = Path(__file__).parent.parent / "questions"


class Bank:
    """All questions by id, in the order of files and of places in them."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = {question.id: question for question in questions}

    def __getitem__(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError if there is none."""
        return self._questions[question_id]

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._questions

    def __iter__(self) -> Iterator[Question]:
        return iter(self._questions.values())

    def __len__(self) -> int:
        return len(self._questions)

    def about(self, point: str) -> list[Question]:
        """The questions that ask about this point of coverage."""
        return [question for question in self if point in question.points]


@cache
def load() -> Bank:
    """The kit's own bank. Raises QuestionError naming every mistake of form in every file."""
    return read(FOLDER)


def read(folder: Path) -> Bank:
    """All questions of the TOML files in `folder`. Raises QuestionError."""
    questions, found = scan(folder)
    if found:
        raise QuestionError(found)
    return Bank(questions)


def scan(folder: Path) -> tuple[list[Question], list[Mistake]]:
    """The questions that can be read, and every mistake of form in every file."""
    questions: list[Question] = []
    found: list[Mistake] = []
    for path in sorted(folder.glob("*.toml")):
        readable, wrong = _read_file(path)
        questions += readable
        found += wrong
    return questions, found + _repeated_ids(questions)


def _read_file(path: Path) -> tuple[list[Question], list[Mistake]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return [], [mistakes.of_toml(path.name, error)]
    found = _check_frame(path.name, content)
    questions: list[Question] = []
    records = content.get("question", [])
    for place, record in enumerate(records if isinstance(records, list) else [], start=1):
        name = record.get("id", "chưa có id") if isinstance(record, Mapping) else "không phải bảng"
        question, wrong = _read_question(path.name, f"câu {place} ({name})", record)
        found += wrong
        questions += [question] if question else []
    return questions, found


def _check_frame(file: str, content: Mapping[str, Any]) -> list[Mistake]:
    found = []
    if content.get("schema") != 1:
        found.append(Mistake(file, "đầu tệp", "thiếu schema = 1", "ghi schema = 1 ở dòng đầu"))
    for key in content.keys() - {"schema", "title", "question"}:
        found.append(
            Mistake(
                file,
                "đầu tệp",
                f"không có khóa nào tên “{key}”",
                "đầu tệp chỉ có schema, title và các bảng [[question]]",
            )
        )
    if not isinstance(content.get("question"), list) or not content["question"]:
        found.append(Mistake(file, "", "chưa có câu hỏi nào", "thêm ít nhất một bảng [[question]]"))
    return found


def _read_question(file: str, place: str, record: Any) -> tuple[Question | None, list[Mistake]]:
    """The question, or None together with its mistakes."""
    if not isinstance(record, Mapping):
        return None, [Mistake(file, place, "câu hỏi phải là một bảng", "viết [[question]]")]
    found: list[Mistake] = []
    head = None
    try:
        head = read_head(record)
    except ValidationError as error:
        found += mistakes.of_records(file, place, error)
    variants = head.variant if head and head.variant else ({},)
    found += _check_places(file, place, record, variants)
    items = []
    for variant in variants:
        try:
            items.append(read_item(record, variant))
        except ValidationError as error:
            found += mistakes.of_records(file, place, error)
    if found or head is None:
        return None, found
    return Question(head=head, items=tuple(items), file=file), []


def _check_places(
    file: str, place: str, record: Mapping[str, Any], variants: Sequence[Mapping[str, Any]]
) -> list[Mistake]:
    used = places({key: value for key, value in record.items() if key != "variant"})
    found = []
    for number, variant in enumerate(variants, start=1):
        for name in sorted(used - variant.keys()):
            problem = f"biến thể {number} không cho giá trị của {{{name}}}"
            found.append(Mistake(file, place, problem, f"thêm {name} = … vào [[question.variant]]"))
        for name in sorted(variant.keys() - used):
            problem = f"biến thể {number} có “{name}” nhưng câu hỏi không dùng {{{name}}}"
            found.append(Mistake(file, place, problem, "dùng tên đó trong câu hỏi, hoặc bỏ đi"))
    return found


def _repeated_ids(questions: Sequence[Question]) -> list[Mistake]:
    first: dict[str, str] = {}
    found = []
    for question in questions:
        if question.id in first:
            problem = f"id “{question.id}” đã có trong {first[question.id]}"
            found.append(Mistake(question.file, f"câu {question.id}", problem, "đặt một id khác"))
        first.setdefault(question.id, question.file)
    return found
