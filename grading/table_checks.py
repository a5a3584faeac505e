"""Checks of what stands in the learner's tables: marks in a list, cells filled in, right cells."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grading.answers import plain
from grading.constraints import Check
from grading.evidence import Evidence
from grading.verdicts import Verdict, no
from office_sim.families import MARK_OF, Family, Fault
from office_sim.visits import VisitSpec
from scenarios.tables import read_rows


class Marks(Check):
    """The planted faults of these `kinds` are marked as what they are; either row of a pair will
    do. What is marked so without being so counts against it.
    """

    form: Literal["marks"]
    kinds: Annotated[tuple[Fault, ...], Field(min_length=1)]

    def judge(self, evidence: Evidence) -> Verdict:
        """The share of the people concerned that were found, less the false finds."""
        spec = evidence.case.world.visits
        if spec is None or not spec.marks(evidence.work.tables):
            return no(pending=evidence.is_open)
        faulty = {one.person: one for one in spec.families if one.fault in self.kinds}
        if not faulty:
            return Verdict(1.0)
        found, wrong = self._count(spec, evidence, faulty)
        return Verdict(max(0, found - wrong) / len(faulty))

    def _count(
        self, spec: VisitSpec, evidence: Evidence, faulty: dict[str, Family]
    ) -> tuple[int, int]:
        asked = {MARK_OF[kind] for kind in self.kinds}
        others = {
            (one.person, MARK_OF[one.fault])
            for one in spec.families
            if one.fault is not None and one.fault not in self.kinds
        }
        found: set[str] = set()
        wrong = 0
        for row, mark in sorted(spec.marks(evidence.work.tables).items()):
            family = spec.family(row)
            if family is None or mark not in asked or (family.person, mark) in others:
                continue
            fault = faulty[family.person].fault if family.person in faulty else None
            if fault is None or mark is not MARK_OF[fault] or family.person in found:
                wrong += 1
            else:
                found.add(family.person)
        return len(found), wrong


class Filled(Check):
    """In every row whose cell in column `when` equals `equals`, `column` has enough letters."""

    form: Literal["filled"]
    table: str
    column: str
    when: str
    equals: str
    letters: Annotated[int, Field(ge=1)] = 1

    def judge(self, evidence: Evidence) -> Verdict:
        """The share of the marked rows that are filled in; without a marked row nothing holds."""
        rows = evidence.work.tables.get(self.table, {}).values()
        marked = [cells for cells in rows if cells.get(self.when) == self.equals]
        if not marked:
            return no(pending=evidence.is_open)
        filled = sum(len(cells.get(self.column, "").strip()) >= self.letters for cells in marked)
        return Verdict(filled / len(marked))


class Cells(Check):
    """The cells of a column are those of a CSV file in the case's folder (row id, right texts).

    Several right texts of one row are parted by "|". `rows` chooses some rows (none: all).
    """

    form: Literal["cells"]
    table: str
    column: str
    truth: str
    rows: tuple[str, ...] = ()

    def judge(self, evidence: Evidence) -> Verdict:
        """The share of the rows whose cell is right."""
        given = evidence.work.tables.get(self.table, {})
        if not given:
            return no(pending=evidence.is_open)
        right = {
            row.id: row.cells.get(self.column, "")
            for row in read_rows(evidence.case.folder / self.truth)
            if not self.rows or row.id in self.rows
        }
        hits = sum(
            _is_right(given.get(row, {}).get(self.column, ""), text) for row, text in right.items()
        )
        return Verdict(hits / len(right)) if right else no()


def _is_right(given: str, right: str) -> bool:
    return plain(given) in [plain(one) for one in right.split("|")]
