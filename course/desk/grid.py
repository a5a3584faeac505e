"""The table that a learner fills in, as a widget: its browser half is `grid.js` of the kit's own
JupyterLab extension, where searching, sorting and marking happen.
"""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import traitlets

MODULE, VERSION = "vanphong", "1.0.0"


class Grid(widgets.DOMWidget):  # type: ignore[misc]  # ipywidgets publishes no types
    """`given` are [id, heading] of the columns that are only read, `names` those of them that
    hold names of people, `columns` the learner's, `rows` [id, cells], `marks` what is written.
    Where `notes_title` is not empty, a further column with that heading stands before the
    learner's: `notes` are row -> ["fits" or "clashes", words], and change with what is written.

    Messages from the page: {"kind": "write", "number": n, "cells": [[row, column, text]]}. The
    answer is {"kind": "written", "number": n, "refused": [[row, column, text, why]]}.
    """

    _model_name = traitlets.Unicode("GridModel").tag(sync=True)
    _model_module = traitlets.Unicode(MODULE).tag(sync=True)
    _model_module_version = traitlets.Unicode(VERSION).tag(sync=True)
    _view_name = traitlets.Unicode("GridView").tag(sync=True)
    _view_module = traitlets.Unicode(MODULE).tag(sync=True)
    _view_module_version = traitlets.Unicode(VERSION).tag(sync=True)

    label = traitlets.Unicode().tag(sync=True)
    given: Any = traitlets.List().tag(sync=True)
    names: Any = traitlets.List().tag(sync=True)
    columns: Any = traitlets.List().tag(sync=True)
    rows: Any = traitlets.List().tag(sync=True)
    marks = traitlets.Dict().tag(sync=True)
    notes_title = traitlets.Unicode().tag(sync=True)
    notes = traitlets.Dict().tag(sync=True)
    locked = traitlets.Bool().tag(sync=True)
