"""What the learner's tables say of the visits, read once however often the day is played."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from office_sim.families import Family, Fault
from office_sim.gifts import GiftFigures, gift_list, set_against
from office_sim.visits import CHOICE, CHOICE_REASON, Stop, Table, VisitSpec, sessions


class VisitPlan:
    """Who is chosen, who is gone to and when, what is given: the plan as it stands in the tables.

    It hangs on the list and the delegations alone, not on roads, weather or diaries, so that one
    plan can be tried on many days.
    """

    def __init__(self, spec: VisitSpec, tables: Mapping[str, Table]) -> None:
        self._spec = spec
        self._tables = tables
        self._stops: dict[date, list[Stop]] = {}
        self._sessions: dict[date, dict[str, list[list[Stop]]]] = {}

    def stops(self, day: date) -> list[Stop]:
        """The visits of the day by hour (see VisitSpec.stops)."""
        if day not in self._stops:
            self._stops[day] = self._spec.stops(self._tables, day)
        return self._stops[day]

    def sessions(self, day: date, delegation: str) -> list[list[Stop]]:
        """The visits of one delegation as morning and afternoon; empty halves are left out."""
        if day not in self._sessions:
            own: defaultdict[str, list[Stop]] = defaultdict(list)
            for stop in self.stops(day):
                own[stop.delegation].append(stop)
            self._sessions[day] = {one: sessions(stops) for one, stops in own.items()}
        return self._sessions[day].get(delegation, [])

    def cars_needed(self, day: date) -> int:
        """How many delegations are out in the same half of the day, at most."""
        halves: list[set[str]] = [set(), set()]
        for delegation in self._spec.delegations:
            for session in self.sessions(day, delegation.id):
                halves[session[0].at.hour >= 12].add(delegation.id)
        return max(len(half) for half in halves)

    @cached_property
    def chosen(self) -> list[Family]:
        """The families that are to be visited in person, in the order of the list."""
        return self._spec.chosen(self._tables)

    @cached_property
    def choice(self) -> Mapping[str, int]:
        """The figures that tell how good the choice is, as an event carries them."""
        spec, table = self._spec, self._tables.get(CHOICE, {})
        persons = {family.person for family in self.chosen}
        return {
            "chosen": len(self.chosen),
            "short": max(0, spec.wanted - len(self.chosen)),
            "over": max(0, len(self.chosen) - spec.wanted),
            "must_missed": len(spec.families.must_be_visited - persons),
            "gone": sum(family.is_gone for family in self.chosen),
            "twice": len(self.chosen) - len(persons),
            "other_delegation": sum(family.fault is Fault.PROVINCE for family in self.chosen),
            "without_reason": sum(
                not table[family.id].get(CHOICE_REASON, "").strip() for family in self.chosen
            ),
        }

    @cached_property
    def gifts(self) -> GiftFigures:
        """The State's gifts that come of the marks in the list, set against the right ones."""
        spec = self._spec
        given = gift_list(spec.families, spec.marks(self._tables), spec.gift_rates)
        return set_against(given, spec.families.right_gifts(spec.gift_rates))
