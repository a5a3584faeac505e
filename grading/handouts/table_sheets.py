"""Sheets for the tables of an exercise: what is given row by row, with room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grading.word.draft import Table
from scenarios.case import Case
from scenarios.table_file import ColumnText, TableText
from scenarios.tables import NUMBER, Row

if TYPE_CHECKING:
    from grading.word.write import Writer

NUMBER_WIDTH, OWN_WIDTH, ALL_WIDTH = 11.0, 24.0, 165.0
"""In millimetres: the rows' numbers, a column to write in, the whole page."""


def drawn_tables(case: Case) -> list[TableText]:
    """The tables that fit on paper: those drawn for the exercise, not a list of hundreds."""
    return [one for one in case.tables if case.true_table(one.id) is not None]


def table_sheets(writer: Writer, case: Case) -> None:
    """One sheet for each drawn table: its lead, what can be chosen, the rows."""
    for number, table in enumerate(drawn_tables(case)):
        if number:
            writer.page_break()
        writer.heading(case.say(table.title))
        if table.lead:
            writer.text(case.say(table.lead))
        for column in table.columns:
            if column.items:
                writer.text(_choices(case, column), lead=f"{column.title}:")
        writer.table(_sheet(case, table))


def _choices(case: Case, column: ColumnText) -> str:
    return "; ".join(case.say(item.text) for item in column.items) + "."


def _sheet(case: Case, table: TableText) -> Table:
    own = [column.title for column in table.columns]
    given = ALL_WIDTH - NUMBER_WIDTH - OWN_WIDTH * len(own)
    head = ("Số", "Đề", *own)
    rows = tuple(
        (row.cells[NUMBER], _told(case, table, row), *("" for _ in own))
        for row in case.table_rows(table.id)
    )
    widths = (NUMBER_WIDTH, given, *(OWN_WIDTH for _ in own))
    return Table((head, *rows), widths=widths, size=11)


def _told(case: Case, table: TableText, row: Row) -> str:
    """What is given in a row, in one cell."""
    columns = case.table_columns(table.id)
    return " · ".join(row.cells[one] for one in columns if one != NUMBER and row.cells.get(one))
