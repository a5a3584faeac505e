"""How it stands with one learner's case: the work as saved, the plan, the run as far as watched."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from course.desk.moments import next_minute
from course.desk.refusals import DeskError
from course.desk.saving import QUIET, Saving, Topic
from course.desk.standing import Standing, standings
from office_sim.happenings import Happening
from office_sim.log import EventKind
from office_sim.simulation import Run
from scenarios.case import Case, load_case
from scenarios.play import play
from scenarios.variants import VariantError
from scenarios.work import OrderLine, Work


class Situation:
    """One learner at one case, as it is; nothing here changes anything.

    `notice` is a sentence about how the work was found, or "".
    """

    def __init__(self, case: Case, saving: Saving, notice: str = "") -> None:
        self.case = case
        self.notice = notice
        self.role = ""
        self._run: Run | None = None
        self._saving = saving
        saving.listen(self._forget)

    @property
    def work(self) -> Work:
        """The work as it is saved."""
        return self._saving.work

    @property
    def path(self) -> Path:
        """The work file."""
        return self._saving.path

    @property
    def run(self) -> Run:
        """The office as far as it was watched."""
        if self._run is None:
            self._run = play(self.case, self.work, until=self._position)
        return self._run

    @property
    def now(self) -> datetime:
        """The office's time; nothing after it is known yet."""
        return self.run.office.now if self.run.waiting else self._position

    @property
    def has_run(self) -> bool:
        """Whether the office has anything to do in this case; an exercise on tables has not."""
        return bool(self.case.tasks or self.case.world.happenings)

    @property
    def earliest(self) -> datetime:
        """The first full minute for which an order can still be given."""
        return next_minute(self.now)

    @property
    def waiting(self) -> Happening | None:
        """The inject that asks for a decision, None if none does."""
        return self.run.waiting

    @property
    def is_finished(self) -> bool:
        """Whether the case has been watched to its end."""
        return self.run.finished

    @property
    def orders(self) -> list[OrderLine]:
        """The plan by time; orders for the same minute stay as they were given."""
        return sorted(self.work.orders, key=lambda order: order.at)

    def order_with(self, order_id: str) -> OrderLine | None:
        """The order with this id, None if there is none."""
        return next((order for order in self.work.orders if order.id == order_id), None)

    def is_locked(self, order: OrderLine) -> bool:
        """Whether the order's hour has passed, so that it can no longer be changed."""
        return order.at < self.now

    def standings(self) -> dict[str, Standing]:
        """What became of each order, by its id."""
        return standings(self.run, self.work.orders, self.now)

    def decisions_from(self, moment: datetime) -> list[str]:
        """The injects decided at `moment` or later: what going back to it would drop."""
        made = self.run.office.events(EventKind.DECISION_MADE)
        kept = {event.subject for event in made if event.at < moment}
        return [one.inject for one in self.work.decisions if one.inject not in kept]

    @property
    def _position(self) -> datetime:
        world = self.case.world
        return min(max(self.work.position or world.start, world.start), world.end)

    @property
    def may_choose(self) -> bool:
        """Whether the edition can still be chosen: nothing is done, nothing has run."""
        started = self.work.position not in (None, self.case.world.start)
        return self.work.is_untouched and not started and self.work.draft is None

    def _forget(self, topic: Topic) -> None:
        """After a change the run so far, and perhaps the variant, are others."""
        if topic not in QUIET:
            self._run = None
        if self.case.edition.over(self.work.edition) != self.case.edition:
            try:
                self.case = load_case(self.case.id, self.case.edition.over(self.work.edition))
            except VariantError as error:
                raise DeskError(str(error)) from error
