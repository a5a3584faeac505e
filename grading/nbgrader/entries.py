"""Entries: what a gradebook holds for one learner and one assignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grading.nbgrader.points import Mark


@dataclass(frozen=True)
class Entries:
    """Marks and comments by grade id, manual ones included; the points taken for being late."""

    marks: Mapping[str, Mark]
    comments: Mapping[str, str]
    late_penalty: float = 0.0
