"""What became of an order: to come, waiting and for what, at work, done, come to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from course.desk.moments import short
from office_sim.log import Event, EventKind
from office_sim.orders import Task
from office_sim.sentences import Sentences
from office_sim.simulation import Run
from scenarios.work import OrderLine


class Stage(StrEnum):
    """How far an order is."""

    PLANNED = "planned"
    WAITING = "waiting"
    AT_WORK = "at_work"
    DONE = "done"
    REFUSED = "refused"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Standing:
    """The stage of an order, in words too; `start` and `end` are None where there is none yet."""

    stage: Stage
    words: str
    start: datetime | None = None
    end: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self.stage in (Stage.PLANNED, Stage.WAITING, Stage.AT_WORK)


_ENDINGS = {
    EventKind.ORDER_DONE: Stage.DONE,
    EventKind.ORDER_REFUSED: Stage.REFUSED,
    EventKind.ORDER_BLOCKED: Stage.BLOCKED,
}


def standings(run: Run, orders: Sequence[OrderLine], now: datetime) -> dict[str, Standing]:
    """The standing of each order by its id, as the run shows it at `now`."""
    told: dict[str, list[Event]] = {}
    for event in run.log:
        if event.kind in _ENDINGS or event.kind is EventKind.ORDER_STARTED:
            told.setdefault(event.subject, []).append(event)
    says = Sentences(run.office.world)
    return {one.id: _standing(run, one, told.get(one.id, []), now, says) for one in orders}


def _standing(
    run: Run, order: OrderLine, events: list[Event], now: datetime, says: Sentences
) -> Standing:
    task = run.office.world.task(order.task)
    if task is None or order.who not in run.office.desks:
        return Standing(Stage.BLOCKED, "Tình huống này không có việc hoặc người ấy")
    start = next((one.at for one in events if one.kind is EventKind.ORDER_STARTED), None)
    ending = next((one for one in events if one.kind in _ENDINGS), None)
    if order.at >= now and ending is None:
        return Standing(Stage.PLANNED, "Chưa tới giờ")
    if ending is not None:
        return Standing(_ENDINGS[ending.kind], _ended(run, order, ending, says), start, ending.at)
    if start is not None:
        return Standing(Stage.AT_WORK, f"Đang làm từ {short(start, order.at.date())}", start)
    return Standing(Stage.WAITING, _waiting(run, order, task, says))


def _ended(run: Run, order: OrderLine, ending: Event, says: Sentences) -> str:
    at = short(ending.at, order.at.date())
    reason = str(ending.detail.get("reason", ""))
    if ending.kind is EventKind.ORDER_REFUSED:
        return f"Không làm được lúc {at}: {reason}"
    if ending.kind is EventKind.ORDER_BLOCKED:
        kind, _, subject = reason.partition(":")
        return f"Bỏ dở lúc {at}, chờ mãi không có {says.wording.thing(EventKind(kind), subject)}"
    refused = [
        event
        for event in run.office.events(EventKind.ROOM_REFUSED)
        if event.actor == order.who and event.at == ending.at
    ]
    return f"Không đặt được phòng (lúc {at})" if refused else f"Xong lúc {at}"


def _waiting(run: Run, order: OrderLine, task: Task, says: Sentences) -> str:
    for need in task.needs:
        happened = run.office.events(need.kind)
        if all(event.subject != need.subject for event in happened):
            return f"Đang chờ {says.wording.thing(need.kind, need.subject)}"
    return f"Đang chờ {says.wording.person(order.who)} xong việc khác"
