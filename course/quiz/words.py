"""The words of a question as HTML: paragraphs, bold, and what kind of answer is asked for."""

from __future__ import annotations

import re

from course.look import Html, text
from course.quiz.items import Item

TASK_VI = {
    "single": "Chọn một phương án",
    "several": "Chọn tất cả phương án đúng",
    "matching": "Ghép cặp",
    "ordering": "Bấm lần lượt theo thứ tự đúng",
    "number": "Điền số",
    "paper": "Đánh dấu những dòng sai",
    "case": "Tình huống ngắn",
}

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)


def prose(content: str) -> Html:
    """A text of a question file as paragraphs with `**bold**`."""
    paragraphs = [part for part in re.split(r"\n\s*\n", content) if part.strip()]
    return Html("".join(f"<p>{phrase(part.strip())}</p>" for part in paragraphs))


def phrase(content: str) -> Html:
    """A short text with `**bold**`, to stand inside a paragraph."""
    return Html(_BOLD.sub(r"<strong>\1</strong>", text(content)))


def plain(content: str) -> str:
    """A text without the marks of bold, for labels that hold no HTML."""
    return _BOLD.sub(r"\1", content)


def task(item: Item) -> str:
    """What the learner is asked to do with this kind of question."""
    return TASK_VI[item.kind]
