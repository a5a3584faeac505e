"""Finished files as a table: the last day for handing each over, worked out by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from office_sim.archive import FileKind, hand_over_by, months_later
from office_sim.true_table import TrueTable
from scenarios.drawing import Drawing, plain_row
from scenarios.typed_date import written

ONE_FOR_ALL = "mot_nam_cho_tat_ca"
"""The slip: a year for every file, building works too."""
STILL, LATE = "con_han", "qua_han"


def archive_table(drawing: Drawing) -> TrueTable:
    """Files with the day on which the work ended; hidden, the last day and whether it is past.

    An entry states `kind` and `least`, `most`: how many days ago the work ended.
    """
    chance = Random(f"archive/{drawing.seed}")
    today = drawing.start.date()
    rows = []
    for number, one in enumerate(drawing.drawn, start=1):
        facts = one.entry.facts
        days = chance.randint(int(facts["least"]), int(facts["most"]))
        ended = today - timedelta(days=days)
        kind = FileKind(str(facts["kind"]))
        last = hand_over_by(ended, kind)
        row = plain_row(number, one, {"xong": written(ended)})
        slips = dict(row.slips)
        if kind is FileKind.BUILDING:
            year = months_later(ended, 12)
            slips[ONE_FOR_ALL] = {"han": written(year), "tinh_trang": _state(today <= year)}
        right = {"han": (written(last),), "tinh_trang": (_state(today <= last),)}
        rows.append(replace(row, right={**row.right, **right}, slips=slips))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips)


def _state(in_time: bool) -> str:
    return STILL if in_time else LATE
