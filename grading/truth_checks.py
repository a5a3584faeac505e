"""Checks of drawn tables against their hidden truth: right cells, words, order, no clash.

What is told of a cell that is not right says where it stands, and never what is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Annotated, Literal

from pydantic import Field

from grading.answers import plain
from grading.cell_compare import is_right
from grading.constraints import Check
from grading.evidence import Evidence
from grading.verdicts import Verdict, no
from office_sim.true_table import TrueRow, TrueTable
from scenarios.case_file import Id
from scenarios.table_file import ColumnText
from scenarios.typed_number import number_of


class TruthCheck(Check):
    """What these checks have: the table, and the kinds of rows that count (none: all rows)."""

    table: Id
    kinds: tuple[str, ...] = ()

    def truth(self, evidence: Evidence) -> TrueTable | None:
        """The truth of the table, None before the learner has written anything into it."""
        true = evidence.case.true_table(self.table)
        return true if true is not None and evidence.work.tables.get(self.table) else None

    def cell(self, evidence: Evidence, row: str, column: str) -> str:
        """What the learner wrote there, "" if nothing."""
        return evidence.work.tables.get(self.table, {}).get(row, {}).get(column, "").strip()

    def column_text(self, evidence: Evidence, column: str) -> ColumnText:
        """The column as the case has it. Raises KeyError if there is none."""
        table = evidence.case.table(self.table)
        found = table.column(column) if table is not None else None
        if found is None:
            raise KeyError(column)
        return found


class Right(TruthCheck):
    """The cells of `column` are right in the rows of these kinds.

    With `exclusive`, rows of other kinds that wrongly bear what is right here count against it:
    giving every row the same answer earns nothing. Up to the share `none` nothing is earned, so
    that guessing does not pay.
    """

    form: Literal["right"]
    column: Id
    exclusive: bool = False
    none: Annotated[float, Field(ge=0, lt=1)] = 0.0

    def judge(self, evidence: Evidence) -> Verdict:
        """The share of the cells that are right."""
        true = self.truth(evidence)
        rows = true.of_kinds(self.kinds) if true is not None else []
        if true is None or not rows:
            return no(pending=evidence.is_open)
        wrong = self.wrong_rows(evidence)
        false = list(self._false(evidence, true)) if self.exclusive else []
        share = max(0, len(rows) - len(wrong) - len(false)) / len(rows)
        told = self._told(evidence, true, [*wrong, *false])
        return Verdict(above_guessing(share, self.none), told=told)

    def wrong_rows(self, evidence: Evidence) -> list[TrueRow]:
        """The rows of these kinds whose cell is not right, empty ones included."""
        true = self.truth(evidence)
        column = self.column_text(evidence, self.column)
        return [
            row
            for row in (true.of_kinds(self.kinds) if true is not None else [])
            if not is_right(
                column, self.cell(evidence, row.id, self.column), row.right.get(self.column, ("",))
            )
        ]

    def _false(self, evidence: Evidence, true: TrueTable) -> Iterator[TrueRow]:
        column = self.column_text(evidence, self.column)
        claimed = {text for row in true.of_kinds(self.kinds) for text in row.right[self.column]}
        for row in true.rows:
            given = self.cell(evidence, row.id, self.column)
            if (
                row.is_of(self.kinds)
                or not given
                or is_right(column, given, row.right[self.column])
            ):
                continue
            if is_right(column, given, claimed):
                yield row

    def _told(self, evidence: Evidence, true: TrueTable, wrong: list[TrueRow]) -> str:
        column = self.column_text(evidence, self.column)
        slips: dict[str, int] = {}
        for row in wrong:
            given = self.cell(evidence, row.id, self.column)
            for name, cells in row.slips.items():
                if given and is_right(column, given, [cells.get(self.column, "")]):
                    slips[name] = slips.get(name, 0) + 1
        remarks = [f"{count} hàng có vẻ {true.slips[name]}." for name, count in slips.items()]
        return " ".join(filter(None, (where_told(true, wrong, column.title), *remarks)))


class Mentions(TruthCheck):
    """The words in `column` speak of what the truth asks for, in at least `letters` letters."""

    form: Literal["mentions"]
    column: Id
    letters: Annotated[int, Field(ge=1)] = 8

    def judge(self, evidence: Evidence) -> Verdict:
        """The mean share of what is spoken of; words too short say nothing."""
        true = self.truth(evidence)
        rows = true.of_kinds(self.kinds) if true is not None else []
        if true is None or not rows:
            return no(pending=evidence.is_open)
        share = sum(self._share(evidence, row) for row in rows) / len(rows)
        title = self.column_text(evidence, self.column).title
        return Verdict(share, told=where_told(true, self.short_rows(evidence), title))

    def short_rows(self, evidence: Evidence) -> list[TrueRow]:
        """The rows of these kinds whose words lack something."""
        true = self.truth(evidence)
        rows = true.of_kinds(self.kinds) if true is not None else []
        return [row for row in rows if self._share(evidence, row) < 1]

    def _share(self, evidence: Evidence, row: TrueRow) -> float:
        given = plain(self.cell(evidence, row.id, self.column))
        if len(given) < self.letters:
            return 0.0
        wanted = row.mentions.get(self.column, ())
        said = [any(plain(word) in given for word in one.split("|")) for one in wanted]
        return sum(said) / len(said) if said else 1.0


class Ordered(TruthCheck):
    """The numbers in `column` put the rows into the order of the truth; equal ones may swap."""

    form: Literal["ordered"]
    column: Id

    def judge(self, evidence: Evidence) -> Verdict:
        """The share of the pairs of rows that stand in the right order."""
        true = self.truth(evidence)
        rows = true.of_kinds(self.kinds) if true is not None else []
        right = {row.id: number_of(row.right[self.column][0]) or 0 for row in rows}
        pairs = [(one, two) for one, two in combinations(rows, 2) if right[one.id] != right[two.id]]
        if true is None or not pairs:
            return no(pending=evidence.is_open)
        given = {row.id: number_of(self.cell(evidence, row.id, self.column)) for row in rows}
        kept = [pair for pair in pairs if self._is_kept(pair, right, given)]
        first = next((pair for pair in pairs if pair not in kept), None)
        told = ""
        if first is not None:
            places = " và ".join(str(true.number(row.id)) for row in first)
            told = (
                f"Còn {len(pairs) - len(kept)} cặp chưa đúng thứ tự; trước hết xem hàng {places}."
            )
        return Verdict(len(kept) / len(pairs), told=told)

    def _is_kept(
        self, pair: tuple[TrueRow, TrueRow], right: dict[str, float], given: dict[str, float | None]
    ) -> bool:
        one, two = (row.id for row in pair)
        first, second = given[one], given[two]
        if first is None or second is None or first == second:
            return False
        return (first < second) == (right[one] < right[two])


class NoClash(TruthCheck):
    """No two rows have the same cells in all `columns`, such as day, hour and person.

    A row with one of these cells empty takes part in nothing and counts as a clash.
    """

    form: Literal["no_clash"]
    columns: Annotated[tuple[Id, ...], Field(min_length=1)]

    def judge(self, evidence: Evidence) -> Verdict:
        """The share of the rows that stand alone."""
        true = self.truth(evidence)
        rows = true.of_kinds(self.kinds) if true is not None else []
        if true is None or not rows:
            return no(pending=evidence.is_open)
        places: dict[tuple[str, ...], list[TrueRow]] = {}
        for row in rows:
            cells = tuple(plain(self.cell(evidence, row.id, one)) for one in self.columns)
            places.setdefault(cells if all(cells) else (row.id,), []).append(row)
        crossed = [
            row
            for cells, found in places.items()
            for row in found
            if len(found) > 1 or cells == (row.id,)
        ]
        titles = ", ".join(self.column_text(evidence, one).title for one in self.columns)
        told = where_told(true, sorted(crossed, key=lambda row: true.number(row.id)), titles)
        return Verdict(1 - len(crossed) / len(rows), told=told)


AnyTruthCheck = Right | Mentions | Ordered | NoClash


def above_guessing(share: float, none: float) -> float:
    """What the share earns where up to the share `none` nothing is earned."""
    return max(0.0, (share - none) / (1 - none))


def where_told(true: TrueTable, rows: list[TrueRow], title: str) -> str:
    """How many rows are not right in the column, and which one to look at first."""
    if not rows:
        return ""
    return f"Cột “{title}” còn {len(rows)} hàng chưa ghi hoặc chưa đúng; {place_told(true, rows)}"


def place_told(true: TrueTable, rows: list[TrueRow]) -> str:
    """Which of the rows to look at first, one at least: its number and the words it begins with."""
    first = min(rows, key=lambda row: true.number(row.id))
    words = next((text for text in first.given.values() if len(text) > 12), "")
    named = f" (“{_short(words)}”)" if words else ""
    return f"trước hết xem lại hàng {true.number(first.id)}{named}."


def _short(text: str, length: int = 48) -> str:
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]}…"
