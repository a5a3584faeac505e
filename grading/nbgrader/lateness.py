"""Late hand-ins: how late, what the class's rule makes of it, and how it is said.

Times in a gradebook are UTC without a zone; people read Vietnam's time (UTC+7, no summer time).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from grading.nbgrader.class_error import ClassError
from grading.nbgrader.points import points_text
from grading.nbgrader.terms import LateKind, LateRule

VIETNAM = timezone(timedelta(hours=7))
_MOMENT = re.compile(r"(\d{1,2})[:gh](\d{2})\s+(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True)
class Lateness:
    """A hand-in against its deadline; all times UTC without a zone, None where not known.

    `due` is the learner's own deadline; `extended` says that it is later than the class's.
    """

    rule: LateRule
    due: datetime | None = None
    extended: bool = False
    handed_in: datetime | None = None

    @property
    def late_by(self) -> timedelta:
        """How much after the deadline, zero if it was in time or nothing is known."""
        if self.due is None or self.handed_in is None:
            return timedelta(0)
        return max(timedelta(0), self.handed_in - self.due)

    def said(self, penalty: float) -> list[str]:
        """What the learner reads about it, as Vietnamese sentences; none if there is nothing."""
        if self.due is None:
            return []
        extended = " (đã gia hạn)" if self.extended else ""
        deadline = f"Hạn nộp: {moment_text(self.due)}{extended}."
        if not self.late_by or self.handed_in is None:
            return [deadline]
        late = f"Nộp lúc {moment_text(self.handed_in)}, muộn {span_text(self.late_by)}"
        if self.rule.kind is LateKind.PERCENT:
            return [deadline, f"{late}: trừ {points_text(penalty)} điểm."]
        return [deadline, f"{late}: ghi nhận, không trừ điểm."]


def penalty(rule: LateRule, score: float, seconds_late: float) -> float | None:
    """The points to take from a score, None where the rule takes none."""
    if rule.kind is not LateKind.PERCENT or seconds_late <= 0:
        return None
    days = math.ceil(seconds_late / timedelta(days=1).total_seconds())
    share = min(rule.percent * days, rule.most) / 100
    score = max(0.0, score)
    return min(score, round(score * share, 2))


def rule_text(rule: LateRule) -> str:
    """The rule in one Vietnamese sentence, to be said beforehand."""
    if rule.kind is LateKind.NONE:
        return "Nộp muộn vẫn được nhận."
    if rule.kind is LateKind.NOTED:
        return "Nộp muộn được ghi nhận, không trừ điểm."
    most = f", nhiều nhất {points_text(rule.most)}%" if rule.most < 100 else ""
    return f"Nộp muộn trừ {points_text(rule.percent)}% số điểm cho mỗi ngày muộn{most}."


def moment_text(moment: datetime) -> str:
    """A UTC time without a zone as it is read in Vietnam: 17:00 ngày 20/12/2026."""
    local = moment.replace(tzinfo=UTC).astimezone(VIETNAM)
    return f"{local:%H:%M} ngày {local:%d/%m/%Y}"


def span_text(span: timedelta) -> str:
    """A span as it is said: 1 ngày 2 giờ; minutes only below a day."""
    minutes = math.ceil(span.total_seconds() / 60)
    days, hours, left = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [(days, "ngày"), (hours, "giờ"), (0 if days else left, "phút")]
    return " ".join(f"{number} {word}" for number, word in parts if number)


def read_moment(text: str) -> datetime:
    """The moment (UTC without a zone) of "17:00 20/12/2026" in Vietnam. Raises ClassError."""
    match = _MOMENT.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        hour, minute, day, month, year = map(int, match.groups())
        local = datetime(year, month, day, hour, minute, tzinfo=VIETNAM)
        return local.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise ClassError(
            f"“{text}” không phải là giờ và ngày; anh/chị viết như “17:00 20/12/2026”."
        ) from None
