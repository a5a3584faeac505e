"""The check of a week's programme: whatever draft keeps what binds the activities is right."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from grading.evidence import Evidence
from grading.truth_checks import TruthCheck, above_guessing, place_told
from grading.verdicts import Verdict, no
from office_sim.timetable import Fault, faults
from office_sim.true_table import TrueRow, TrueTable
from scenarios.timetable_table import LEAD, ROOM, WHEN, activities_of, draft_of

FAULT_VI = {
    Fault.MOVED: "việc không đứng ở buổi đã ấn định",
    Fault.PEOPLE: "việc vướng người (một người ở hai nơi cùng buổi, hoặc chưa có buổi)",
    Fault.ROOM: "việc vướng nơi họp (trùng phòng, không vừa, hoặc chưa ghi)",
    Fault.ORDER: "việc chưa đứng trước điều phải chờ nó",
    Fault.PAPERS: "việc gửi tài liệu chưa đúng thời gian trước phiên họp",
    Fault.LATE: "việc quá hạn",
    Fault.LEAD: "việc chưa đúng người chủ trì",
}


class Timetable(TruthCheck):
    """In the rows of these kinds none has the fault that `keeps_from` names.

    Any draft without the fault earns everything; a row not yet placed has it. Up to the share
    `none` nothing is earned, so that guessing does not pay.
    """

    columns: ClassVar[tuple[str, ...]] = (WHEN, LEAD, ROOM)

    form: Literal["timetable"]
    keeps_from: Fault
    none: Annotated[float, Field(ge=0, lt=1)] = 0.0

    def judge(self, evidence: Evidence) -> Verdict:
        """The share of the rows that could have the fault and do not."""
        true = self.truth(evidence)
        rows = self.bound_rows(true) if true is not None else []
        if true is None or not rows:
            return no(pending=evidence.is_open)
        wrong = self.wrong_rows(evidence)
        words = f"Còn {len(wrong)} {FAULT_VI[self.keeps_from]}"
        told = f"{words}; {place_told(true, wrong)}" if wrong else ""
        return Verdict(above_guessing(1 - len(wrong) / len(rows), self.none), told=told)

    def bound_rows(self, true: TrueTable) -> list[TrueRow]:
        """The rows of these kinds that could have the fault."""
        return [
            row
            for row in true.of_kinds(self.kinds)
            if row.activity is not None and row.activity.can_show(self.keeps_from)
        ]

    def wrong_rows(self, evidence: Evidence) -> list[TrueRow]:
        """The rows that have the fault."""
        true = self.truth(evidence)
        if true is None:
            return []
        draft = draft_of(true, evidence.work.tables.get(self.table, {}))
        found = faults(activities_of(true), draft)
        return [
            row
            for row in self.bound_rows(true)
            if row.activity is not None and self.keeps_from in found[row.activity.id]
        ]
