"""The rows of a case's tables: what is given in them, in words, whatever they come from."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from office_sim.families import CATEGORY_VI, HARDSHIP_VI, Family
from office_sim.true_table import TrueTable
from office_sim.visits import VisitSpec
from scenarios.table_file import FAMILIES, TableText
from scenarios.work import Work

FAMILY_COLUMNS = {
    "so": "Số",
    "ho_ten": "Họ và tên",
    "nam_sinh": "Năm sinh",
    "dan_toc": "Dân tộc",
    "thon": "Thôn, bản",
    "dien": "Diện trong danh sách",
    "giay_to": "Giấy tờ kèm theo",
    "hoan_canh": "Hoàn cảnh",
    "lan_tham": "Lãnh đạo thăm gần nhất",
    "suc_khoe": "Sức khỏe",
    "ghi_chu": "Ghi chú trong danh sách",
}
"""The given columns of the list of families: id -> heading."""


NUMBER = "so_hang"
"""The given column with which every drawn table begins: what findings call a row by."""


@dataclass(frozen=True)
class Row:
    """One row of a table: its id (the key in the work file) and the given cells by column."""

    id: str
    cells: Mapping[str, str] = field(default_factory=dict)


def rows_of(table: TableText, folder: Path, visits: VisitSpec | None) -> list[Row]:
    """All rows of a table of families or of a CSV file, in their order."""
    if table.rows == FAMILIES:
        return family_rows(visits) if visits is not None else []
    return read_rows(folder / table.rows)


def drawn_rows(true: TrueTable) -> list[Row]:
    """The rows of a drawn table with their numbers; nothing of its truth shows."""
    return [
        Row(one.id, {NUMBER: str(number), **one.given})
        for number, one in enumerate(true.rows, start=1)
    ]


def shown_rows(table: TableText, rows: list[Row], work: Work | None) -> list[Row]:
    """The rows that the learner sees.

    For a table that follows another, `work` says which rows are marked there (None: all rows).
    """
    if not table.follows or work is None:
        return rows
    column, value = table.follows_where
    marked = work.tables.get(table.follows, {})
    return [row for row in rows if marked.get(row.id, {}).get(column) == value]


def columns_of(table: TableText, folder: Path, true: TrueTable | None) -> dict[str, str]:
    """The given columns that the table shows: id -> heading, in order."""
    if true is not None:
        known = {NUMBER: "Số", **true.columns}
    else:
        known = FAMILY_COLUMNS if table.rows == FAMILIES else _csv_columns(folder / table.rows)
    shown = (NUMBER, *table.show) if table.show and true is not None else table.show
    shown = shown or tuple(known)
    return {column: known[column] for column in shown if column in known}


def family_rows(visits: VisitSpec) -> list[Row]:
    """The list of families as rows; nothing of what is planted in it shows."""
    return [Row(one.id, _family_cells(one, visits)) for one in visits.families]


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file (UTF-8, heading first). Raises OSError if it cannot be opened."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    heading = lines[0] if lines else []
    return [
        Row(line[0], dict(zip(heading[1:], line[1:], strict=False))) for line in lines[1:] if line
    ]


def _csv_columns(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        heading = next(csv.reader(file), [])
    return {column: column for column in heading[1:]}


def _family_cells(family: Family, visits: VisitSpec) -> dict[str, str]:
    category = CATEGORY_VI[family.category]
    share = f", {family.percent}%" if family.percent else ""
    return {
        "so": str(family.number),
        "ho_ten": family.name,
        "nam_sinh": str(family.birth_year),
        "dan_toc": family.ethnic,
        "thon": visits.village(family.village),
        "dien": f"{category[:1].upper()}{category[1:]}{share}",
        "giay_to": family.certificate,
        "hoan_canh": HARDSHIP_VI[family.hardship],
        "lan_tham": str(family.last_visit) if family.last_visit else "chưa lần nào",
        "suc_khoe": "yếu" if family.weak else "",
        "ghi_chu": family.note,
    }
