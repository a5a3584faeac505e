"""The register of petitions as a table: the truth of each row worked out from its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from office_sim import rulebook
from office_sim.calendar import WorkCalendar
from office_sim.petitions import Content, Petition, Target
from office_sim.true_table import TrueRow, TrueTable
from scenarios.drawing import Drawing, plain_row
from scenarios.pool import Fact
from scenarios.typed_date import written

BY_TITLE, CALENDAR_DAYS = "theo_tieu_de", "ngay_lich"
"""The slips: sorted by title; counted Saturdays, Sundays and holidays."""


def petition_table(drawing: Drawing) -> TrueTable:
    """Rows whose class, conditions, place and last day of notice follow from the facts stated.

    An entry states `content`, `target`, `before` (received so many working days ago), `title` (the
    class its title pretends) and what it lacks (`named`, `signed`, `dated` = false) or has
    (`evidence` = true).
    """
    rows = []
    oldest_first = sorted(drawing.drawn, key=lambda one: -int(one.entry.facts.get("before", 1)))
    for number, one in enumerate(oldest_first, start=1):
        facts = one.entry.facts
        petition = _petition(facts, drawing)
        row = plain_row(number, one, {"ngay_den": written(petition.received)})
        rows.append(_with_truth(row, petition, str(facts.get("title", "")), drawing.calendar))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips)


def _petition(facts: Mapping[str, Fact], drawing: Drawing) -> Petition:
    day = drawing.start.date()
    return Petition(
        content=Content(str(facts["content"])),
        target=Target(str(facts["target"])),
        received=_working_days_before(day, int(facts.get("before", 1)), drawing.calendar),
        named=bool(facts.get("named", True)),
        signed=bool(facts.get("signed", True)),
        dated=bool(facts.get("dated", True)),
        evidence=bool(facts.get("evidence", False)),
    )


def _with_truth(row: TrueRow, petition: Petition, title: str, calendar: WorkCalendar) -> TrueRow:
    last = petition.notify_by(calendar)
    conditions: tuple[str, ...] = ("du",) if petition.is_complete else ("khong_du",)
    if petition.is_considered_all_the_same:
        conditions = ("khong_du", "du")
    right = {
        "loai": (petition.content.value,),
        "dieu_kien": conditions,
        "noi_chuyen": (petition.route.value,),
        "han": (written(last) if last is not None else "",),
    }
    slips: dict[str, Mapping[str, str]] = {}
    if title and title != petition.content.value:
        slips[BY_TITLE] = {"loai": title}
    wrong = petition.received + timedelta(days=rulebook.load()["D16"].maximum or 0)
    if last is not None and wrong != last:
        slips[CALENDAR_DAYS] = {"han": written(wrong)}
    kinds = row.kinds | ({"bao_tin"} if last is not None else set())
    return replace(row, right={**row.right, **right}, slips=slips, kinds=kinds)


def _working_days_before(day: date, count: int, calendar: WorkCalendar) -> date:
    while count:
        day -= timedelta(days=1)
        count -= calendar.is_working_day(day)
    return day
