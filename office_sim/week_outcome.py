"""What became of a week: every piece's outcome, and the figures by which weeks are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from office_sim.week_kinds import Handling, Piece


class Fate(StrEnum):
    """What became of a piece as far as its deadline goes, however it was handled."""

    IN_TIME = "in_time"
    LATE = "late"
    MISSED = "missed"
    OPEN = "open"


FATE_VI = {
    Fate.IN_TIME: "xong đúng hạn",
    Fate.LATE: "xong sau hạn",
    Fate.MISSED: "tới hạn chưa xong",
    Fate.OPEN: "chưa tới hạn",
}


@dataclass(frozen=True)
class Outcome:
    """How a piece was to be handled, by whom, when that was done (None: not by the end) and when
    it was begun (None: not at all).
    """

    piece: Piece
    how: Handling | None
    by: str
    done: datetime | None
    begun: datetime | None = None

    @property
    def is_rightly_handled(self) -> bool:
        """Whether what was done with it may rightly be done with such work."""
        return self.how in self.piece.kind.right

    @property
    def is_leaked(self) -> bool:
        """Whether secret work went to a wrong person, to another body, or was given out."""
        if not self.piece.kind.secret or self.done is None:
            return False
        return not self.is_rightly_handled or self.by not in self.piece.kind.people


@dataclass(frozen=True)
class WeekResult:
    """All outcomes in the order of coming, and the overtime by person in minutes, the
    end of the last day."""

    outcomes: tuple[Outcome, ...]
    overtime: tuple[tuple[str, int], ...]
    end: datetime

    def of(self, kinds: tuple[str, ...]) -> list[Outcome]:
        """The outcomes of these kinds; none named: all."""
        return [one for one in self.outcomes if not kinds or one.piece.kind.id in kinds]

    def fate(self, one: Outcome) -> Fate:
        """Whether it was settled in time, late, not at all, or may still wait."""
        if one.done is not None:
            return Fate.IN_TIME if one.done <= one.piece.due else Fate.LATE
        return Fate.OPEN if one.piece.due > self.end else Fate.MISSED

    def is_kept(self, one: Outcome) -> bool:
        """Whether it was rightly settled in time, or rightly waits for a day after the week."""
        if not one.is_rightly_handled:
            return False
        return one.piece.due > self.end or (one.done is not None and one.done <= one.piece.due)

    def kept(self, kinds: tuple[str, ...]) -> float | None:
        """Share of the pieces that are kept."""
        return _share(self.is_kept(one) for one in self.of(kinds))

    def worth_kept(self) -> float:
        """Share of the worth of all pieces that is kept."""
        worth = sum(one.piece.kind.worth for one in self.outcomes)
        kept = sum(one.piece.kind.worth for one in self.outcomes if self.is_kept(one))
        return kept / worth if worth else 0.0

    def rightly_handled(self, kinds: tuple[str, ...]) -> float | None:
        """Share handled as such work should be: done, passed on, refused or left."""
        return _share(one.is_rightly_handled for one in self.of(kinds))

    def right_person(self, kinds: tuple[str, ...]) -> float | None:
        """Share given to a person whose post it is; what may rightly lie does not count."""
        return _share(
            one.by in one.piece.kind.people
            for one in self.of(kinds)
            if one.piece.kind.right != (Handling.LEAVE,)
        )

    def leaks(self, kinds: tuple[str, ...]) -> float | None:
        """How many secret pieces came to where they should not; None if none was taken up."""
        secret = [one for one in self.of(kinds) if one.piece.kind.secret]
        if not any(one.done is not None for one in secret):
            return None
        return float(sum(one.is_leaked for one in secret))

    def overtime_hours(self, kinds: tuple[str, ...]) -> float | None:
        """Hours beyond the working time of the person who has most; None if nothing was done."""
        if not any(one.done is not None for one in self.of(kinds)):
            return None
        return max(minutes for _, minutes in self.overtime) / 60


def _share(held: Iterator[bool]) -> float | None:
    """The share of the yeses; None if there is nothing."""
    all_of_them = list(held)
    return sum(all_of_them) / len(all_of_them) if all_of_them else None
