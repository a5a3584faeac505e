"""A table of the case as a file for Excel: what is given and what the learner wrote beside it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from course.desk.table_cells import cell_words
from course.desk.table_work import TableWork

_WIDEST = 50
"""No column is made wider than this many letters."""


def export(work: TableWork, folder: Path) -> Path:
    """Write the table into the folder, as it stands; returns the file.

    An Excel file, or a CSV file that Excel opens where openpyxl is not to be had.
    """
    name = f"{work.desk.case.id}_{work.table.id}"
    lines = table_lines(work)
    try:
        content = _workbook(work.table.title, lines)
    except ImportError:
        path = folder / f"{name}.csv"
        path.write_bytes(_csv(lines))
        return path
    path = folder / f"{name}.xlsx"
    path.write_bytes(content)
    return path


def table_lines(work: TableWork) -> list[list[str]]:
    """The heading and all rows in words."""
    given = work.desk.case.table_columns(work.table.id)
    lines = [[*given.values(), *(column.title for column in work.columns)]]
    marks = work.marks
    for row in work.rows:
        own = marks.get(row.id, {})
        written = [cell_words(column, own.get(column.id, "")) for column in work.columns]
        lines.append([*(row.cells.get(one, "") for one in given), *written])
    return lines


def _workbook(title: str, lines: list[list[str]]) -> bytes:
    from openpyxl import Workbook  # heavy, and not on every machine
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "".join(letter for letter in title if letter not in "[]:*?/\\")[:31]
    for line in lines:
        sheet.append([int(text) if text.isascii() and text.isdigit() else text for text in line])
    # What a learner typed is text, never a formula.
    for row in sheet.iter_rows(min_row=1):
        for one in row:
            if one.data_type == "f":
                one.data_type = "s"
            one.alignment = Alignment(wrap_text=True, vertical="top")
            one.font = Font(name="Times New Roman", size=12, bold=one.row == 1)
    for at, texts in enumerate(zip(*lines, strict=True), start=1):
        width = min(max(map(len, texts)) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _csv(lines: list[list[str]]) -> bytes:
    """CSV as Excel reads Vietnamese letters: with a byte order mark; no cell starts a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    for line in lines:
        writer.writerow(
            [f"'{one}" if one.startswith(("=", "+", "-", "@")) else one for one in line]
        )
    return text.getvalue().encode("utf-8-sig")
