"""What a day of visits starts from, and how the learner's tables are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from office_sim.families import Family, Mark, marks_of
from office_sim.gifts import GiftRates
from office_sim.money import Fund, PresentRate
from office_sim.roads import Roads, Village
from office_sim.roll import Roll

Table = Mapping[str, Mapping[str, str]]
"""What a learner wrote into a table: row -> column -> text."""

REVIEW, REVIEW_MARK = "ra_soat", "loi"
CHOICE, CHOICE_MARK, CHOICE_REASON, CHOSEN = "chon_tham", "chon", "ly_do", "co"
SCHEDULE, SCHEDULE_DELEGATION, SCHEDULE_TIME = "lich", "doan", "gio"

VISIT_TIME = timedelta(minutes=20)
"""How long one visit takes; 20 to 25 minutes are usual (assumption of the kit)."""
REST_HOURS = ((time(8, 0), time(11, 0)), (time(14, 0), time(16, 30)))
"""When old people are ready for guests: arrivals outside these hours disturb (assumption)."""
NOON = time(12, 30)
LAST_ARRIVAL = time(17, 0)
ON_TIME = timedelta(minutes=20)


@dataclass(frozen=True)
class Delegation:
    """A delegation with the leader (a person's id) who heads it."""

    id: str
    title: str
    leader: str


@dataclass(frozen=True)
class Vehicle:
    """A car that can be had for the day."""

    id: str
    title: str


@dataclass(frozen=True)
class Stop:
    """A visit of the day plan: to which family, with which delegation, at what hour."""

    family: Family
    delegation: str
    at: datetime


@dataclass(frozen=True)
class VisitSpec:
    """All that is given about the visits. `wanted` is how many families are to be visited in
    person, `patient` the family whose head lies in hospital, `centre` the village of the office.
    """

    families: Roll
    villages: tuple[Village, ...]
    roads: Roads
    delegations: tuple[Delegation, ...]
    vehicles: tuple[Vehicle, ...]
    funds: tuple[Fund, ...]
    presents: tuple[PresentRate, ...]
    gift_rates: GiftRates
    centre: str
    wanted: int
    year: int
    patient: str = ""

    def family(self, row: str) -> Family | None:
        """The family in this row, None if there is none."""
        return self.families.by_row.get(row)

    def village(self, village_id: str) -> str:
        """The village's title."""
        return self._villages.get(village_id, "thôn chưa rõ")

    def delegation(self, delegation_id: str) -> Delegation | None:
        """The delegation with this id, None if unknown."""
        return next((one for one in self.delegations if one.id == delegation_id), None)

    def marks(self, tables: Mapping[str, Table]) -> dict[str, Mark]:
        """What the learner marked in the list."""
        return marks_of(tables.get(REVIEW, {}), REVIEW_MARK)

    def chosen(self, tables: Mapping[str, Table]) -> list[Family]:
        """The families that the learner chose, in the order of the list."""
        table = tables.get(CHOICE, {})
        rows = [row for row, cells in table.items() if cells.get(CHOICE_MARK) == CHOSEN]
        found = [family for row in rows if (family := self.family(row)) is not None]
        return sorted(found, key=lambda family: family.number)

    def stops(self, tables: Mapping[str, Table], day: date) -> list[Stop]:
        """The visits of the day plan by hour; rows without a delegation or a readable hour are
        no visits yet.
        """
        known = {one.id for one in self.delegations}
        found = []
        for row, cells in tables.get(SCHEDULE, {}).items():
            family, hour = self.family(row), read_hour(cells.get(SCHEDULE_TIME, ""))
            delegation = cells.get(SCHEDULE_DELEGATION, "")
            if family is not None and hour is not None and delegation in known:
                found.append(Stop(family, delegation, datetime.combine(day, hour)))
        return sorted(found, key=lambda stop: (stop.at, stop.family.id))

    @cached_property
    def _villages(self) -> dict[str, str]:
        return {one.id: one.title for one in self.villages}


@lru_cache(maxsize=1024)  # a run asks for the same few hours again and again
def read_hour(text: str) -> time | None:
    """The hour that a person wrote ("8:15", "08:15", "8h15", "8h"); None if it is none."""
    hours, _, minutes = text.strip().lower().replace("h", ":").replace("g", ":").partition(":")
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError:
        return None


def in_rest_hours(at: datetime) -> bool:
    """Whether a visit may begin at this moment without disturbing old people."""
    hour = at.time()
    (morning, noon), (afternoon, evening) = REST_HOURS
    return morning <= hour <= noon or afternoon <= hour <= evening


def sessions(stops: list[Stop]) -> list[list[Stop]]:
    """The stops of one delegation as morning and afternoon; empty halves are left out."""
    halves: list[list[Stop]] = [[], []]
    for stop in stops:
        halves[stop.at.time() >= NOON].append(stop)
    return [half for half in halves if half]
