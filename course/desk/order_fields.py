"""The fields of an order: phase, task, what the task leaves open, who, from when."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime

import ipywidgets as widgets

from course.desk import controls
from course.desk.controls import NONE
from course.desk.desk import Desk
from course.desk.draft import Draft
from course.desk.moment_field import MomentField
from course.desk.option_fields import OptionField, option_fields, values
from course.desk.whereabouts import phase_number
from course.look import Html, html_widget, text
from office_sim.spans import format_span
from office_sim.wording import Wording


class OrderFields:
    """`changed` is called after each change by the learner, and by nothing else."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        self._desk = desk
        self._changed = changed
        self._silent = False
        self._options: dict[str, OptionField] = {}
        phases = [(phase.title, phase.id) for phase in desk.case.file.phases]
        self._phase = widgets.ToggleButtons(options=phases, layout=widgets.Layout(width="auto"))
        self._task = controls.pick_list("Việc", "— chọn việc —", [], "100%")
        self._about = html_widget("")
        self._open = controls.row(name="vp-desk-options")
        words = Wording(desk.case.world)
        staff = [person.id for person in desk.case.world.people if person.staff]
        people = [(words.person(one), one) for one in staff]
        self._who = controls.pick_list("Ai làm", "— chọn người —", people, "27em")
        world, calendar = desk.case.world, desk.run.office.calendar
        self._when = MomentField(world.start, world.end, calendar, self._tell)
        self.widget = controls.column(
            self._phase,
            self._task,
            self._about,
            self._open,
            controls.row(self._who, self._when.widget),
        )
        self._phase.observe(lambda _: self._on_phase(), names="value")
        self._task.observe(lambda _: self._on_task(), names="value")
        self._who.observe(lambda _: self._tell(), names="value")
        with self._silence():
            self._phase.value = desk.case.file.phases[phase_number(desk)].id
            self._when.put(desk.earliest)
            self.refresh()

    @property
    def draft(self) -> Draft:
        """What stands in the fields."""
        return Draft(self._task.value, self._who.value, self._when.moment, values(self._options))

    @property
    def mistake(self) -> str:
        """What is wrong with the hour that was typed, "" if nothing is."""
        return self._when.mistake

    def put(self, draft: Draft) -> None:
        """Show the draft; what does not fit the case is left out."""
        task = self._desk.case.task(draft.task)
        with self._silence():
            if task is not None:
                self._phase.value = task.phase
            self.refresh()
            self._task.value = task.id if task is not None else NONE
            self._show_task()
            for option, field in self._options.items():
                field.put(draft.options.get(option, ""))
            known = [person for _, person in self._who.options]
            self._who.value = draft.who if draft.who in known else NONE
            if draft.at is not None:
                self._when.put(draft.at)

    def clear(self) -> None:
        """Nothing chosen; phase and hour stay for the next order."""
        self.put(Draft())

    def not_before(self, moment: datetime) -> None:
        """Bring the hour up to `moment` if it is earlier or unreadable."""
        at = self._when.moment
        if at is None or at < moment:
            self._when.put(min(moment, self._desk.case.world.end))

    def refresh(self) -> None:
        """The tasks of the phase anew; those in the plan carry a tick."""
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
        with self._silence():  # a list with new lines falls back to its first one
            self._task.options = options
            self._task.value = chosen if chosen in [task for _, task in options] else NONE
        if self._task.value != chosen:
            self._show_task()

    def _on_phase(self) -> None:
        if not self._silent:
            self.refresh()
            self._tell()

    def _on_task(self) -> None:
        if not self._silent:
            self._show_task()
            self._tell()

    def _show_task(self) -> None:
        task = self._desk.case.task(self._task.value)
        say = self._desk.case.say
        self._options = option_fields(task.options, say, self._tell) if task else {}
        self._open.children = [field.widget for field in self._options.values()]
        words = [say(task.help)] if task and task.help else []
        if task and task.duration:
            words.append(f"Người quen việc cần khoảng {format_span(task.duration)}.")
        hint = f'<p class="vp vp-desk-hint">{text(" ".join(words))}</p>' if words else ""
        self._about.value = Html(hint)

    def _tell(self) -> None:
        if not self._silent:
            self._changed()

    @contextlib.contextmanager
    def _silence(self) -> Iterator[None]:
        """What is set by the desk itself is no change by the learner."""
        before, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = before
