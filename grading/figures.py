"""Figures: a number that an event carries, placed between nothing and everything."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from grading.constraints import Check
from grading.evidence import Evidence
from grading.verdicts import Verdict, no
from office_sim.patterns import Pattern


class Figure(Check):
    """The number in `detail` of the last event that fits earns everything at `full`, nothing at
    `none`, and a share in between.
    """

    form: Literal["figure"]
    event: Pattern
    detail: str
    full: Annotated[float, Field(allow_inf_nan=False)]
    none: Annotated[float, Field(allow_inf_nan=False)]

    @model_validator(mode="after")
    def _has_a_span(self) -> Figure:
        if self.full == self.none:
            raise ValueError("full và none bằng nhau; ghi hai con số khác nhau")
        return self

    def judge(self, evidence: Evidence) -> Verdict:
        """Place the number; without such an event nothing has been shown."""
        found = evidence.matching(self.event)
        if not found:
            return no(pending=evidence.is_open)
        value = found[-1].detail.get(self.detail)
        if not isinstance(value, int | float):
            return no(found[-1])
        share = (value - self.none) / (self.full - self.none)
        return Verdict(min(1.0, max(0.0, share)), found[-1])
