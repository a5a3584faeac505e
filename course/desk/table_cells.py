"""What a person types or pastes into a cell, read as what the column may hold."""

from __future__ import annotations

from course.desk.moments import TIME_HINT_VI, read_time
from grading.answers import plain
from scenarios.table_file import ColumnText
from scenarios.typed_date import date_of
from scenarios.typed_number import number_of

_TICKS = frozenset({"x", "v", "✓", "✔", "1", "có", "true", "chọn"})
_LEAP_YEAR = 2000
"""A year in which 29/2 is a day, for days that are written without a year."""


class CellError(Exception):
    """The text does not fit the column; the message is one Vietnamese sentence."""


def read_cell(column: ColumnText, typed: str) -> str:
    """The text to be kept: an item's id, an hour as "08:15", words in one line. A number
    or a day stays as it was written.

    Raises CellError.
    """
    text = " ".join(typed.split())
    if not text:
        return ""
    if column.kind == "pick":
        return _item(column, text)
    if column.kind == "time":
        hour = read_time(text)
        if hour is None:
            raise CellError(TIME_HINT_VI)
        return f"{hour:%H:%M}"
    if column.kind == "number" and number_of(text) is None:
        raise CellError(f"Ô “{column.title}” nhận một con số, ví dụ 12 hoặc 1.500.000.")
    if column.kind == "date" and date_of(text, _LEAP_YEAR) is None:
        raise CellError(f"Ô “{column.title}” nhận một ngày, ví dụ 5/3 hoặc 05/03/2026.")
    if len(text) > column.limit:
        raise CellError(f"Ô “{column.title}” ghi được tối đa {column.limit} ký tự.")
    return text


def cell_words(column: ColumnText, text: str) -> str:
    """The cell as a person reads it: the words of a picked item, else the text itself."""
    return next((item.text for item in column.items if item.id == text), text)


def _item(column: ColumnText, text: str) -> str:
    for item in column.items:
        if text == item.id or plain(text) == plain(item.text):
            return item.id
    if len(column.items) == 1 and plain(text) in _TICKS:
        return column.items[0].id
    words = "; ".join(item.text for item in column.items)
    raise CellError(f"Ô “{column.title}” chỉ nhận một trong các mục: {words}.")
