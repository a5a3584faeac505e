"""Going back to a moment that mattered, or to any hour; what it drops is said first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from course.desk import controls
from course.desk.controls import NONE
from course.desk.desk import Desk
from course.desk.moment_field import MomentField
from course.desk.saving import Topic
from course.desk.turning_points import turning_points
from course.look import Html, html_widget, notice
from office_sim.calendar import format_moment
from office_sim.wording import listed

OTHER = "other"


class RewindForm:
    """Opened by the button “Quay lại lúc…”; `said` is where the page says how it went."""

    def __init__(self, desk: Desk, said: Any) -> None:
        self._desk = desk
        self._said = said
        self._mark = controls.pick_list("Quay lại", "— chọn lúc —", [], "100%")
        self._field = MomentField(
            desk.case.world.start, desk.case.world.end, desk.run.office.calendar, self._warn
        )
        self._warning = html_widget("")
        self._go = controls.button("Đồng ý, quay lại", self._rewind, style="warning")
        self._stop = controls.button("Thôi", self.close)
        self.widget = controls.column(
            self._mark,
            self._field.widget,
            self._warning,
            controls.row(self._go, self._stop),
            name="vp-desk-rewind",
        )
        self._mark.observe(lambda _: self._choose(), names="value")
        desk.listen(self._on_change)
        self.close()

    def toggle(self) -> None:
        """Open the form, or close it."""
        if self.widget.layout.display == "none":
            self._fill()
            controls.show(self.widget, True)
            self._mark.focus()
        else:
            self.close()

    def close(self) -> None:
        """Take the form off the page."""
        controls.show(self.widget, False)

    @property
    def _moment(self) -> datetime | None:
        if self._mark.value == OTHER:
            return self._field.moment
        return datetime.fromisoformat(self._mark.value) if self._mark.value else None

    def _fill(self) -> None:
        points = turning_points(self._desk).items()
        options = [(f"{format_moment(at)}: {told}", at.isoformat()) for at, told in points]
        self._mark.options = [("— chọn lúc —", NONE), *options, ("Giờ khác…", OTHER)]
        self._mark.value = NONE
        self._choose()

    def _choose(self) -> None:
        controls.show(self._field.widget, self._mark.value == OTHER)
        self._warn()

    def _warn(self) -> None:
        """Say what going back there would drop, before it is done."""
        moment = self._moment
        self._go.disabled = moment is None
        if moment is None:
            self._warning.value = Html("")
            return
        dropped = self._desk.decisions_from(moment)
        words = "Các việc giao từ lúc đó trở đi lại sửa được."
        if dropped:
            words = f"Sẽ bỏ {len(dropped)} quyết định: {self._titles(dropped)}. {words}"
        self._warning.value = notice(words, "warn" if dropped else "info", "")

    def _titles(self, injects: list[str]) -> str:
        titles = {one.id: one.title for one in self._desk.case.injects}
        return listed(f"“{titles[one]}”" for one in injects if one in titles)

    def _rewind(self) -> None:
        moment = self._moment
        if moment is None:
            return
        dropped: list[str] = []
        if controls.attempt(lambda: dropped.extend(self._desk.rewind(moment)), self._said):
            gone = f" Đã bỏ {len(dropped)} quyết định: {self._titles(dropped)}." if dropped else ""
            words = f"Đã quay lại {format_moment(moment)}.{gone}"
            self._said.value = notice(words, "info", "")
            self.close()

    def _on_change(self, topic: Topic) -> None:
        if topic in (Topic.RUN, Topic.ALL):
            self.close()
