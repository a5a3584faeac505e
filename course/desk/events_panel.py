"""The course of events in four views, at any moment of the run: log, register, timeline, routes."""

from __future__ import annotations

from datetime import datetime

import ipywidgets as widgets

from course.desk import controls
from course.desk.chronicle_panel import chronicle
from course.desk.desk import Desk
from course.desk.moment_slider import MomentSlider
from course.desk.paper_register import paper_register
from course.desk.routes_view import routes_view
from course.desk.timeline_panel import TimelinePanel
from course.desk.view import View
from course.look import html_widget

LOG, REGISTER, TIMELINE, ROUTES = "log", "register", "timeline", "routes"
_TITLES_VI = {
    LOG: "Nhật ký",
    REGISTER: "Sổ văn bản",
    TIMELINE: "Dòng thời gian",
    ROUTES: "Đường đi thăm",
}


class EventsPanel:
    """A slider over the moments, the choice of a view, and the view at that moment."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._since: datetime | None = None
        self._words = html_widget("")
        self._timeline = TimelinePanel()
        self._views = widgets.ToggleButtons(
            options=[(title, view) for view, title in _TITLES_VI.items() if self._has(view)],
            layout=widgets.Layout(width="100%"),
        )
        self._views.add_class("vp-desk-views")
        self._made = False
        self._slider = MomentSlider(desk, self._show)
        self.widget = controls.column(
            self._slider.widget, self._views, self._words, self._timeline.widget
        )
        self._views.observe(lambda _: self._show(), names="value")
        self._made = True
        self._show()

    def refresh(self) -> None:
        """Show what stands there now; the moment looked at stays while nothing new has happened."""
        self._slider.refresh()

    def tell(self, since: datetime) -> None:
        """Bring the log to the front, with what has happened since the office was let run."""
        self._since = since
        self._views.value = LOG
        self._slider.to_now()

    def _has(self, view: str) -> bool:
        world = self._desk.case.world
        if view == REGISTER:
            return bool(world.papers)
        return view != ROUTES or world.visits is not None

    def _show(self) -> None:
        if not self._made:
            return
        moment, which = self._slider.moment, self._views.value
        view = View.of(self._desk, moment)
        controls.show(self._timeline.widget, which == TIMELINE)
        controls.show(self._words, which != TIMELINE)
        if which == TIMELINE:
            self._timeline.show(view)
        elif which == REGISTER:
            self._words.value = paper_register(view)
        elif which == ROUTES:
            self._words.value = routes_view(view)
        else:
            self._words.value = chronicle(view, self._slider.before if moment else self._since)
