"""What is said of single cells and paragraphs after hand-in: what is there, what is right, why."""

from __future__ import annotations

from collections.abc import Iterator

from grading.document_check import DocumentCheck
from grading.evidence import Evidence
from grading.rubric import Criterion
from grading.timetable_check import Timetable
from grading.truth_checks import Mentions, Right
from grading.week_measures import WeekMeasure
from office_sim.true_table import TrueRow
from scenarios.table_file import ColumnText
from scenarios.week_play import week_table_of

MOST = 12
"""So many cells of one criterion are explained; the rest are counted."""


def explained(evidence: Evidence, criterion: Criterion) -> list[str]:
    """One Vietnamese sentence for each cell or paragraph that is not right; none for other checks.

    Only for after hand-in: it gives the right cells away.
    """
    lines = list(dict.fromkeys(_lines(evidence, criterion)))
    if len(lines) <= MOST:
        return lines
    return [*lines[:MOST], f"… và {len(lines) - MOST} ô nữa."]


def _lines(evidence: Evidence, criterion: Criterion) -> Iterator[str]:
    for check in criterion.checks:
        if not evidence.case.variant.includes(check.only):
            continue
        if isinstance(check, Right):
            for row in check.wrong_rows(evidence):
                yield _line(evidence, check, row)
        elif isinstance(check, Mentions):
            for row in check.short_rows(evidence):
                yield _line(evidence, check, row)
        elif isinstance(check, Timetable):
            for row in check.wrong_rows(evidence):
                yield _place_line(evidence, check, row)
        elif isinstance(check, WeekMeasure):
            yield from _week_lines(evidence, check)
        elif isinstance(check, DocumentCheck):
            for found in check.wrong(evidence):
                yield f"{found.where}: {found.what} {found.fix}"


def _week_lines(evidence: Evidence, check: WeekMeasure) -> Iterator[str]:
    """The rows of the policy under which not all went right in the week, and why that matters."""
    table = week_table_of(evidence.case.file)
    true = evidence.case.true_table(table.id) if table is not None else None
    for kind, right, count in check.wanting_kinds(evidence):
        for row in true.of_kinds((kind,)) if true is not None else []:
            number = true.number(row.id) if true is not None else 0
            name = next(iter(row.given.values()), "")
            yield f"Hàng {number}, “{name}”: {right}/{count} việc trong tuần là đúng. {row.why}"


def _place_line(evidence: Evidence, check: Timetable, row: TrueRow) -> str:
    """Where the activity was put, and where it stands in the one draft that the kit arranged."""
    columns = [check.column_text(evidence, one) for one in check.columns]
    put = [_words(one, check.cell(evidence, row.id, one.id)) or "để trống" for one in columns]
    good = [_words(one, row.right[one.id][0]) for one in columns]
    true = evidence.case.true_table(check.table)
    number = true.number(row.id) if true is not None else 0
    name = next(iter(row.given.values()), "")
    return (
        f"Hàng {number}, “{name}”: anh/chị xếp {', '.join(put)}; "
        f"trong một lịch không vướng: {', '.join(good)}. {row.why}"
    )


def _line(evidence: Evidence, check: Right | Mentions, row: TrueRow) -> str:
    column = check.column_text(evidence, check.column)
    true = evidence.case.true_table(check.table)
    number = true.number(row.id) if true is not None else 0
    given = check.cell(evidence, row.id, check.column)
    wrote = f"anh/chị ghi “{_words(column, given)}”" if given else "anh/chị để trống"
    right = _words(column, row.right.get(check.column, ("",))[0])
    why = f" {row.why}" if row.why else ""
    best = "một cách ghi đúng" if isinstance(check, Mentions) else "đúng là"
    return f"Hàng {number}, cột “{column.title}”: {wrote}; {best} “{right}”.{why}"


def _words(column: ColumnText, text: str) -> str:
    """The cell as a person reads it."""
    words = next((item.text for item in column.items if item.id == text), text)
    return f"{words} {column.unit}" if column.unit and words else words
