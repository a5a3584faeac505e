"""A policy on a hundred seeded weeks, beside simple ones: the score of each and its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grading.criteria import criteria_of
from grading.rubric import Criterion
from grading.week_measures import WeekMeasure
from office_sim.week_outcome import WeekResult
from office_sim.week_policy import Order, Policy, take_everything
from scenarios.case import Case
from scenarios.colleagues import completed
from scenarios.week_play import play_week, policy_of, week_kinds
from scenarios.work import Work

WEEKS = 100
TOLD = 0.05
"""Differences of fewer points are not told."""
OWN = "own"
POLICY_VI = {
    OWN: "Cách làm của bài",
    "all_by_arrival": "Nhận mọi việc, ai tới trước làm trước",
    "all_by_deadline": "Nhận mọi việc, gần hạn nhất làm trước",
    "own_by_arrival": "Người, cách xử lý của bài; tới trước làm trước, không giữ giờ",
    "own_by_deadline": "Người, cách xử lý của bài; gần hạn làm trước, không giữ giờ",
}
"""The policies that are compared, in the order in which they are told."""


@dataclass(frozen=True)
class Trial:
    """What one policy earned in the weeks so far, as means; `parts` are shares by criterion."""

    weeks: int
    points: float
    max_points: float
    parts: Mapping[str, float]
    worth_kept: float
    overtime_hours: float
    leaks: float


def policies(case: Case, work: Work) -> dict[str, Policy]:
    """The work's policy and what it is compared with, by their names in POLICY_VI.

    The simple ones take everything that comes, give it to the right people and may use as much
    overtime as the work allows; the last two keep the work's people and handling, so that they
    show what the order alone brings.
    """
    own = policy_of(case, completed(case, work))
    kinds, overtime = week_kinds(case), own.overtime_minutes
    return {
        OWN: own,
        "all_by_arrival": take_everything(kinds, Order.ARRIVAL, overtime),
        "all_by_deadline": take_everything(kinds, Order.DEADLINE, overtime),
        "own_by_arrival": own.in_order(Order.ARRIVAL),
        "own_by_deadline": own.in_order(Order.DEADLINE),
    }


def week_criteria(case: Case) -> list[Criterion]:
    """The criteria that are judged by the week alone, whatever else the work holds."""
    return [
        one
        for one in criteria_of(case)
        if all(isinstance(check, WeekMeasure) for check in one.checks)
    ]


def trials(case: Case, work: Work, weeks: int = WEEKS) -> Iterator[dict[str, Trial]]:
    """Play the policies in so many weeks; after each one, what came of all so far.

    The weeks are the same for all, and the same every time.
    """
    criteria, tried = week_criteria(case), policies(case, work)
    sums = {name: _Sums(criteria) for name in tried}
    for number in range(1, weeks + 1):
        for name, policy in tried.items():
            sums[name].add(play_week(case, policy, number))
        yield {name: one.mean() for name, one in sums.items()}


class _Sums:
    def __init__(self, criteria: list[Criterion]) -> None:
        self._criteria = criteria
        self._weeks = 0
        self._parts = dict.fromkeys((one.id for one in criteria), 0.0)
        self._worth = self._overtime = self._leaks = 0.0

    def add(self, result: WeekResult) -> None:
        self._weeks += 1
        for criterion in self._criteria:
            self._parts[criterion.id] += _share(criterion, result)
        self._worth += result.worth_kept()
        self._overtime += result.overtime_hours(()) or 0.0
        self._leaks += result.leaks(()) or 0.0

    def mean(self) -> Trial:
        parts = {name: total / self._weeks for name, total in self._parts.items()}
        return Trial(
            weeks=self._weeks,
            points=sum(one.worth * parts[one.id] for one in self._criteria),
            max_points=sum(one.worth for one in self._criteria),
            parts=parts,
            worth_kept=self._worth / self._weeks,
            overtime_hours=self._overtime / self._weeks,
            leaks=self._leaks / self._weeks,
        )


def _share(criterion: Criterion, result: WeekResult) -> float:
    checks = [one for one in criterion.checks if isinstance(one, WeekMeasure)]
    total = sum(one.weight for one in checks)
    return sum(one.weight * one.share_of(one.value(result)) for one in checks) / total


def trial_lines(case: Case, found: Mapping[str, Trial]) -> Iterator[str]:
    """What came of the weeks, in Vietnamese: a line for each policy, then why they differ."""
    own = found[OWN]
    yield f"{own.weeks} tuần, điểm trung bình (trên {_number(own.max_points)}):"
    for name, one in found.items():
        yield (
            f"  {_number(one.points):>5}  {POLICY_VI[name]}: giữ được "
            f"{100 * one.worth_kept:.0f}% giá trị việc, "
            f"làm thêm {_number(one.overtime_hours)} giờ, lộ {_number(one.leaks)} lần"
        )
    titles = {one.id: one.title for one in week_criteria(case)}
    worth = {one.id: one.worth for one in week_criteria(case)}
    for name, one in found.items():
        if name == OWN:
            continue
        gains = {key: worth[key] * (own.parts[key] - one.parts[key]) for key in worth}
        wide = sorted(
            (key for key in gains if abs(gains[key]) >= TOLD), key=lambda key: -gains[key]
        )
        yield f"So với “{POLICY_VI[name]}”:"
        for key in wide:
            more = "hơn" if gains[key] > 0 else "kém"
            yield f"  {more} {_number(abs(gains[key]))} điểm: {titles[key]}"
        if not wide:
            yield "  không khác đáng kể."


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
