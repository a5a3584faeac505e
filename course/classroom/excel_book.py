"""Excel files of the classroom: sheets with lines, whose head stays in sight and on every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_WIDEST = 60
_HEAD = 10

Row = Sequence[object]


def write_book(path: Path, sheets: dict[str, list[Row]]) -> Path:
    """Write an Excel file: each sheet with a head that stays in sight. Raises OSError."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color="B8C0CA")
    lines = Border(left=line, right=line, top=line, bottom=line)

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name[:31])
        for row in rows:
            sheet.append(list(row))
        for column in sheet.columns:
            told = [cell.value for cell in column[1:] if cell.value not in (None, "")]
            longest = max((len(str(value)) for value in told), default=0)
            is_number = not any(isinstance(value, str) for value in told)
            head = str(column[0].value or "")
            word = max(map(len, head.split()), default=0)
            width = max(longest, word, min(len(head), _HEAD)) + 2
            sheet.column_dimensions[column[0].column_letter].width = min(_WIDEST, width)
            for cell in column:
                cell.border = lines
                across = "center" if is_number or cell.row == 1 else "left"
                cell.alignment = Alignment(horizontal=across, vertical="top", wrap_text=True)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="DCE6F1")
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return _saved(book, path)


def _saved(book: Workbook, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.tmp")
    try:
        book.save(fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return path
