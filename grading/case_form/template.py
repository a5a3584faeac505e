"""Writing the form as an Excel file: headings, hints, and lists to pick from instead of typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grading.case_form.example import ABOUT_CASE, ROWS
from grading.case_form.guide import GUIDE_LINES
from grading.case_form.layout import (
    ABOUT,
    CHOICES,
    DUTIES,
    FIELDS,
    FIRST_ROW,
    FIXED_LISTS,
    GUIDE,
    HEAD_ROW,
    INJECTS,
    LAST_ROW,
    LISTS,
    PEOPLE,
    QUESTIONS,
    RULES,
    SAID,
    SENTENCES,
    SHEETS,
    SUBJECTS,
    TASKS,
    Column,
    Kind,
    Sheet,
)  # fmt: skip
from grading.case_form.moments import read_moment
from grading.case_form.sentences import ALL
from office_sim import rulebook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Lists = Mapping[str, Sequence[str]]

_DEEP, _HEAD, _HINT, _CELL, _LINE = "7A1F1F", "9B2C2C", "F6EEE6", "FFFDF8", "C9B8A6"
_MOMENT = "dd/mm/yyyy hh:mm"
_LINES_TALL = 15.5  # points of one line of text
_ABOUT_WIDTHS = (22, 84, 52)


def write_form(path: Path, duties: Mapping[str, str], *, example: bool = False) -> None:
    """Write the form, empty or filled with the example. Raises OSError; replaces a file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    lists = lists_of(duties)
    _guide(book.create_sheet(GUIDE))
    _about(book.create_sheet(ABOUT), _named(lists, DUTIES, ABOUT_CASE) if example else ())
    for sheet in SHEETS:
        rows = [_named(lists, RULES, row) for row in ROWS[sheet.title]] if example else []
        _sheet(book.create_sheet(sheet.title), sheet, rows)
    _lists(book, lists)
    content = BytesIO()
    book.save(content)
    path.write_bytes(content.getvalue())


def lists_of(duties: Mapping[str, str]) -> Lists:
    """The lists to pick from: title -> lines; rules and duties by id and title."""
    rules = [f"{one.id}: {one.title}" for one in rulebook.load() if one.confirmed]
    rules += [f"{o.id}: {o.title} (0 điểm)" for o in rulebook.load() if not o.confirmed]
    return {
        SENTENCES: [one.text for one in ALL],
        **FIXED_LISTS,
        DUTIES: [f"{name}: {title}" for name, title in duties.items()],
        RULES: rules,
    }


def _named(lists: Lists, which: str, row: Sequence[str | int]) -> list[str | int]:
    """The row with ids of a list in the words of that list."""
    words = {line.split(":")[0]: line for line in lists[which]}
    return [words.get(str(one), one) for one in row]


def _guide(page: Worksheet) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, 104
    _title(page, "Mẫu soạn tình huống", "Đọc trang này trước, khoảng năm phút.", 2)
    for row, (head, words) in enumerate(GUIDE_LINES, start=3):
        page.cell(row, 1, head).font = _font(bold=True, color=_DEEP)
        cell = page.cell(row, 2, words)
        for one in (page.cell(row, 1), cell):
            one.alignment = _aligned()
        cell.font = _font()
        _tall(page, row, [(words, 104)])
    _paper(page, landscape=False)


def _about(page: Worksheet, values: Sequence[str | int]) -> None:
    for letter, width in zip("ABC", _ABOUT_WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    _title(page, ABOUT, "Điền cột B. Mọi ô ở trang này đều phải có.", 3)
    for number, head in enumerate(("Mục *", "Nội dung", "Cách ghi"), start=1):
        _head(page.cell(HEAD_ROW, number, head))
    for row, field in enumerate(FIELDS, start=FIRST_ROW):
        page.cell(row, 1, f"{field.heading} *").font = _font(bold=True)
        page.cell(row, 3, field.hint).font = _font(italic=True, color="6B5B4B")
        text = values[row - FIRST_ROW] if values else None
        _put(page.cell(row, 2), field, text)
        for number in (1, 2, 3):
            page.cell(row, number).alignment = _aligned()
            page.cell(row, number).border = _border()
        least = 6 if field.lines else 1
        _tall(page, row, [(str(text or ""), 84), (field.hint, 52)], least)
        if field.pick:
            _pick(page, f"B{row}", field.pick)
    page.row_dimensions[HEAD_ROW + 1].height = 4
    page.freeze_panes = f"A{FIRST_ROW}"
    _paper(page)


def _sheet(page: Worksheet, sheet: Sheet, rows: Sequence[Sequence[str | int]]) -> None:
    _title(page, sheet.title, sheet.lead, len(sheet.columns))
    for number, column in enumerate(sheet.columns, start=1):
        head = page.cell(HEAD_ROW, number, column.heading + (" *" if column.needed else ""))
        _head(head)
        letter = head.column_letter
        page.column_dimensions[letter].width = column.width
        hint = page.cell(HEAD_ROW + 1, number, column.hint)
        hint.font, hint.fill = _font(italic=True, color="6B5B4B", size=9), _fill(_HINT)
        hint.alignment, hint.border = _aligned(), _border()
        for row in range(FIRST_ROW, LAST_ROW + 1):
            line = rows[row - FIRST_ROW] if row - FIRST_ROW < len(rows) else ()
            _put(page.cell(row, number), column, line[number - 1] if number <= len(line) else None)
        if column.pick:
            _pick(page, f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}", column.pick)
    _tall(page, HEAD_ROW + 1, [(one.hint, one.width * 1.15) for one in sheet.columns])
    for row, line in enumerate(rows, start=FIRST_ROW):
        texts = [(str(text), sheet.columns[at].width) for at, text in enumerate(line)]
        _tall(page, row, texts)
    page.freeze_panes = page.cell(FIRST_ROW, 2).coordinate
    _paper(page)
    page.print_area = f"A1:{page.cell(FIRST_ROW + 14, len(sheet.columns)).coordinate}"
    page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"


def _put(cell: Any, column: Column, value: str | int | None) -> None:
    """A cell to write in, perhaps with what the example has there."""
    cell.font, cell.fill, cell.border, cell.alignment = (
        _font(), _fill(_CELL), _border(), _aligned(),
    )  # fmt: skip
    if column.kind is Kind.MOMENT:
        cell.number_format = _MOMENT
    moment = read_moment(str(value)) if value else None
    if value not in ("", None):
        cell.value = moment if moment is not None and len(str(value)) < 20 else value
    if moment is not None and isinstance(cell.value, type(moment)):
        cell.number_format = _MOMENT


def _pick(page: Worksheet, cells: str, which: str) -> None:
    """Let the cells be picked from a list; another text is warned of, and named when it is read."""
    from openpyxl.worksheet.datavalidation import DataValidation

    by_sentence = {SUBJECTS: _first_place, SAID: _second_place}
    formula = by_sentence[which]() if which in by_sentence else _list_name(which)
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, errorStyle="warning")
    rule.errorTitle, rule.error = "Không có trong danh sách", "Bấm mũi tên ở ô để chọn cho đúng."
    rule.showErrorMessage = which != SAID  # an hour is typed there
    page.add_data_validation(rule)
    rule.add(cells)


