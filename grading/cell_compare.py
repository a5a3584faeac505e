"""Whether a cell says the same as the right one, whatever way it is written."""

from __future__ import annotations

from collections.abc import Iterable

from grading.answers import plain
from office_sim.visits import read_hour
from scenarios.table_file import ColumnText
from scenarios.typed_date import date_of
from scenarios.typed_number import number_of

_NEAR = 1e-6
_UNITS = {"triệu": 1e6, "nghìn": 1e3, "ngàn": 1e3, "tỷ": 1e9, "tỉ": 1e9}
"""Words for large numbers that may stand behind a figure in a column of đồng."""
_MONEY = "đồng"


def is_right(column: ColumnText, given: str, right: Iterable[str]) -> bool:
    """Whether the cell equals one of the right texts, as its column is meant to be read."""
    return any(_same(column, given, one) for one in right)


def _same(column: ColumnText, given: str, right: str) -> bool:
    if column.kind == "number":
        typed, wanted = _number(column, given), number_of(right)
        return typed is not None and wanted is not None and abs(typed - wanted) <= _NEAR
    if column.kind == "date":
        return _same_day(given, right)
    if column.kind == "time":
        hour = read_hour(given)
        return hour is not None and hour == read_hour(right)
    return plain(given) == plain(right)


def _number(column: ColumnText, text: str) -> float | None:
    value = number_of(text)
    if value is None or column.unit != _MONEY:
        return value
    words = plain(text)
    return value * next((factor for word, factor in _UNITS.items() if word in words), 1)


def _same_day(given: str, right: str) -> bool:
    wanted = date_of(right, 1)
    return wanted is not None and date_of(given, wanted.year) == wanted
