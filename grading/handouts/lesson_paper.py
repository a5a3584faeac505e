"""A lesson on paper as a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from grading.handouts.html_text import write_html
from grading.handouts.paper_case import FICTIONAL


def write_lesson_paper(title: str, lead: str, parts: Iterable[tuple[str, str]], path: Path) -> Path:
    """Write title, lead and the parts (title, HTML) into the file; returns it.

    Raises OSError if the file cannot be written.
    """
    from grading.word.write import Writer  # python-docx: only where a Word file is made

    writer = Writer(title=title)
    writer.small(FICTIONAL)
    writer.title(title.upper(), ())
    writer.text(lead)
    for heading, html in parts:
        writer.heading(heading)
        write_html(writer, html)
    return writer.save(path)
