"""An order as it is being written, and what it must hold before it can be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from course.desk.moments import next_minute
from course.desk.refusals import DeskError
from office_sim.calendar import format_moment
from scenarios.case import Case
from scenarios.work import OptionValue, OrderLine


@dataclass(frozen=True)
class Draft:
    """An order as it is being written: empty parts are not chosen yet."""

    task: str = ""
    who: str = ""
    at: datetime | None = None
    options: Mapping[str, OptionValue] = field(default_factory=dict)


def order_line(case: Case, draft: Draft, order_id: str, now: datetime) -> OrderLine:
    """The draft as a line of the plan; `now` is how far the office has run.

    Raises DeskError if something is missing or the hour is too early or too late.
    """
    task = case.task(draft.task)
    if task is None:
        raise DeskError("Anh/chị chọn một việc rồi giao.")
    for option in task.options:
        if not draft.options.get(option.id):
            raise DeskError(f"Anh/chị chọn ở mục “{option.title}” rồi giao.")
    person = case.world.person(draft.who)
    if person is None or not person.staff:
        raise DeskError("Anh/chị chọn người làm việc này rồi giao.")
    return OrderLine(
        id=order_id,
        task=task.id,
        who=person.id,
        at=_checked(case, draft.at, now),
        options=draft.options,
    )


def new_id(task: str, orders: tuple[OrderLine, ...]) -> str:
    """An id for one more order of this task."""
    taken = {order.id for order in orders}
    name, number = task, 1
    while name in taken:
        number += 1
        name = f"{task}-{number}"
    return name


def _checked(case: Case, at: datetime | None, now: datetime) -> datetime:
    if at is None:
        raise DeskError("Anh/chị ghi giờ bắt đầu, ví dụ 15:50, rồi giao.")
    earliest = next_minute(now)
    if at < earliest:
        raise DeskError(
            f"Văn phòng đã chạy tới {format_moment(now)} nên không giao việc lùi về "
            f"{format_moment(at)} được; anh/chị chọn giờ từ {format_moment(earliest)}, "
            "hoặc dùng “Quay lại lúc…”."
        )
    if at > case.world.end:
        end = format_moment(case.world.end)
        raise DeskError(f"Tình huống kết thúc lúc {end}; anh/chị chọn giờ sớm hơn.")
    return at
