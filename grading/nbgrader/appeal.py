"""An appeal: one learner's note on one finding, and what the trainer decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from grading.nbgrader.points import points_text


class Outcome(StrEnum):
    """What became of an appeal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


OUTCOME_VI = {
    Outcome.OPEN: "Chưa giải quyết",
    Outcome.ACCEPTED: "Chấp nhận",
    Outcome.REJECTED: "Không chấp nhận",
}


@dataclass(frozen=True)
class Appeal:
    """One note on one finding, with what was decided.

    `id` counts from 1 in a class. `before` is what the criterion had when it was decided, `points`
    what the trainer gave it; None while it is open or when it was rejected. Times are ISO texts.
    """

    id: int
    assignment: str
    student: str
    criterion: str
    text: str
    received: str
    outcome: Outcome = Outcome.OPEN
    reason: str = ""
    before: float | None = None
    points: float | None = None
    decided: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the trainer has not decided yet."""
        return self.outcome is Outcome.OPEN

    def answer(self) -> str:
        """What the learner reads: the points if they moved, and the trainer's reason."""
        if self.outcome is Outcome.OPEN:
            return "Giảng viên chưa trả lời."
        if self.points is None:
            return self.reason
        moved = f"{points_text(self.before or 0)} → {points_text(self.points)} điểm"
        return f"{moved}. {self.reason}"
