"""Lines as an eye sees them: paragraphs cut at line breaks, and at tabs between two columns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grading.word.document import Document, Paragraph, Run
from grading.word.text import canon, fold


@dataclass(frozen=True, slots=True)
class Line:
    """One line's text and runs. `column`: 0 left, 1 right, None where there is only one."""

    paragraph: Paragraph
    column: int | None
    text: str
    runs: tuple[Run, ...]
    folded: str

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text


def lines_of(document: Document) -> list[Line]:
    """All lines of the page in reading order, blank ones included."""
    return [line for paragraph in document.body for line in split(paragraph)]


def split(paragraph: Paragraph) -> list[Line]:
    """The lines of one paragraph; tabs split only lines that print something on both sides."""
    if "\n" not in paragraph.text and "\t" not in paragraph.text:
        return [_line(paragraph, _cell_column(paragraph), paragraph.runs)]
    found: list[Line] = []
    for row in _cut(paragraph.runs, "\n"):
        pieces = [(i, piece) for i, piece in enumerate(_cut(row, "\t")) if _text(piece)]
        if len(pieces) == 2 and paragraph.where.table is None:
            found += [_line(paragraph, min(n, 1), piece) for n, (_, piece) in enumerate(pieces)]
        else:
            column = _cell_column(paragraph)
            if column is None and len(pieces) == 1 and pieces[0][0] > 0:
                column = 1
            found.append(_line(paragraph, column, row))
    return found


def _line(paragraph: Paragraph, column: int | None, runs: tuple[Run, ...]) -> Line:
    text = canon("".join(run.text for run in runs))
    return Line(paragraph, column, text, runs, fold(text) if text else "")


def _cell_column(paragraph: Paragraph) -> int | None:
    where = paragraph.where
    if where.table is None or where.columns < 2:
        return None
    return 1 if where.column * 2 >= where.columns else 0


def _cut(runs: tuple[Run, ...], mark: str) -> list[tuple[Run, ...]]:
    rows: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(mark)
        if first:
            rows[-1].append(run if not others else replace(run, text=first))
        for other in others:
            rows.append([replace(run, text=other)] if other else [])
    return [tuple(row) for row in rows]


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).strip()
