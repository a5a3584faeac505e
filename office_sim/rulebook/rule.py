"""One rule of the rulebook: what it says, its numbers, its source and when it is in force."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Confidence = Literal["S", "A", "A*", "B", "C", "D"]
CONFIRMED: frozenset[str] = frozenset({"S", "A", "A*", "B"})
UNCONFIRMED_VI = "cần đối chiếu bản gốc"

Words = Annotated[str, Field(pattern=r"\S")]


class Rule(BaseModel):
    """One dated rule.

    `minimum` and `maximum` are in `unit` (both ends belong to the rule); a limit that is a share
    stands in `numerator`/`denominator`. `lines` names the lines of the course's source text.
    `in_force_from` and `in_force_to` are the first and the last day; None is an open end.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[A-Z]{1,3}\d{2}$")]
    title: Words
    text: Words
    source: Words
    confidence: Confidence
    domain: str = "tài liệu khóa học"
    note: str = ""
    lines: str = ""
    minimum: int | None = None
    maximum: int | None = None
    numerator: Annotated[int, Field(gt=0)] | None = None
    denominator: Annotated[int, Field(gt=0)] | None = None
    unit: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None

    @model_validator(mode="after")
    def _sensible(self) -> Rule:
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("minimum lớn hơn maximum; đổi chỗ hai số")
        if (self.minimum is not None or self.maximum is not None) and not self.unit:
            raise ValueError("có minimum hoặc maximum mà thiếu unit; ghi đơn vị của con số")
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("chỉ có một nửa tỷ lệ; ghi cả numerator và denominator")
        starts, ends = self.in_force_from, self.in_force_to
        if starts is not None and ends is not None and starts > ends:
            raise ValueError("in_force_from muộn hơn in_force_to; đổi chỗ hai ngày")
        return self

    @property
    def confirmed(self) -> bool:
        """True when the rule may cost a point: read in an official text or two sources."""
        return self.confidence in CONFIRMED

    @property
    def citation(self) -> str:
        """One Vietnamese line: the source, and a warning where it is not confirmed."""
        return self.source if self.confirmed else f"{self.source} ({UNCONFIRMED_VI})"

    @property
    def share(self) -> Fraction:
        """The rule's limit as a share. Raises ValueError if it has none."""
        if self.numerator is None or self.denominator is None:
            raise ValueError(f"quy tắc {self.id} không nêu tỷ lệ")
        return Fraction(self.numerator, self.denominator)

    def is_in_force(self, day: date) -> bool:
        """Whether the rule holds on `day`; a missing date is an open end."""
        starts = self.in_force_from is None or self.in_force_from <= day
        ends = self.in_force_to is not None and day > self.in_force_to
        return starts and not ends
