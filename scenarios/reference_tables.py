"""The tables of a reference work, made for each variant by a stated rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from office_sim.families import CATEGORY_VI, WORST_OFF, Category, Family, Fault, true_marks
from office_sim.happenings import EffectKind
from office_sim.visits import (
    CHOICE_MARK,
    CHOICE_REASON,
    CHOSEN,
    REVIEW_MARK,
    SCHEDULE_DELEGATION,
    SCHEDULE_TIME,
    VISIT_TIME,
    VisitSpec,
)
from scenarios.case import Case

Rows = dict[str, dict[str, str]]

RIGHT = "right"
"""The rule for drawn tables: every cell as the table's truth has it."""
SLACK = timedelta(minutes=5)
"""What the reference leaves between one visit and the way to the next."""
_HALVES = ((time(8, 0), time(11, 0)), (time(14, 0), time(16, 30)))
_NOT_TO_CHOOSE = frozenset(Fault) - {Fault.WRONG_CATEGORY}


def reference_rows(case: Case, table: str, rule: str) -> Rows:
    """The rows that the rule gives in the case's variant. Raises KeyError for an unknown rule."""
    if rule == RIGHT:
        return right_rows(case, table)
    spec = case.world.visits
    return RULES[rule](case, spec) if spec is not None else {}


def right_rows(case: Case, table_id: str) -> Rows:
    """The first right text in every cell of a drawn table that the learner fills in."""
    table, true = case.table(table_id), case.true_table(table_id)
    if table is None or true is None:
        return {}
    rows: Rows = {}
    for row in true.rows:
        cells = {one.id: row.right[one.id][0] for one in table.columns if one.id in row.right}
        rows[row.id] = {column: text for column, text in cells.items() if text}
    return rows


def marked_right(case: Case, spec: VisitSpec) -> Rows:
    """Every fault of the list is marked as what it is."""
    return {row: {REVIEW_MARK: mark.value} for row, mark in true_marks(spec.families).items()}


def chosen_by_need(case: Case, spec: VisitSpec) -> Rows:
    """First the mothers and the worst-off, then by hardship and by how long nobody has come.

    Whoever is dead, has moved, stands twice in the list or is seen by another delegation is not
    chosen.
    """
    return {
        family.id: {CHOICE_MARK: CHOSEN, CHOICE_REASON: _reason(family)} for family in _needy(spec)
    }


def driven_by_village(case: Case, spec: VisitSpec) -> Rows:
    """Villages in their order, shared out to the delegations whose leaders are free, with time
    for the way: round a road that may flood, where rain is forecast.
    """
    families = _needy(spec)
    order = {village.id: at for at, village in enumerate(spec.villages)}
    families.sort(key=lambda one: (order[one.village], one.number))
    tours = _tours(case, spec, _cars(spec))
    rows: Rows = {}
    for at, tour in enumerate(tours):
        share = -(-len(families) // (len(tours) - at))
        placed = list(_drive(case, spec, tour, families[:share]))
        rows |= {
            family.id: {SCHEDULE_DELEGATION: tour.delegation, SCHEDULE_TIME: f"{hour:%H:%M}"}
            for family, hour in placed
        }
        families = families[len(placed) :]
    return rows


@dataclass(frozen=True)
class _Tour:
    delegation: str
    start: time
    end: time


def _needy(spec: VisitSpec) -> list[Family]:
    able = [one for one in spec.families if one.fault not in _NOT_TO_CHOOSE]

    def rank(one: Family) -> tuple[bool, int, int, int]:
        return not one.must_be_visited, -one.hardship, one.last_visit, one.number

    return sorted(able, key=rank)[: spec.wanted]


def _reason(family: Family) -> str:
    if family.category is Category.MOTHER:
        return "Bà mẹ Việt Nam anh hùng, năm nào cũng thăm"
    if family.hardship >= WORST_OFF:
        return "hộ nghèo, neo đơn, cần lãnh đạo đến tận nơi"
    seen = (
        f"lần thăm gần nhất {family.last_visit}" if family.last_visit else "chưa được thăm lần nào"
    )
    return f"{CATEGORY_VI[family.right_category]}, hoàn cảnh khó khăn, {seen}"


def _cars(spec: VisitSpec) -> int:
    """Two cars are enough up to 18 families; for more a third one is borrowed."""
    return 2 if spec.wanted <= 18 else 3


def _tours(case: Case, spec: VisitSpec, cars: int) -> list[_Tour]:
    """Which delegations go in the morning and in the afternoon.

    Those whose leaders are free in one half only come first in it; then those who have not gone.
    """
    assert case.world.meeting is not None  # visits begin with a ceremony
    day = case.world.meeting.start.date()
    free = [
        [one.id for one in spec.delegations if _is_free(case, one.leader, day, half)]
        for half in _HALVES
    ]
    tours: list[_Tour] = []
    for at, (start, end) in enumerate(_HALVES):
        gone = {tour.delegation for tour in tours}
        ranked = sorted(free[at], key=lambda one: (one in free[1 - at], one in gone))
        tours += [_Tour(one, start, end) for one in ranked[:cars]]
    return tours


def _is_free(case: Case, leader: str, day: object, half: tuple[time, time]) -> bool:
    person = case.world.person(leader)
    return person is not None and not any(
        one.start.date() == day and one.start.time() <= half[1] and one.end.time() > half[0]
        for one in person.diary
    )


def _drive(
    case: Case, spec: VisitSpec, tour: _Tour, families: list[Family]
) -> Iterator[tuple[Family, datetime]]:
    """As many of the families, in their order, as the delegation can see in its hours."""
    meeting = case.world.meeting
    assert meeting is not None
    closed = _may_close(case)
    begin = datetime.combine(meeting.start.date(), tour.start)
    end = datetime.combine(meeting.start.date(), tour.end)
    free, place = max(begin, meeting.start + meeting.duration), spec.centre
    if tour.start >= time(12):
        free = begin - timedelta(hours=1)
    for family in families:
        way = spec.roads.travel_time(place, family.village, closed)
        if way is None:
            return
        hour = _round_up(max(begin, free + way + SLACK))
        if hour > end:
            return
        yield family, hour
        free, place = hour + VISIT_TIME, family.village


def _may_close(case: Case) -> frozenset[str]:
    """The roads that an inject of this variant closes: the forecast is known beforehand."""
    return frozenset(
        effect.target
        for happening in case.world.happenings
        for effect in happening.effects
        if effect.kind is EffectKind.CLOSE_ROAD
    )


def _round_up(at: datetime) -> datetime:
    """The next full five minutes."""
    return at + timedelta(minutes=-at.minute % 5)


RULES: dict[str, Callable[[Case, VisitSpec], Rows]] = {
    "marked_right": marked_right,
    "chosen_by_need": chosen_by_need,
    "driven_by_village": driven_by_village,
}
"""The rules by the names that a reference plan uses."""
