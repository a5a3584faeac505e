"""How the day of the visits stands during a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import simpy

from office_sim.visit_plan import VisitPlan
from office_sim.visits import VisitSpec


@dataclass(slots=True)
class VisitDay:
    """How the visits stand during a run. Changed by acts, effects and the delegations."""

    spec: VisitSpec
    plan: VisitPlan
    leaders: dict[str, str] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    closed_roads: frozenset[str] = frozenset()
    delay: timedelta = timedelta()
    drop_next: bool = False
    cars_booked: int = 0
    cars: simpy.Resource | None = None

    @classmethod
    def planned(cls, spec: VisitSpec, plan: VisitPlan) -> VisitDay:
        """The day as the case begins, with the plan that the delegations will follow."""
        return cls(spec, plan, leaders={one.id: one.leader for one in spec.delegations})

    def take_delay(self) -> timedelta:
        """The delay that hits the next delegation on its way; it hits only once."""
        delay, self.delay = self.delay, timedelta()
        return delay
