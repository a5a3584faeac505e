"""The form for an order: phase, task, what it leaves open, who, from when."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls
from course.desk.controls import NONE
from course.desk.desk import Desk, Topic
from course.desk.draft import Draft
from course.desk.moment_field import MomentField
from course.desk.moments import echo
from course.desk.option_fields import OptionField, option_fields, values
from course.look import Html, html_widget, notice, text
from office_sim.spans import format_span
from office_sim.wording import Wording
from scenarios.work import OrderLine


class PlanForm:
    """Gives one order at a time, or changes one that is in the plan."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._words = Wording(desk.case.world)
        self._editing = ""
        self._quiet = False
        self._options: dict[str, OptionField] = {}
        self._heading = html_widget("")
        self._phase = widgets.ToggleButtons(
            options=[(phase.title, phase.id) for phase in desk.case.file.phases],
            layout=widgets.Layout(width="auto"),
        )
        self._task = controls.pick_list("Việc", "— chọn việc —", [], "100%")
        self._about = html_widget("")
        self._fields = controls.row(name="vp-desk-options")
        self._who = controls.pick_list("Ai làm", "— chọn người —", self._people(), "27em")
        self._when = MomentField(
            desk.case.world.start, desk.case.world.end, desk.run.office.calendar, self._hush
        )
        self._give = controls.button("Giao việc", self._save, style="primary")
        self._stop = controls.button("Thôi, không sửa", self.clear)
        self._said = html_widget("")
        self.widget = controls.column(
            self._heading,
            self._phase,
            self._task,
            self._about,
            self._fields,
            controls.row(self._who, self._when.widget),
            controls.row(self._give, self._stop),
            self._said,
            name="vp-desk-form",
        )
        self._phase.observe(lambda _: self._list_tasks(), names="value")
        self._task.observe(lambda _: self._show_task(), names="value")
        desk.listen(self._on_change)
        self.clear()
        self._when.put(desk.earliest)

    def edit(self, order: OrderLine) -> None:
        """Put an order of the plan into the form, to be changed there."""
        task = self._desk.case.task(order.task)
        if task is None:
            return
        self._editing = order.id
        self._phase.value = task.phase
        self._list_tasks()
        self._task.value = task.id
        for option, field in self._options.items():
            field.put(order.options.get(option, ""))
        self._who.value = order.who
        self._when.put(order.at)
        self._head()
        self._said.value = ""

    def clear(self) -> None:
        """An empty form for one more order; phase and hour stay."""
        self._editing = ""
        self._list_tasks()
        self._task.value, self._who.value = NONE, NONE
        self._said.value = ""
        self._head()

    def _head(self) -> None:
        title = "Giao một việc"
        if self._editing:
            title = f"Sửa việc: {self._words.task(self._task.value)}"
        self._heading.value = Html(f'<h3 class="vp vp-desk-heading">{text(title)}</h3>')
        self._give.description = "Lưu thay đổi" if self._editing else "Giao việc"
        controls.show(self._stop, bool(self._editing))

    def _people(self) -> list[tuple[str, str]]:
        staff = [person for person in self._desk.case.world.people if person.staff]
        return [(self._words.person(person.id), person.id) for person in staff]

    def _list_tasks(self) -> None:
        """The tasks of the phase; those in the plan carry a tick."""
        given = {order.task for order in self._desk.work.orders}
        options = [
            (f"✓ {task.title} (đã giao)" if task.id in given else task.title, task.id)
            for task in self._desk.case.tasks
            if task.phase == self._phase.value
        ]
        options.insert(0, ("— chọn việc —", NONE))
        if list(self._task.options) == options:
            return
        chosen = self._task.value
        # A list that gets new lines falls back to its first one: nothing was chosen by that.
        self._quiet = True
        self._task.options = options
        self._task.value = chosen if chosen in [task for _, task in options] else NONE
        self._quiet = False
        if self._task.value != chosen:
            self._show_task()

    def _show_task(self) -> None:
        if self._quiet:
            return
        task = self._desk.case.task(self._task.value)
        self._options = option_fields(task.options, self._desk.case.say) if task else {}
        self._fields.children = [field.widget for field in self._options.values()]
        if task is None:
            self._about.value = ""
            return
        words = [self._desk.case.say(task.help)] if task.help else []
        if task.duration:
            words.append(f"Người quen việc cần khoảng {format_span(task.duration)}.")
        self._about.value = Html(f'<p class="vp vp-desk-hint">{text(" ".join(words))}</p>')

    def _save(self) -> None:
        if self._when.mistake:
            self._said.value = notice(self._when.mistake, "warn")
            return
        draft = Draft(self._task.value, self._who.value, self._when.moment, values(self._options))
        editing = self._editing

        def save() -> None:
            if editing:
                self._desk.change(editing, draft)
            else:
                self._desk.order(draft)

        if controls.attempt(save, self._said):
            done = "Đã sửa" if editing else "Đã giao"
            told = self._told(draft)
            self.clear()
            self._said.value = notice(f"{done}: {told}.", "good", "")

    def _told(self, draft: Draft) -> str:
        assert draft.at is not None
        when = echo(draft.at, self._desk.run.office.calendar)
        task, who = self._words.task(draft.task), self._words.person(draft.who)
        return f"{task}; {who}; từ {when}"

    def _hush(self) -> None:
        self._said.value = ""

    def _on_change(self, topic: Topic) -> None:
        if topic is Topic.ANSWER:
            return
        order = self._desk.order_with(self._editing)
        if self._editing and (order is None or self._desk.is_locked(order)):
            self.clear()
        self._list_tasks()
        moment = self._when.moment
        if topic is not Topic.PLAN and (moment is None or moment < self._desk.earliest):
            self._when.put(min(self._desk.earliest, self._desk.case.world.end))
