"""The week's programme as a table: what must be held, and one way to put it without clashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from random import Random

from office_sim.mistakes import Mistake
from office_sim.timetable import (
    HALF_DAYS,
    HALF_DAYS_VI,
    Activity,
    Place,
    arrange,
    others_as_good,
)
from office_sim.true_table import TrueTable
from scenarios.drawing import Drawing, plain_row
from scenarios.pool import Drawn, PoolError

WHEN, LEAD, ROOM = "luc", "chu_tri", "noi"
"""The learner's columns: the half day, who leads, where."""
PEOPLE_VI = {
    "bt": "bí thư",
    "tt": "phó bí thư thường trực",
    "ct": "chủ tịch Ủy ban nhân dân xã",
    "vp": "chánh văn phòng",
}
_MOST_TRIES = 60


def timetable_table(drawing: Drawing) -> TrueTable:
    """Rows with what binds each activity; right are all cells by which nothing else is disturbed.

    An entry states who may lead it (`leads`), and where it applies who else must be there
    (`people`), `rooms`, the half day fixed by others (`at`) or the last one (`until`), what it must
    precede (`ahead_of`) and whose papers it sends (`papers_of`). Of several half days ("t3s|t4c")
    one is drawn. Raises PoolError if the week cannot be arranged.
    """
    activities, draft = _arranged(drawing)
    rows = []
    for number, (one, activity) in enumerate(zip(drawing.drawn, activities, strict=True), start=1):
        row = plain_row(number, one, {"ai": _people(activity), "moc": _bound(activity)})
        right = _right(draft[activity.id], others_as_good(activities, draft, activity.id))
        rows.append(replace(row, right=right, activity=activity))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips)


def activities_of(true: TrueTable) -> list[Activity]:
    """What the week must hold, row by row."""
    return [row.activity for row in true.rows if row.activity is not None]


def draft_of(true: TrueTable, cells: Mapping[str, Mapping[str, str]]) -> dict[str, Place]:
    """The draft that the learner's cells make, by the activities' ids."""
    return {
        row.activity.id: _place(cells.get(row.id, {}))
        for row in true.rows
        if row.activity is not None
    }


def _place(cells: Mapping[str, str]) -> Place:
    return Place(*(cells.get(column, "").strip() for column in (WHEN, LEAD, ROOM)))


def _arranged(drawing: Drawing) -> tuple[list[Activity], dict[str, Place]]:
    """The activities with the half days drawn for them, and one way to put them."""
    weeks = list(product(*(_half_days(one) for one in drawing.drawn)))
    Random(f"timetable/{drawing.seed}").shuffle(weeks)
    for bound in weeks[:_MOST_TRIES]:
        activities = [
            _activity(one, at, until) for one, (at, until) in zip(drawing.drawn, bound, strict=True)
        ]
        draft = arrange(activities)
        if draft is not None:
            return activities, draft
    mend = "bớt việc, thêm buổi ở at hoặc until, hoặc thêm người ở leads"
    raise PoolError([Mistake("kho lịch tuần", "entry", "không xếp được tuần nào", mend)])


def _half_days(one: Drawn) -> list[tuple[str, str]]:
    """The half days that may be fixed and that may be the last, in all their pairs."""
    at, until = (str(one.entry.facts.get(name, "")).split("|") for name in ("at", "until"))
    return list(product(at, until))


def _activity(one: Drawn, at: str, until: str) -> Activity:
    facts = one.entry.facts
    return Activity(
        id=one.entry.id,
        people=frozenset(_names(facts.get("people"))),
        leads=_names(facts["leads"]),
        rooms=_names(facts["rooms"]),
        at=at,
        until=until,
        ahead_of=_names(facts.get("ahead_of")),
        papers_of=str(facts.get("papers_of", "")),
    )


def _names(fact: object) -> tuple[str, ...]:
    return tuple(str(fact).split("|")) if fact else ()


def _right(best: Place, others: Iterator[Place]) -> dict[str, tuple[str, ...]]:
    """The cells that are right while the two others stand as in the best place, that one first."""
    half_days, leads, rooms = [best.half_day], [best.lead], [best.room]
    for one in others:
        if (one.lead, one.room) == (best.lead, best.room):
            half_days.append(one.half_day)
        if (one.half_day, one.room) == (best.half_day, best.room):
            leads.append(one.lead)
        if (one.half_day, one.lead) == (best.half_day, best.lead):
            rooms.append(one.room)
    return {
        column: tuple(dict.fromkeys(texts))
        for column, texts in ((WHEN, half_days), (LEAD, leads), (ROOM, rooms))
    }


def _people(activity: Activity) -> str:
    """Who leads and who else is there, as the learner reads it."""
    leads = " hoặc ".join(PEOPLE_VI[one] for one in activity.leads)
    said = f"{leads[:1].upper()}{leads[1:]}."
    others = [text for one, text in PEOPLE_VI.items() if one in activity.people]
    return f"{said} Cùng dự: {', '.join(others)}." if others else said


def _bound(activity: Activity) -> str:
    """What has been fixed for it, as the learner reads it."""
    if activity.at:
        return f"Đã ấn định {_half_day(activity.at)}."
    return f"Hạn: hết {_half_day(activity.until)}." if activity.until else ""


def _half_day(name: str) -> str:
    return HALF_DAYS_VI[HALF_DAYS.index(name)]
