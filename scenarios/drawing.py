"""A drawing: what a generator of tables works with, and the row of an entry as it is stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from office_sim.calendar import WorkCalendar
from office_sim.true_table import TrueRow, TrueTable
from scenarios.pool import Drawn, Pool


@dataclass(frozen=True)
class Drawing:
    """The pool, the entries drawn from it, and the office's time at the start of the case.

    What else a generator draws, it draws from a Random of its own made from the `seed`.
    """

    pool: Pool
    drawn: tuple[Drawn, ...]
    start: datetime
    calendar: WorkCalendar
    seed: str


def plain_row(number: int, drawn: Drawn, more: Mapping[str, str] | None = None) -> TrueRow:
    """The row of an entry with what is stated there; `more` are given cells that are worked out.

    The entry's id and group are among its kinds.
    """
    entry = drawn.entry
    given = {column: drawn.say(text) for column, text in entry.given.items()}
    return TrueRow(
        id=f"h{number:02d}",
        given={**given, **(more or {})},
        right={column: tuple(map(drawn.say, texts)) for column, texts in entry.right.items()},
        kinds=frozenset((*entry.kinds, entry.group, entry.id)),
        mentions=entry.mentions,
        slips=entry.slips,
        why=drawn.say(entry.why),
    )


def stated(drawing: Drawing) -> TrueTable:
    """The generator "pool": the truth as the author states it."""
    rows = tuple(plain_row(number, one) for number, one in enumerate(drawing.drawn, start=1))
    return TrueTable(drawing.pool.columns, rows, drawing.pool.slips)
