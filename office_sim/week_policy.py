"""A policy for a week: for each kind of work who, how and in which order; spare time, overtime."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from office_sim.week_kinds import Handling, Piece, WorkKind


class Order(StrEnum):
    """By what those who are free choose their next piece."""

    TABLE = "table"
    ARRIVAL = "arrival"
    DEADLINE = "deadline"


@dataclass(frozen=True)
class Line:
    """What holds for one kind of work. Without a place in the order, a `who` and a `how` nobody
    takes it up.
    """

    rank: float | None = None
    who: str = ""
    how: Handling | None = None

    @property
    def is_taken_up(self) -> bool:
        """Whether somebody does something about such work."""
        return bool(self.rank is not None and self.who and self.how not in (None, Handling.LEAVE))


@dataclass(frozen=True)
class Policy:
    """The lines by kind; `spare_minutes` at the end of each day only urgent work is begun;
    nobody works more than `overtime_minutes` beyond the hours in the week.
    """

    lines: tuple[tuple[str, Line], ...]
    spare_minutes: int = 0
    overtime_minutes: int = 0
    order: Order = Order.TABLE

    @classmethod
    def of(
        cls, lines: Mapping[str, Line], spare_minutes: int = 0, overtime_minutes: int = 0
    ) -> Policy:
        """The policy with these lines."""
        return cls(tuple(sorted(lines.items())), spare_minutes, overtime_minutes)

    def by_kind(self) -> dict[str, Line]:
        """The lines by the kind's id."""
        return dict(self.lines)

    def place(self, piece: Piece, line: Line) -> tuple[object, ...]:
        """What comes first has the smallest place."""
        if self.order is Order.ARRIVAL:
            return (piece.arrived, piece.number)
        if self.order is Order.DEADLINE:
            return (piece.due, piece.number)
        return (line.rank or 0, piece.due, piece.number)

    def in_order(self, order: Order) -> Policy:
        """The same people and handling, another order, no spare time kept."""
        return replace(self, order=order, spare_minutes=0)


def take_everything(kinds: Iterable[WorkKind], order: Order, overtime_minutes: int) -> Policy:
    """A simple policy: whatever comes is done, by the person whose post it is, in one order."""
    lines = {kind.id: Line(0, kind.people[0], Handling.DO) for kind in kinds}
    return replace(Policy.of(lines, 0, overtime_minutes), order=order)
