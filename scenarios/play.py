"""Playing a case: the learner's work goes in, what happened comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from office_sim.hand import HandKind, Touch
from office_sim.orders import Decision, Order, Picks
from office_sim.simulation import Run, simulate
from office_sim.visit_plan import VisitPlan
from office_sim.world import World
from scenarios.case import Case
from scenarios.colleagues import completed
from scenarios.work import OrderLine, Work


def play(case: Case, work: Work, *, until: datetime | None = None) -> Run:
    """Run the case with the work's orders and decisions; the desk and the judge both call this.

    The run stops at the first inject that the work has not decided, or at `until`. Orders for
    tasks or people that the case does not have, and options that a task does not offer, are
    passed over: they can do nothing. Colleagues do what is not the learner's in this edition.
    """
    return play_in(case.world, completed(case, work), until=until)


def play_in(world: World, work: Work, *, until: datetime | None = None) -> Run:
    """Run a completed work in a world of one's own."""
    return ReadyWork.of(world, work).play_in(world, until=until)


@dataclass(frozen=True)
class ReadyWork:
    """A completed work as the office takes it, made ready once to be tried in many worlds.

    The worlds are one case's on better and worse days: the same list, tasks and people.
    """

    orders: tuple[Order, ...]
    decisions: Mapping[str, Decision]
    touches: tuple[Touch, ...]
    visits: VisitPlan | None

    @classmethod
    def of(cls, world: World, work: Work) -> ReadyWork:
        """The work made ready for worlds like this one."""
        touches = sorted(work.hand, key=lambda line: line.at)
        return cls(
            tuple(
                Order(one.id, one.task, one.who, one.at, _picks(world, one), one.as_role)
                for one in work.orders
            ),
            {one.inject: Decision(one.inject, one.choice, one.as_role) for one in work.decisions},
            tuple(
                Touch(HandKind(one.what), one.inject, one.at, timedelta(minutes=one.minutes))
                for one in touches
            ),
            VisitPlan(world.visits, work.tables) if world.visits is not None else None,
        )

    def deciding(self, picks: Mapping[str, str]) -> ReadyWork:
        """The same work with these choices (inject -> choice) in place of its own."""
        made = {inject: Decision(inject, choice) for inject, choice in picks.items()}
        return replace(self, decisions={**self.decisions, **made})

    def play_in(self, world: World, *, until: datetime | None = None) -> Run:
        """What happens in this world."""
        return simulate(
            world, self.orders, self.decisions, plan=self.visits, touches=self.touches, until=until
        )


def _picks(world: World, line: OrderLine) -> Picks:
    """What of the options the task really offers; the rest is passed over."""
    task = world.task(line.task)
    return task.picks(line.options) if task is not None and line.options else line.options
