"""The result of a marked question: a score and a remark on each choice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What happened to one choice."""

    RIGHT = "right"
    """Chosen (or placed, or typed), and right."""
    WRONG = "wrong"
    """Chosen, and wrong."""
    MISSED = "missed"
    """Right, and not chosen."""
    LEFT = "left"
    """Wrong, and rightly not chosen."""


@dataclass(frozen=True)
class Remark:
    """What to say about one choice; `given` and `expected` are texts for pairs, steps, numbers."""

    text: str
    verdict: Verdict
    reason: str
    given: str = ""
    expected: str = ""


@dataclass(frozen=True)
class QuizResult:
    """The score from 0 to 1 and a remark on each choice; a short case has a result per part."""

    score: float
    answered: bool
    remarks: tuple[Remark, ...] = ()
    parts: tuple[QuizResult, ...] = ()

    @property
    def is_right(self) -> bool:
        """True if nothing is missing and nothing is wrong."""
        return self.score >= 1.0
