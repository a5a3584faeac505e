"""All tables of the case behind one tab: a row of buttons chooses, the table is shown below."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls
from course.desk.desk import Desk
from course.desk.table_panel import TablePanel


class TablesPanel:
    """The tables of the case's variant; each panel is made when its table is first looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._panels: dict[str, TablePanel] = {}
        titles = [(table.title, table.id) for table in desk.case.tables]
        self._which = widgets.ToggleButtons(options=titles, layout=widgets.Layout(width="auto"))
        self._place = controls.column()
        controls.show(self._which, len(titles) > 1)
        self.widget = controls.column(self._which, self._place)
        self._which.observe(lambda _: self._show(), names="value")
        self._show()

    def panel(self, table_id: str) -> TablePanel:
        """The panel of this table."""
        if table_id not in self._panels:
            self._panels[table_id] = TablePanel(self._desk, table_id)
        return self._panels[table_id]

    def _show(self) -> None:
        self._place.children = (self.panel(self._which.value).widget,)