def _first_place() -> str:
    """What the first place of a criterion's sentence can name, told by the sentence beside it."""
    return _told((("tình tiết", INJECTS), ("Câu hỏi", QUESTIONS)), TASKS)


def _second_place() -> str:
    """The same for the second place."""
    return _told((("do …", PEOPLE), ("chọn", CHOICES)), TASKS)


def _told(asks: Sequence[tuple[str, str]], otherwise: str) -> str:
    formula = _list_name(otherwise)
    for word, sheet in asks:
        found = f'ISNUMBER(SEARCH("{word}",$A{FIRST_ROW}))'
        formula = f"IF({found},{_list_name(sheet)},{formula})"
    return formula


def _list_name(which: str) -> str:
    names = {
        SENTENCES: "DS_CAU_MAU", DUTIES: "DS_NHIEM_VU", RULES: "DS_QUY_TAC", PEOPLE: "DS_NGUOI",
        TASKS: "DS_VIEC", INJECTS: "DS_TINH_TIET", QUESTIONS: "DS_CAU_HOI",
        CHOICES: "DS_CACH_XU_LY",
    }  # fmt: skip
    return names.get(which) or f"DS_{list(FIXED_LISTS).index(which) + 1}"


def _lists(book: Workbook, lists: Lists) -> None:
    """The sheet that holds the lists, and a name for each list of the book."""
    from openpyxl.workbook.defined_name import DefinedName

    page = book.create_sheet(LISTS)
    _title(page, LISTS, "Những gì chọn được trong mẫu; không sửa trang này.", len(lists))
    for number, (title, lines) in enumerate(lists.items(), start=1):
        _head(page.cell(HEAD_ROW, number, title))
        letter = page.cell(HEAD_ROW, number).column_letter
        page.column_dimensions[letter].width = max(14, min(64, max(map(len, lines)) + 2))
        for row, line in enumerate(lines, start=FIRST_ROW):
            page.cell(row, number, line).font = _font(size=10)
        place = f"'{LISTS}'!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + len(lines) - 1}"
        book.defined_names[_list_name(title)] = DefinedName(_list_name(title), attr_text=place)
    for title in (PEOPLE, TASKS, INJECTS, QUESTIONS, CHOICES):
        letter = "B" if title == CHOICES else "A"
        first = f"'{title}'!${letter}${FIRST_ROW}"
        count = f"MAX(1,COUNTA({first}:${letter}${LAST_ROW}))"
        place = f"OFFSET({first},0,0,{count},1)"
        book.defined_names[_list_name(title)] = DefinedName(_list_name(title), attr_text=place)
    page.freeze_panes = f"A{FIRST_ROW}"
    _paper(page)


def _title(page: Worksheet, title: str, lead: str, columns: int) -> None:
    page.cell(1, 1, f"{title}: {lead[:1].lower()}{lead[1:]}")
    cell = page.cell(1, 1)
    cell.font, cell.alignment = _font(bold=True, color=_DEEP, size=13), _aligned()
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(2, columns))
    page.row_dimensions[1].height = 36
    page.sheet_view.showGridLines = False


def _head(cell: Any) -> None:
    cell.font, cell.fill = _font(bold=True, color="FFFFFF"), _fill(_HEAD)
    cell.alignment, cell.border = _aligned(), _border()


def _tall(page: Worksheet, row: int, texts: Sequence[tuple[str, float]], least: int = 1) -> None:
    """Make the row as tall as its longest text needs in its column's width."""
    lines = max(
        (
            sum(1 + int(len(part) / (width * 1.12)) for part in text.split("\n"))
            for text, width in texts
        ),
        default=1,
    )
    page.row_dimensions[row].height = max(least, lines) * _LINES_TALL + 4


def _paper(page: Worksheet, *, landscape: bool = True) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4


def _font(
    *, bold: bool = False, italic: bool = False, color: str = "222222", size: int = 11
) -> Any:
    from openpyxl.styles import Font

    return Font(name="Arial", bold=bold, italic=italic, color=color, size=size)


def _fill(color: str) -> Any:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", start_color=color)


def _aligned() -> Any:
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=True, horizontal="left", vertical="top")


def _border() -> Any:
    from openpyxl.styles import Border, Side

    side = Side("thin", color=_LINE)
    return Border(side, side, side, side)
