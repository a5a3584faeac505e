"""Measures of a week: deadlines kept, right handling, right people, secrecy, overtime."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from grading.constraints import Check
from grading.evidence import Evidence
from grading.verdicts import Verdict, no
from office_sim.week_outcome import WeekResult
from scenarios.week_play import play_week, policy_of

WeekMeasureName = Literal["kept", "rightly_handled", "right_person", "leaks", "overtime_hours"]

MEASURES: Mapping[str, Callable[[WeekResult, tuple[str, ...]], float | None]] = {
    "kept": WeekResult.kept,
    "rightly_handled": WeekResult.rightly_handled,
    "right_person": WeekResult.right_person,
    "leaks": WeekResult.leaks,
    "overtime_hours": WeekResult.overtime_hours,
}


class WeekMeasure(Check):
    """A figure of the week under the learner's policy, for these `kinds` of work (none: all).

    It earns everything at `full`, nothing at `none`, and a share in between.
    """

    form: Literal["week"]
    measure: WeekMeasureName
    kinds: tuple[str, ...] = ()
    full: Annotated[float, Field(allow_inf_nan=False)]
    none: Annotated[float, Field(allow_inf_nan=False)]

    @model_validator(mode="after")
    def _has_a_span(self) -> WeekMeasure:
        if self.full == self.none:
            raise ValueError("full và none bằng nhau; ghi hai con số khác nhau")
        return self

    def judge(self, evidence: Evidence) -> Verdict:
        """Run the week under the work's policy and place the figure."""
        result = play_week(evidence.case, policy_of(evidence.case, evidence.work))
        value = self.value(result)
        if value is None:
            return no(pending=evidence.is_open)
        return Verdict(self.share_of(value), told=self._told(result, value))

    def value(self, result: WeekResult) -> float | None:
        """The figure itself; None where there is nothing to measure."""
        return MEASURES[self.measure](result, self.kinds)

    def wanting_kinds(self, evidence: Evidence) -> list[tuple[str, int, int]]:
        """The kinds of work that are not all right: id, how many pieces are, of how many."""
        result = play_week(evidence.case, policy_of(evidence.case, evidence.work))
        measure = MEASURES[self.measure]
        if self.measure in ("leaks", "overtime_hours"):
            return []
        found = []
        for kind in dict.fromkeys(one.piece.kind.id for one in result.of(self.kinds)):
            share, count = measure(result, (kind,)), len(result.of((kind,)))
            if share is not None and share < 1:
                found.append((kind, round(share * count), count))
        return found

    def share_of(self, value: float | None) -> float:
        """What the figure earns, 0 to 1."""
        if value is None:
            return 0.0
        return min(1.0, max(0.0, (value - self.none) / (self.full - self.none)))

    def _told(self, result: WeekResult, value: float) -> str:
        count = len(result.of(self.kinds))
        if self.measure == "overtime_hours":
            return f"Người làm thêm nhiều nhất: {_hours(value)} giờ trong tuần."
        if self.measure == "leaks":
            return f"Trong tuần có {value:.0f} lần việc mật tới nơi không được biết."
        return _TOLD[self.measure].format(share=f"{100 * value:.0f}", count=count)


_TOLD = {
    "kept": "Tuần ấy có {count} việc loại này, {share}% được giải quyết đúng hạn.",
    "rightly_handled": "Tuần ấy có {count} việc loại này, {share}% được xử lý đúng cách.",
    "right_person": "Tính theo từng việc, {share}% được giao đúng vị trí.",
}


def _hours(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
