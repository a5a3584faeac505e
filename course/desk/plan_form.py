"""The form that gives one order at a time, or changes one that is in the plan."""

from __future__ import annotations

from course.desk import controls
from course.desk.desk import Desk
from course.desk.draft import Draft
from course.desk.moments import echo
from course.desk.order_fields import OrderFields
from course.desk.refusals import DeskError
from course.desk.saving import QUIET, Topic
from course.look import Html, html_widget, notice, text
from office_sim.wording import Wording
from scenarios.work import OrderLine


class PlanForm:
    """What is written in it is kept as it grows, so a half-written order is there again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._words = Wording(desk.case.world)
        self._editing = ""
        self._heading = html_widget("")
        self._fields = OrderFields(desk, self._keep)
        self._give = controls.button("Giao việc", self._save, style="primary")
        self._stop = controls.button("Thôi, không sửa", self.clear)
        self._said = html_widget("")
        self.widget = controls.column(
            self._heading,
            self._fields.widget,
            controls.row(self._give, self._stop),
            self._said,
            name="vp-desk-form",
        )
        desk.listen(self._on_change)
        self._restore()

    def edit(self, order: OrderLine) -> None:
        """Put an order of the plan into the form, to be changed there."""
        self._show(Draft(order.task, order.who, order.at, order.options), order.id)
        self._keep()

    def clear(self) -> None:
        """An empty form for one more order."""
        self._show(Draft())
        self._keep()

    def _restore(self) -> None:
        kept = self._desk.work.draft
        if kept is None:
            self._show(Draft())
        else:
            self._show(Draft(kept.task, kept.who, kept.at, kept.options), kept.id)

    def _show(self, draft: Draft, editing: str = "") -> None:
        self._editing = editing
        self._fields.put(draft)
        title = f"Sửa việc: {self._words.task(draft.task)}" if editing else "Giao một việc"
        self._heading.value = Html(f'<h3 class="vp vp-desk-heading">{text(title)}</h3>')
        self._give.description = "Lưu thay đổi" if editing else "Giao việc"
        controls.show(self._stop, bool(editing))
        self._said.value = ""

    def _keep(self) -> None:
        self._said.value = ""
        try:
            self._desk.keep_draft(self._fields.draft, self._editing)
        except DeskError as error:
            self._said.value = notice(str(error), "warn")

    def _save(self) -> None:
        if self._fields.mistake:
            self._said.value = notice(self._fields.mistake, "warn")
            return
        draft, editing = self._fields.draft, self._editing

        def save() -> None:
            if editing:
                self._desk.change(editing, draft)
            else:
                self._desk.order(draft)

        if controls.attempt(save, self._said):
            self.clear()
            done = "Đã sửa" if editing else "Đã giao"
            self._said.value = notice(f"{done}: {self._told(draft)}.", "good", "")

    def _told(self, draft: Draft) -> str:
        assert draft.at is not None
        when = echo(draft.at, self._desk.run.office.calendar)
        return f"{self._words.task(draft.task)}; {self._words.person(draft.who)}; từ {when}"

    def _on_change(self, topic: Topic) -> None:
        if topic in QUIET:
            return
        order = self._desk.order_with(self._editing)
        if self._editing and (order is None or self._desk.is_locked(order)):
            self.clear()
        self._fields.refresh()
        if topic is not Topic.PLAN:
            self._fields.not_before(self._desk.earliest)
