"""Help in three steps: is something missing, where to look, how it is done (at half the points)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from grading.findings import Finding, Status
from scenarios.work import HelpLine, Work

SHOW_COST = 0.5
"""Share of a criterion's points that seeing the worked example costs; said beforehand."""

COST_VI = "Xem cách làm mẫu thì tiêu chí này chỉ còn tính một nửa điểm."


class HelpStep(StrEnum):
    """How much help was taken."""

    CHECK = "check"
    HINT = "hint"
    SHOW = "show"


def is_missing(findings: Iterable[Finding]) -> str:
    """The first step: one sentence that says how much is open, and not what."""
    missing = [one for one in findings if one.status is not Status.MET and one.max_points]
    if not missing:
        return "Phần này không còn thiếu gì."
    untouched = sum(one.status is Status.NOT_ATTEMPTED for one in missing)
    rest = f", trong đó {untouched} điều chưa bắt đầu" if untouched else ""
    return f"Phần này còn {len(missing)} điều chưa đạt{rest}."


def with_help(work: Work, step: HelpStep, about: str) -> Work:
    """The work with this help noted; taking the same help twice is noted once."""
    line = HelpLine(step=step.value, about=about)
    if line in work.helps:
        return work
    return work.model_copy(update={"helps": (*work.helps, line)})


def was_shown(work: Work, criterion: str) -> bool:
    """Whether the worked example of the criterion was looked at."""
    return HelpLine(step=HelpStep.SHOW.value, about=criterion) in work.helps
