"""Findings: what the judge says of one criterion, the same for desk, Word and gradebook."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a criterion is fulfilled."""

    MET = "met"
    PARTLY = "partly"
    UNMET = "unmet"
    NOT_ATTEMPTED = "not_attempted"


STATUS_VI = {
    Status.MET: "Đạt",
    Status.PARTLY: "Đạt một phần",
    Status.UNMET: "Chưa đạt",
    Status.NOT_ATTEMPTED: "Chưa làm",
}


@dataclass(frozen=True)
class Finding:
    """One criterion's result. `points` and `max_points` are in points of the score sheet.

    `where`, `why` and `fix` are Vietnamese sentences for the learner; `rule` is an id of the
    rulebook and `source` the line that names the document behind it.
    """

    criterion: str
    status: Status
    points: float
    max_points: float
    where: str
    why: str
    fix: str
    rule: str
    source: str
