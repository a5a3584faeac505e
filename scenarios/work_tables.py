"""The tables of a work: reading and changing single cells, taking tables apart to merge them."""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.work import Tables, Work

Cell = tuple[str, str, str]
"""Table, row, column."""


def cell(work: Work, table: str, row: str, column: str) -> str:
    """What stands in the cell, "" if nothing does."""
    return work.tables.get(table, {}).get(row, {}).get(column, "")


def with_cell(work: Work, place: Cell, text: str) -> Work:
    """The work with another text in the cell; an empty one clears it."""
    return with_cells(work, {place: text})


def with_cells(work: Work, texts: Mapping[Cell, str]) -> Work:
    """The work with several cells changed at once, as when many rows are marked together."""
    return work.model_copy(update={"tables": from_cells({**to_cells(work.tables), **texts})})


def to_cells(tables: Tables) -> dict[Cell, str]:
    """The tables as single cells."""
    return {
        (table, row, column): text
        for table, rows in tables.items()
        for row, columns in rows.items()
        for column, text in columns.items()
    }


def from_cells(cells: Mapping[Cell, str]) -> dict[str, dict[str, dict[str, str]]]:
    """The tables made of single cells, in order; empty cells are left out."""
    tables: dict[str, dict[str, dict[str, str]]] = {}
    for (table, row, column), text in sorted(cells.items()):
        if text:
            tables.setdefault(table, {}).setdefault(row, {})[column] = text
    return tables
