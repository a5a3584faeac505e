"""What one learner sees of a question: variant and order, fixed by learner, question and round.

Position carries nothing: choices are shown in an order of the learner's own, and another one when
the question is asked again. The same learner key, question and round give the same page on every
machine.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from course.quiz.question import Question


@dataclass(frozen=True)
class Seed:
    """What chance is drawn from. `round` counts how often the question was asked before."""

    learner: str
    question: str
    round: int = 0

    def order(self, count: int, part: int = 0) -> list[int]:
        """The file positions 0..count-1 in the order to show them."""
        positions = list(range(count))
        self._dice(f"order:{part}").shuffle(positions)
        return positions

    def scrambled(self, count: int, part: int = 0) -> list[int]:
        """As `order`, but never the order of the file: for steps that are to be put in order."""
        positions = self.order(count, part)
        return positions if positions != sorted(positions) else positions[1:] + positions[:1]

    def variant(self, question: Question) -> int:
        """The variant for this learner; the next round shows the next one."""
        first = self._dice("variant", 0).randrange(len(question.items))
        return (first + self.round) % len(question.items)

    def _dice(self, purpose: str, round_: int | None = None) -> random.Random:
        turn = self.round if round_ is None else round_
        return random.Random(f"{self.learner}/{self.question}/{turn}/{purpose}")
