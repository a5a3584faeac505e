"""Levels and formats of a case, as an author writes them in `case.toml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from office_sim.happenings import TimeText
from scenarios.record import Id, Record

PartName = Annotated[str, Field(pattern=r"^[a-z]+:[a-z][a-z0-9_]*$|^[a-z][a-z0-9_]*$")]
"""A part of the learner's work: a task ("dat_phong"), "inject:mat_dien", "answer:so_phieu",
"table:ra_soat", "document:bien_ban", or all parts of a phase but its injects ("phase:before").
"""


class LevelText(Record):
    """How hard a case is. `default` marks the level that counts where none is named.

    `examples` says whether the worked examples may be looked at; what `settles` names is done
    by colleagues.
    """

    id: Id
    title: str
    lead: str
    default: bool = False
    examples: bool = True
    settles: tuple[PartName, ...] = ()


class FormatText(Record):
    """How much of a case fits into so many minutes of class.

    `plays` names the parts that are the learner's (empty: all); the others are done by
    colleagues. `until` is where the case ends in this format, None for its own end.
    """

    id: Id
    title: str
    minutes: Annotated[int, Field(gt=0, le=480)]
    lead: str
    default: bool = False
    plays: tuple[PartName, ...] = ()
    until: TimeText | None = None
