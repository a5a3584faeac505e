"""Trying things out beside the work: the same run with one change, and the plan on bad days."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls
from course.desk.desk import Desk
from course.desk.sturdiness_panel import SturdinessPanel
from course.desk.what_if_panel import WhatIfPanel

_ONE_CHANGE_VI, _STURDY_VI = "Nếu làm khác đi một điều", "Kế hoạch có vững không"


class TrialPanel:
    """Two trials of which one is in sight; neither touches the work."""

    def __init__(self, desk: Desk) -> None:
        self._parts = {
            _ONE_CHANGE_VI: WhatIfPanel(desk).widget,
            _STURDY_VI: SturdinessPanel(desk).widget,
        }
        self._choice = widgets.ToggleButtons(
            options=[(title, title) for title in self._parts],
            layout=widgets.Layout(width="100%"),
        )
        self._choice.add_class("vp-desk-views")
        self._choice.observe(lambda _: self._show(), names="value")
        self.widget = controls.column(self._choice, *self._parts.values())
        self._show()

    def _show(self) -> None:
        for title, part in self._parts.items():
            controls.show(part, title == self._choice.value)
