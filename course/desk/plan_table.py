"""The plan as a table by time: what was ordered, what became of it, and buttons to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal

from course.desk import controls
from course.desk.desk import Desk
from course.desk.saving import QUIET, Topic
from course.desk.standing import Stage, Standing
from course.look import Html, Kind, badge, html_widget, text
from office_sim.calendar import format_moment
from office_sim.wording import Wording
from scenarios.work import OptionValue, OrderLine

STEP = timedelta(minutes=10)
_FEW = 6
_KINDS: dict[Stage, Kind | Literal["plain"]] = {
    Stage.PLANNED: "plain",
    Stage.WAITING: "warn",
    Stage.AT_WORK: "info",
    Stage.DONE: "good",
    Stage.REFUSED: "bad",
    Stage.BLOCKED: "bad",
}
_HINTS_VI = ("Sửa việc", "Bắt đầu sớm hơn 10 phút", "Bắt đầu muộn hơn 10 phút", "Bỏ việc")
_EMPTY_VI = "Chưa có việc nào. Mỗi việc anh/chị giao sẽ hiện ở đây, xếp theo giờ."


class PlanTable:
    """All orders, one row each. `edit` is called with the order to be put into the form."""

    def __init__(self, desk: Desk, edit: Callable[[OrderLine], None]) -> None:
        self._desk = desk
        self._edit = edit
        self._words = Wording(desk.case.world)
        self._rows: dict[str, _Row] = {}
        self._heading = html_widget("")
        self._said = html_widget("")
        self._over = html_widget("")
        self._list = controls.column(name="vp-desk-plan")
        self.widget = controls.column(self._heading, self._said, self._over, self._list)
        desk.listen(self._on_change)
        self._fill()

    def _on_change(self, topic: Topic) -> None:
        if topic not in QUIET:
            self._said.value = ""
            self._fill()

    def _fill(self) -> None:
        orders, standings = self._desk.orders, self._desk.standings()
        title = f"Những việc đã giao ({len(orders)})"
        self._heading.value = Html(f'<h3 class="vp vp-desk-heading">{text(title)}</h3>')
        self._over.value = self._past([one for one in orders if not standings[one.id].is_open])
        rows = []
        for order in orders:
            if standings[order.id].is_open:
                row = self._rows.get(order.id) or _Row(self, order.id)
                title = self._words.task(order.task)
                row.show(title, self._described(order, standings), self._allowed(order, standings))
                rows.append(row)
        self._rows = {row.order_id: row for row in rows}
        shown = tuple(row.widget for row in rows)
        if not orders:
            shown = (html_widget(Html(f'<p class="vp vp-desk-hint">{_EMPTY_VI}</p>')),)
        if self._list.children != shown:
            self._list.children = shown

    def _past(self, orders: list[OrderLine]) -> Html:
        """The orders of which nothing more will come; folded away when there are many."""
        if not orders:
            return Html("")
        standings = self._desk.standings()
        failed = sum(standings[one.id].stage is not Stage.DONE for one in orders)
        rows = "".join(self._described(one, standings) for one in orders)
        words = f"Đã qua: {len(orders)} việc" + (f", {failed} việc không thành" if failed else "")
        unfolded = " open" if len(orders) <= _FEW else ""
        return Html(
            f'<details class="vp"{unfolded}><summary>{words}</summary>'
            f'<div class="vp-desk-past">{rows}</div></details>'
        )

    def _allowed(self, order: OrderLine, standings: dict[str, Standing]) -> tuple[bool, bool]:
        """Whether the order can be changed, and whether it can be taken back."""
        free = not self._desk.is_locked(order)
        return free, free or standings[order.id].stage is Stage.WAITING

    def _described(self, order: OrderLine, standings: dict[str, Standing]) -> Html:
        standing = standings[order.id]
        title = self._words.task(order.task)
        return Html(
            f'<div class="vp vp-desk-order">'
            f'<div><div class="vp-desk-when">{format_moment(order.at)}</div>'
            f"{text(self._words.person(order.who))}</div>"
            f"<div><strong>{text(title)}</strong>{self._picked(order)}</div>"
            f"<div>{badge(standing.words, _KINDS[standing.stage])}</div></div>"
        )

    def _picked(self, order: OrderLine) -> Html:
        task = self._desk.case.task(order.task)
        if task is None:
            return Html("")
        told = []
        for option in task.options:
            texts = {item.id: self._desk.case.say(item.text) for item in option.items}
            chosen = [
                texts[one] for one in _several(order.options.get(option.id, ())) if one in texts
            ]
            told.append(Html(f"<small>{text(option.title)}: {text('; '.join(chosen))}</small>"))
        return Html("".join(f"<br>{one}" for one in told))

    def change(self, order_id: str) -> None:
        """Put the order into the form."""
        order = self._desk.order_with(order_id)
        if order is not None:
            self._edit(order)

    def shift(self, order_id: str, span: timedelta) -> None:
        """Move the order by the span."""
        controls.attempt(lambda: self._desk.shift(order_id, span), self._said)

    def remove(self, order_id: str) -> None:
        """Take the order out of the plan and say which one it was."""
        order = self._desk.order_with(order_id)
        done = f"Đã bỏ việc “{self._words.task(order.task)}”." if order else ""
        controls.attempt(lambda: self._desk.remove(order_id), self._said, done)


class _Row:
    """One order of the table with its buttons; made once and kept while the order is there."""

    def __init__(self, table: PlanTable, order_id: str) -> None:
        self.order_id = order_id
        self._told = html_widget("")
        self._change = (
            _small("Sửa", lambda: table.change(order_id)),
            _small("Sớm hơn", lambda: table.shift(order_id, -STEP)),
            _small("Muộn hơn", lambda: table.shift(order_id, STEP)),
        )
        self._remove = _small("Bỏ", lambda: table.remove(order_id))
        self._buttons = controls.row(name="vp-desk-order-buttons")
        self.widget = controls.row(self._told, self._buttons, name="vp-desk-order-row")

    def show(self, title: str, described: Html, allowed: tuple[bool, bool]) -> None:
        """Show the order, with the buttons that are allowed: to change it, to take it back."""
        self._told.value = described
        for one, hint in zip((*self._change, self._remove), _HINTS_VI, strict=True):
            one.tooltip = f"{hint}: {title}"
        can_change, can_remove = allowed
        self._remove.description = "Bỏ" if can_change else "Rút lại"
        buttons = (*self._change,) if can_change else ()
        buttons += (self._remove,) if can_remove else ()
        if self._buttons.children != buttons:
            self._buttons.children = buttons


def _small(label: str, action: Callable[[], None]) -> Any:
    made = controls.button(label, action)
    made.add_class("vp-desk-small")
    return made


def _several(value: OptionValue) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
