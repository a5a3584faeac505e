"""The slider over the moments of a run: any of them can be looked at again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import ipywidgets as widgets

from course.desk import controls
from course.desk.controls import NONE
from course.desk.desk import Desk
from course.desk.turning_points import turning_points
from course.desk.view import moments
from course.look import Html, html_widget, text
from office_sim.calendar import format_moment

LONGEST = 90
_NOW_VI = "Đang xem lúc này ở văn phòng, {at}. Kéo thanh trượt để xem lại lúc trước."
_PAST_VI = (
    "Đang xem lại lúc {at}; văn phòng vẫn ở {now}. Xem lại không đổi gì trong bài làm: muốn làm "
    "khác đi từ lúc ấy, anh/chị bấm “Quay lại lúc…” ở đầu trang."
)


class MomentSlider:
    """The moment looked at; `changed` is called when another one is chosen."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        self._desk = desk
        self._changed = changed
        self._quiet = False
        self._moments: list[datetime] = []
        self._slider = widgets.SelectionSlider(
            options=["—"], description="Xem lúc", continuous_update=False
        )
        self._slider.add_class("vp-desk-slider")
        self._marks = controls.pick_list("Chỗ đáng chú ý", "— chọn —", [], "min(100%, 44em)")
        self._earlier = controls.button("◀ Lúc trước", lambda: self._step(-1))
        self._later = controls.button("Lúc sau ▶", lambda: self._step(1))
        self._now = controls.button("Về lúc này", self.to_now)
        self._said = html_widget("")
        self.widget = controls.column(
            controls.row(self._slider, self._earlier, self._later, self._now),
            self._marks,
            self._said,
            name="vp-desk-moments",
        )
        self._slider.observe(lambda _: self._on_slide(), names="index")
        self._marks.observe(lambda _: self._on_mark(), names="value")
        self.to_now()

    @property
    def moment(self) -> datetime | None:
        """The moment looked at, None for the present one."""
        place = int(self._slider.index)
        return None if place >= len(self._moments) - 1 else self._moments[place]

    @property
    def before(self) -> datetime | None:
        """The moment before the one looked at, None at the start."""
        place = int(self._slider.index)
        return self._moments[place - 1] if place else None

    def to_now(self) -> None:
        """Look at the office as it is now, with what has happened since the slider was filled."""
        self._quiet = True
        self._moments = moments(self._desk)
        self._slider.options = [format_moment(at) for at in self._moments]
        self._slider.index = len(self._moments) - 1
        points = turning_points(self._desk).items()
        self._marks.options = [
            ("— chọn —", NONE),
            *((f"{format_moment(at)}: {_short(told)}", at.isoformat()) for at, told in points),
        ]
        self._marks.value = NONE
        self._quiet = False
        self._show()

    def refresh(self) -> None:
        """Go to the present moment if something has happened since, else stay."""
        if moments(self._desk) != self._moments:
            self.to_now()
        else:
            self._show()

    def _step(self, by: int) -> None:
        place = int(self._slider.index) + by
        self._slider.index = min(max(place, 0), len(self._moments) - 1)

    def _on_slide(self) -> None:
        if not self._quiet:
            self._show()

    def _on_mark(self) -> None:
        if not self._quiet and self._marks.value:
            self._slider.index = self._moments.index(datetime.fromisoformat(self._marks.value))

    def _show(self) -> None:
        now = self._desk.now
        moment = self.moment
        told = _PAST_VI if moment else _NOW_VI
        words = told.format(at=format_moment(moment or now), now=format_moment(now))
        self._said.value = Html(f'<p class="vp vp-desk-hint">{text(words)}</p>')
        self._earlier.disabled = self.before is None
        self._later.disabled = self._now.disabled = moment is None
        self._changed()


def _short(told: str) -> str:
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…"
