"""Where drawn tables come from: generators by name, each giving rows and their hidden truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from office_sim.calendar import WorkCalendar
from office_sim.true_table import TrueTable
from scenarios.appraisal_table import appraisal_table
from scenarios.archive_table import archive_table
from scenarios.drawing import Drawing, stated
from scenarios.dues_table import branch_table, member_table
from scenarios.outgoing_table import outgoing_table
from scenarios.petition_table import petition_table
from scenarios.pool import draw, read_pool
from scenarios.programme_table import programme_table
from scenarios.returns_table import share_table, sum_table
from scenarios.timetable_table import timetable_table
from scenarios.week_table import week_table

Source = Callable[[Drawing], TrueTable]

SOURCES: Mapping[str, Source] = {
    "pool": stated,
    "appraisal": appraisal_table,
    "archive": archive_table,
    "branches": branch_table,
    "dues": member_table,
    "petitions": petition_table,
    "outgoing": outgoing_table,
    "programme": programme_table,
    "timetable": timetable_table,
    "shares": share_table,
    "sums": sum_table,
    "week": week_table,
}
"""The generators by the names that a case file uses: rows = "petitions:don.toml"."""


def source_of(rows: str) -> tuple[str, str] | None:
    """The generator and the pool's file that `rows` names; None if it names none."""
    name, colon, file = rows.partition(":")
    return (name, file) if colon and name in SOURCES else None


@lru_cache(maxsize=512)
def true_table(
    folder: Path, rows: str, seed: str, start: datetime, closed: tuple[date, ...] = ()
) -> TrueTable:
    """The table that `rows` names, drawn from the seed; `closed` are further days off.

    Raises PoolError, KeyError.
    """
    source, file = source_of(rows) or ("", "")
    pool = read_pool(folder / file)
    drawing = Drawing(pool, tuple(draw(pool, seed)), start, WorkCalendar(closed=closed), seed)
    return SOURCES[source](drawing)
