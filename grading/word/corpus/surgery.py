"""A correct file opened for one cut: its parts found, its paragraphs and runs at hand."""

from __future__ import annotations

import copy
import io
from typing import Any

from grading.word.lines import Line
from grading.word.parts import Parts, find_parts
from grading.word.reading import read_bytes
from grading.word.text import canon, fold
from grading.word.walk import walk

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class NotApplicableError(Exception):
    """This fault cannot be made in this file (the part is missing or shares its paragraph)."""


class Patient:
    """A python-docx document with what the reader found in it before the cut."""

    def __init__(self, data: bytes) -> None:
        import docx

        self.parts: Parts = find_parts(read_bytes(data, "corpus.docx"))
        self.document: Any = docx.Document(io.BytesIO(data))
        self.elements = [element for element, _, _ in walk(self.document.element.body)]

    def save(self) -> bytes:
        """The file after the cut."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def index(self, element: Any) -> int | None:
        """The reading order number of a paragraph after the cut; None if it is gone."""
        for number, (found, _, _) in enumerate(walk(self.document.element.body)):
            if found is element:
                return number
        return None

    def part(self, name: str, which: int = 0) -> Any:
        """The paragraph of a part that has a paragraph to itself."""
        lines = self.parts.lines.get(name, [])
        if not lines or which >= len(lines):
            raise NotApplicableError(name)
        return self._own(lines[which])

    def all_of(self, name: str) -> list[Any]:
        """All paragraphs of a part, each with a paragraph to itself."""
        lines = self.parts.lines.get(name, [])
        if not lines:
            raise NotApplicableError(name)
        return [self._own(line) for line in lines]

    def body(self, longer_than: int = 0, which: int = 0) -> Any:
        """A paragraph of the text outside tables, longer than some letters, not the first."""
        found = [
            p
            for p in self.parts.body[1:]
            if p.where.table is None and p.align == "justify" and len(p.text) > longer_than
        ]
        if len(found) <= which:
            raise NotApplicableError("body")
        return self.elements[found[which].index]

    def paragraph(self, element: Any) -> Any:
        """python-docx's view of a paragraph."""
        from docx.text.paragraph import Paragraph

        return Paragraph(element, self.document._body)

    def runs(self, element: Any) -> list[Any]:
        """python-docx's view of a paragraph's runs that print something."""
        return [run for run in self.paragraph(element).runs if run.text.strip()]

    def set_text(self, element: Any, text: str) -> Any:
        """Put other words into a paragraph in the look of its first run."""
        runs = self.runs(element)
        if not runs:
            raise NotApplicableError(text)
        runs[0].text = text
        for run in runs[1:]:
            run._r.getparent().remove(run._r)
        return element

    def remove(self, element: Any) -> None:
        """Take a paragraph out; a cell keeps one, emptied."""
        parent = element.getparent()
        if len(parent.findall(f"{W}p")) == 1 and parent.tag == f"{W}tc":
            for run in element.findall(f"{W}r"):
                element.remove(run)
        else:
            parent.remove(element)

    def copy_after(self, element: Any, text: str) -> Any:
        """A second paragraph of the same look right below, with other words."""
        twin = copy.deepcopy(element)
        element.addnext(twin)
        return self.set_text(twin, text)

    def _own(self, line: Line) -> Any:
        if canon(line.paragraph.text) != line.text:
            raise NotApplicableError(line.text)
        return self.elements[line.paragraph.index]


def text_of(element: Any) -> str:
    """A paragraph's words."""
    return canon("".join(t.text or "" for t in element.iter(f"{W}t")))


def folded_text_of(element: Any) -> str:
    """A paragraph's words without diacritics."""
    return fold(text_of(element))
