"""The handout of a lesson: everything it says, forms as pictures, answers at the end."""

from __future__ import annotations

from pathlib import Path

from course.lesson_index import Lesson
from course.look import Html, text
from course.showing.blocks import Block, Kind, read
from course.showing.page import page

TRY_VI = "Phần thử tay (làm trên máy, ở trang bài học):"


def handout_page(lesson: Lesson) -> str:
    """The handout as an HTML page that prints cleanly on A4."""
    parts = [
        '<button class="vp-print-button" onclick="print()">In hoặc lưu PDF</button>',
        f'<h1>{text(lesson.title)}</h1><p class="vp-lead">{text(lesson.lead)}</p>',
    ]
    parts += [f"<h2>{text(title)}</h2>{body}" for title, body in handout_parts(lesson)]
    return page(lesson.title, f'<main class="vp">{"".join(parts)}</main>', "vp-handout")


def handout_parts(lesson: Lesson) -> list[tuple[str, Html]]:
    """Title and HTML of each section, and of the answers; questions are numbered through."""
    parts: list[tuple[str, Html]] = []
    answers: list[str] = []
    for shown in read(lesson):
        body = []
        for block in shown.blocks:
            if block.kind is Kind.QUESTION:
                answers.append(f"<h3>Câu {len(answers) + 1}</h3>{block.answer}")
                body.append(f'<div class="vp-asked"><h3>Câu {len(answers)}</h3>{block.html}</div>')
            elif block.kind is not Kind.HEADING:
                body.append(_printed(block))
        parts.append((shown.section.title, Html("".join(body))))
    return [*parts, ("Trả lời và lý do", Html("".join(answers)))]


def write_word(lesson: Lesson, path: Path) -> Path:
    """The handout as a Word file. Raises OSError if it cannot be written."""
    from grading.handouts.lesson_paper import write_lesson_paper  # python-docx: only here

    return write_lesson_paper(lesson.title, lesson.lead, handout_parts(lesson), path)


def _printed(block: Block) -> str:
    if block.kind is Kind.FORM:
        return f'<p class="vp-kicker">{TRY_VI}</p>{block.html}'
    # Folded lists have no use on paper.
    return block.html.replace("<details", "<details open")
