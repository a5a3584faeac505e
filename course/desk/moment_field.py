"""The field for a moment of office time: the day from a list, the hour typed, both said back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import ipywidgets as widgets

from course.desk import controls
from course.desk.moments import TIME_HINT_VI, day_words, days, echo, read_time
from course.look import Html, html_widget, text
from office_sim.calendar import WorkCalendar


class MomentField:
    """A day and an hour between `start` and `end`. `changed` is called after each change."""

    def __init__(
        self, start: datetime, end: datetime, calendar: WorkCalendar, changed: Callable[[], None]
    ) -> None:
        self._calendar = calendar
        self._changed = changed
        self._quiet = False
        options = [(day_words(day, calendar), day.isoformat()) for day in days(start, end)]
        self._day = widgets.Dropdown(
            options=options, description="Từ ngày", layout=widgets.Layout(width="21em")
        )
        self._hour = widgets.Text(
            description="Lúc",
            placeholder="15:50",
            # Told when the field is left: a click right after fast typing would overtake the rest.
            continuous_update=False,
            layout=widgets.Layout(width="12em"),
        )
        self._hour.add_class("vp-desk-hour")
        self._echo = html_widget("")
        self._echo.add_class("vp-desk-echo")
        self.widget = controls.row(self._day, self._hour, self._echo, name="vp-desk-moment")
        for field in (self._day, self._hour):
            field.observe(lambda _: self._on_change(), names="value")
        self.put(start)

    @property
    def moment(self) -> datetime | None:
        """The moment that stands in the field, None while the hour cannot be read."""
        hour = read_time(self._hour.value)
        return None if hour is None else datetime.combine(self._chosen_day, hour)

    @property
    def mistake(self) -> str:
        """What is wrong with what was typed; "" if nothing is, or nothing was typed."""
        typed = self._hour.value.strip()
        return TIME_HINT_VI if typed and read_time(typed) is None else ""

    def put(self, moment: datetime) -> None:
        """Set the field."""
        self._quiet = True
        self._day.value = moment.date().isoformat()
        self._hour.value = f"{moment:%H:%M}"
        self._quiet = False
        self._say()

    @property
    def _chosen_day(self) -> date:
        return date.fromisoformat(self._day.value)

    def _on_change(self) -> None:
        if not self._quiet:
            self._say()
            self._changed()

    def _say(self) -> None:
        moment = self.moment
        if moment is not None:
            self._echo.value = Html(
                f'<span class="vp vp-desk-said">→ {text(echo(moment, self._calendar))}</span>'
            )
        elif self.mistake:
            self._echo.value = Html(
                f'<span class="vp vp-desk-mistake" role="alert">{text(self.mistake)}</span>'
            )
        else:
            self._echo.value = Html("")
