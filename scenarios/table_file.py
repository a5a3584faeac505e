"""Tables of a case: what is given row by row, and what the learner writes into it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from office_sim.patterns import Pattern
from scenarios.record import Id, Item, Only, Record

FAMILIES = "families"
"""The source of rows that is the case's own list of families."""


class ColumnText(Record):
    """A column that the learner fills in: by picking, in words, with an hour, a number or a day.

    `unit` is what a number counts ("đồng"). `aim` is how many rows are to be filled in, as a
    figure or as a word of the variant ("{wanted}"); it is shown beside the count and decides
    nothing.
    """

    id: Id
    title: str
    kind: Literal["pick", "text", "time", "number", "date"]
    items: tuple[Item, ...] = ()
    hint: str = ""
    unit: str = ""
    limit: Annotated[int, Field(ge=1, le=400)] = 200
    aim: str = ""


class TableText(Record):
    """A table of the case.

    `rows` is "families"; or a generator and its pool in the case's folder ("pool:don.toml", see
    table_sources.py); or a CSV file there (its first column is the row's id, its heading names the
    given columns). Tables with the same `rows` have the same rows.

    `follows` names another table: only rows marked there, in the column and with the value
    `follows_where`, are shown. `show` are the given columns in their order (none: all). After the
    first event that fits `locked_by` the table can only be read.
    """

    id: Id
    phase: str
    title: str
    lead: str = ""
    rows: str
    follows: str = ""
    follows_where: tuple[str, str] = ("", "")
    show: tuple[str, ...] = ()
    columns: Annotated[tuple[ColumnText, ...], Field(alias="column", min_length=1)]
    locked_by: Pattern | None = None
    only: Only = Field(default={})

    def column(self, column_id: str) -> ColumnText | None:
        """The learner's column with this id, None if there is none."""
        return next((one for one in self.columns if one.id == column_id), None)
