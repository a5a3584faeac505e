"""The programme of a week: activities put into half days, with who leads them and where.

What is wrong with a draft is found pair by pair; one draft without faults is found the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from office_sim.programme import BOARD_PAPERS, days_ahead

HALF_DAYS = ("t2s", "t2c", "t3s", "t3c", "t4s", "t4c", "t5s", "t5c", "t6s", "t6c")
"""The half days from Monday morning to Friday afternoon; two make a day."""
HALF_DAYS_VI = tuple(
    f"{half} {day}"
    for day in ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu")
    for half in ("sáng", "chiều")
)
ELSEWHERE = "ngoai"
"""The place that is never full: out of the house, or no room needed."""


class Fault(StrEnum):
    """What can be wrong with an activity in a draft."""

    MOVED = "moved"
    PEOPLE = "people"
    ROOM = "room"
    ORDER = "order"
    PAPERS = "papers"
    LATE = "late"
    LEAD = "lead"


@dataclass(frozen=True)
class Activity:
    """Something that the week must hold.

    `people` must be there whoever leads; `leads` and `rooms` are those that suit. `at` is the half
    day that others have fixed, `until` the last one that is in time; it comes earlier than all of
    `ahead_of`; `papers_of` is the sitting whose papers it sends.
    """

    id: str
    people: frozenset[str] = frozenset()
    leads: tuple[str, ...] = ()
    rooms: tuple[str, ...] = (ELSEWHERE,)
    at: str = ""
    until: str = ""
    ahead_of: tuple[str, ...] = ()
    papers_of: str = ""

    def can_show(self, fault: Fault) -> bool:
        """Whether the fault could be found in it at all."""
        bound = {
            Fault.MOVED: self.at,
            Fault.LATE: self.until,
            Fault.ORDER: self.ahead_of,
            Fault.PAPERS: self.papers_of,
        }
        return bool(bound.get(fault, True))


@dataclass(frozen=True)
class Place:
    """Where an activity is put in a draft; "" is not yet chosen."""

    half_day: str = ""
    lead: str = ""
    room: str = ""


Draft = Mapping[str, Place]


def faults(activities: Sequence[Activity], draft: Draft) -> dict[str, set[Fault]]:
    """What is wrong with each activity, by its id; what is not chosen yet is wrong."""
    found: dict[str, set[Fault]] = {}
    for one in activities:
        place = draft.get(one.id, Place())
        wrong = set(_alone(one, place))
        for other in activities:
            if other.id != one.id:
                wrong |= set(_together(one, place, other, draft.get(other.id, Place())))
        found[one.id] = wrong
    return found


def arrange(activities: Sequence[Activity]) -> dict[str, Place] | None:
    """One draft without faults, always the same one; None if there is none."""
    return _arrange({one: _choices(one) for one in activities}, {})


def others_as_good(activities: Sequence[Activity], draft: Draft, name: str) -> Iterator[Place]:
    """Every place at which this activity could stand in a draft that is without faults."""
    own = next(one for one in activities if one.id == name)
    for place in _choices(own):
        if all(_agree(own, place, one, draft[one.id]) for one in activities if one is not own):
            yield place


def _arrange(left: Mapping[Activity, list[Place]], draft: Draft) -> dict[str, Place] | None:
    """Place the activity with the fewest places first, and keep what each other one still has.

    Half days in which little stands yet come first, so that the week is spread.
    """
    if not left:
        return dict(draft)
    own = min(left, key=lambda one: len(left[one]))
    busy = Counter(place.half_day for place in draft.values())
    for place in sorted(left[own], key=lambda place: busy[place.half_day]):
        still = {
            one: [there for there in places if _agree(own, place, one, there)]
            for one, places in left.items()
            if one is not own
        }
        if all(still.values()):
            found = _arrange(still, {**draft, own.id: place})
            if found is not None:
                return found
    return None


def _agree(one: Activity, place: Place, other: Activity, there: Place) -> bool:
    """Whether neither is wrong because of the other."""
    return not any((*_together(one, place, other, there), *_together(other, there, one, place)))


def _choices(one: Activity) -> list[Place]:
    """The places at which nothing is wrong with the activity itself."""
    return [
        Place(half_day, lead, room)
        for half_day in ([one.at] if one.at else HALF_DAYS)
        if not one.until or _number(half_day) <= _number(one.until)
        for lead in one.leads
        for room in one.rooms
    ]


def _alone(one: Activity, place: Place) -> Iterator[Fault]:
    if one.at and place.half_day != one.at:
        yield Fault.MOVED
    if one.until and not 0 <= _number(place.half_day) <= _number(one.until):
        yield Fault.LATE
    if place.lead not in one.leads:
        yield Fault.LEAD
    if place.room not in one.rooms:
        yield Fault.ROOM
    if not place.half_day:
        yield Fault.PEOPLE


def _together(one: Activity, place: Place, other: Activity, there: Place) -> Iterator[Fault]:
    """What is wrong with `one` because of where `other` stands."""
    here, then = _number(place.half_day), _number(there.half_day)
    if here >= 0 and here == then:
        if (one.people | {place.lead}) & (other.people | {there.lead}) - {""}:
            yield Fault.PEOPLE
        if place.room == there.room != ELSEWHERE:
            yield Fault.ROOM
    if other.id in one.ahead_of and not 0 <= here < then:
        yield Fault.ORDER
    if other.id == one.papers_of:
        least, most = days_ahead(BOARD_PAPERS)
        if min(here, then) < 0 or not least <= then // 2 - here // 2 <= most:
            yield Fault.PAPERS


def _number(half_day: str) -> int:
    """The half day's place in the week, -1 for none."""
    return HALF_DAYS.index(half_day) if half_day in HALF_DAYS else -1
