"""A table with its truth: what people are given row by row, and what the right cells are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from office_sim.timetable import Activity

EVERY_ROW = "*"
"""The kind that all rows are of."""


@dataclass(frozen=True)
class TrueRow:
    """One row. All of it but `given` is hidden from the learner.

    `right` maps each column to the texts that are right in it, the first being the reference's;
    `mentions` maps a column of words to what must be spoken of there, each "this|or that"; `kinds`
    say what the row is ("an_danh"), so that checks and wrong works can speak of such rows; `slips`
    are the cells that people typically write by one misunderstanding, by its name; `why` is said
    after hand-in; `activity` is what the row stands for in a programme of a week.
    """

    id: str
    given: Mapping[str, str]
    right: Mapping[str, tuple[str, ...]]
    kinds: frozenset[str] = frozenset()
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slips: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    why: str = ""
    activity: Activity | None = None

    def is_of(self, kinds: tuple[str, ...]) -> bool:
        """Whether the row is of one of the kinds; none named: every row is."""
        return not kinds or EVERY_ROW in kinds or not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True)
class TrueTable:
    """The rows in their order. `columns` are the given ones, id -> heading; `slips` say in a
    sentence what misunderstanding a slip shows; `words` may stand in the texts of the case.
    """

    columns: Mapping[str, str]
    rows: tuple[TrueRow, ...]
    slips: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def of_kinds(self, kinds: tuple[str, ...]) -> list[TrueRow]:
        """The rows of one of the kinds, in order; none named: all rows."""
        return [row for row in self.rows if row.is_of(kinds)]

    def row(self, row_id: str) -> TrueRow | None:
        """The row with this id, None if there is none."""
        return next((row for row in self.rows if row.id == row_id), None)

    def number(self, row_id: str) -> int:
        """The row's place as people count, from 1; 0 if there is none."""
        return next((at for at, row in enumerate(self.rows, start=1) if row.id == row_id), 0)
