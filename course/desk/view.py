"""The office as it stood at a moment that was lived through; looking at it changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from course.desk.desk import Desk
from course.desk.standing import Standing, standings
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.play import play
from scenarios.work import OrderLine, Work


@dataclass(frozen=True)
class View:
    """What can be seen at `now`: the run up to there, and the work as it is."""

    case: Case
    work: Work
    run: Run
    now: datetime

    @classmethod
    def of(cls, desk: Desk, moment: datetime | None = None) -> View:
        """The desk's office at the moment, never later than the desk itself; None: as it is now."""
        if moment is None or moment >= desk.now:
            return cls(desk.case, desk.work, desk.run, desk.now)
        return cls(desk.case, desk.work, play(desk.case, desk.work, until=moment), moment)

    @property
    def orders(self) -> list[OrderLine]:
        """The plan by time."""
        return sorted(self.work.orders, key=lambda order: order.at)

    def standings(self) -> dict[str, Standing]:
        """What had become of each order, by its id."""
        return standings(self.run, self.work.orders, self.now)


def moments(desk: Desk) -> list[datetime]:
    """The moments at which something happened, from the start to now."""
    happened = {event.at for event in desk.run.log}
    return sorted(happened | {desk.case.world.start, desk.now})
