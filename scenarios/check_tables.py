"""Checking the tables of a case: where their rows come from, their columns, their hidden truth."""

from __future__ import annotations

from collections.abc import Iterator

from office_sim.mistakes import Mistake, MistakesError
from office_sim.true_table import TrueTable
from scenarios.case import Case
from scenarios.case_file import CaseFile
from scenarios.known_names import not_among
from scenarios.table_file import FAMILIES, ColumnText, TableText
from scenarios.table_sources import SOURCES, source_of
from scenarios.tables import FAMILY_COLUMNS
from scenarios.typed_date import date_of
from scenarios.typed_number import number_of
from scenarios.variants import sample_variants

DRAWN_VARIANTS = 40


def check_tables(case: Case) -> Iterator[Mistake]:
    """Every table that leads nowhere, and every truth that nobody could write."""
    for table in case.file.tables:
        yield from _table(case, table)
        yield from _drawn(case, table)


def _table(case: Case, table: TableText) -> Iterator[Mistake]:
    place = f"table “{table.id}”"
    phases = {phase.id for phase in case.file.phases}
    if table.phase not in phases:
        yield _mistake(case.file, f"{place}, phase", *not_among(table.phase, phases))
    if table.rows == FAMILIES:
        for unknown in sorted(set(table.show) - FAMILY_COLUMNS.keys()):
            yield _mistake(case.file, f"{place}, show", *not_among(unknown, FAMILY_COLUMNS))
    elif source_of(table.rows) is None and not (case.folder / table.rows).is_file():
        known = ", ".join(f"{name}:tệp.toml" for name in SOURCES)
        mend = f"ghi “families”, {known}, hoặc đặt tệp CSV ấy vào thư mục của tình huống"
        yield _mistake(case.file, f"{place}, rows", f"không có tệp “{table.rows}”", mend)
    others = {one.id: one for one in case.file.tables}
    if table.follows and table.follows not in others:
        yield _mistake(case.file, f"{place}, follows", *not_among(table.follows, others))
    elif table.follows and others[table.follows].column(table.follows_where[0]) is None:
        known_columns = [column.id for column in others[table.follows].columns]
        spot = f"{place}, follows_where"
        yield _mistake(case.file, spot, *not_among(table.follows_where[0], known_columns))
    for column in table.columns:
        if column.kind == "pick" and not column.items:
            mend = "thêm items, hoặc đổi kind"
            yield _mistake(case.file, f"{place}, {column.id}", "không có gì để chọn", mend)


def _drawn(case: Case, table: TableText) -> Iterator[Mistake]:
    """What is wrong with the truth of a drawn table, told for the first variant that shows it."""
    if source_of(table.rows) is None:
        return
    for variant in sample_variants(case.file, DRAWN_VARIANTS):
        here = case.in_variant(variant.id)
        try:
            true = here.true_table(table.id)
        except MistakesError as error:
            yield from error.mistakes
            return
        if true is None:
            continue
        wrong = sorted(set(_truth(case, table, true)))
        if wrong:
            yield from wrong
            return


def _truth(case: Case, table: TableText, true: TrueTable) -> Iterator[Mistake]:
    place = f"table “{table.id}”"
    for unknown in sorted(set(table.show) - true.columns.keys()):
        yield _mistake(case.file, f"{place}, show", *not_among(unknown, true.columns))
    for row in true.rows:
        name = ", ".join(sorted(row.kinds))
        for column in table.columns:
            for text in row.right.get(column.id, ()):
                problem = _unwritable(column, text)
                if problem:
                    mend = "sửa right của hàng trong kho"
                    yield _mistake(case.file, f"{place}, {column.id}, hàng {name}", problem, mend)
        for column_id, groups in row.mentions.items():
            right = row.right.get(column_id, ("",))[0].casefold()
            unsaid = [
                one for one in groups if not any(w.casefold() in right for w in one.split("|"))
            ]
            if unsaid and table.column(column_id) is not None:
                problem = f"lời mẫu không nhắc tới {', '.join(unsaid)}"
                mend = "sửa right hoặc mentions của hàng trong kho"
                yield _mistake(case.file, f"{place}, {column_id}, hàng {name}", problem, mend)


def _unwritable(column: ColumnText, text: str) -> str:
    """Why the learner could not write this text in the column, "" if he or she could."""
    if column.kind == "pick" and text and text not in {item.id for item in column.items}:
        return f"“{text}” không phải một mục của cột"
    if column.kind == "number" and text and number_of(text) is None:
        return f"“{text}” không phải con số"
    if column.kind == "date" and text and date_of(text, 2000) is None:
        return f"“{text}” không phải ngày"
    if column.kind == "text" and len(text) > column.limit:
        return f"lời mẫu dài quá {column.limit} ký tự"
    return ""


def _mistake(file: CaseFile, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{file.id}/case.toml", place, problem, mend)
