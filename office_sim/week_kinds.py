"""The kinds of work that come to an office in a week, and one piece of work of such a kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

STAFF = ("chanh_vp", "pho_vp", "tong_hop", "van_thu", "ke_toan")
"""The five people of the office, by the names that policies use."""
STAFF_VI = {
    "chanh_vp": "Chánh văn phòng",
    "pho_vp": "Phó chánh văn phòng",
    "tong_hop": "Chuyên viên tổng hợp",
    "van_thu": "Văn thư",
    "ke_toan": "Kế toán",
}


class Handling(StrEnum):
    """What is done with a piece of work."""

    DO = "lam"
    PASS_ON = "chuyen"
    REFUSE = "tu_choi"
    LEAVE = "de_lai"


HANDOVER_MINUTES = 10
"""What it takes to pass a piece on or to refuse it politely (assumption of the kit)."""


@dataclass(frozen=True)
class WorkKind:
    """A kind of work: how much comes, how long it takes, when it is due, whose it is.

    It comes at `days` (0 is Monday) between `since` and `until`, `fewest` to `most` pieces. A piece
    is due `due_minutes` of working time after it came, or at the end of the day `due_days` working
    days later, or on day `due_day` at `due_time`. `people` are those whose post it is, `right` what
    may rightly be done with it; `rule` is in the rulebook.
    """

    id: str
    duty: str
    rule: str
    right: tuple[Handling, ...]
    people: tuple[str, ...]
    shortest: int
    longest: int
    fewest: int
    most: int
    worth: int
    secret: bool = False
    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    since: time = time(7, 30)
    until: time = time(16, 30)
    due_minutes: int = 0
    due_days: int = 0
    due_day: int | None = None
    due_time: time = time(17, 0)

    @property
    def is_urgent(self) -> bool:
        """Whether it is due within minutes or hours of its coming."""
        return self.due_minutes > 0


@dataclass(frozen=True)
class Piece:
    """One piece of work; `minutes` is what doing it takes."""

    number: int
    kind: WorkKind
    arrived: datetime
    due: datetime
    minutes: int
