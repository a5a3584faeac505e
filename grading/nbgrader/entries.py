"""Entries: what a gradebook holds for one learner and one assignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from grading.nbgrader.points import Mark


@dataclass(frozen=True)
class Entries:
    """Marks and comments by grade id, manual ones included; the points taken for being late.

    `due` is the learner's own deadline; `extended` says that it is later than the class's. Times
    are UTC without a zone, None where not known.
    """

    marks: Mapping[str, Mark]
    comments: Mapping[str, str]
    late_penalty: float = 0.0
    due: datetime | None = None
    extended: bool = False
    handed_in: datetime | None = None
