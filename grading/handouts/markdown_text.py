"""Putting the Markdown of a case (headings, lists, tables, bold) into a Word file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grading.word.draft import Table

if TYPE_CHECKING:
    from grading.word.write import Writer

_RULER = re.compile(r"^[\s|:-]+$")


def write_markdown(writer: Writer, markdown: str) -> None:
    """Write the blocks one after the other. Only what case texts use is understood."""
    for block in re.split(r"\n\s*\n", markdown.strip()):
        lines = block.splitlines()
        if lines[0].startswith("#"):
            writer.heading(_plain(lines[0].lstrip("# ")))
            lines = lines[1:]
        if lines and lines[0].lstrip().startswith("|"):
            writer.table(_table(lines))
            continue
        for paragraph in _paragraphs(lines):
            writer.text(_plain(paragraph))


def _table(lines: list[str]) -> Table:
    rows = [line.strip().strip("|").split("|") for line in lines if not _RULER.match(line)]
    return Table(tuple(tuple(_plain(cell.strip()) for cell in row) for row in rows))


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined into paragraphs; every item of a list is one of its own."""
    paragraphs: list[str] = []
    for line in lines:
        item = re.match(r"^\s*([-*]|\d+\.)\s+", line)
        if item or not paragraphs:
            mark = "- " if item and not item[1][0].isdigit() else (item[0] if item else "")
            paragraphs.append(mark + line[item.end() if item else 0 :].strip())
        else:
            paragraphs[-1] += " " + line.strip()
    return paragraphs


def _plain(text: str) -> str:
    """The text without the signs for bold, slanted and quoted."""
    return re.sub(r"(\*\*|__|`)|^>\s*|(?<!\w)\*|\*(?!\w)", "", text).strip()
