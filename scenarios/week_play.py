"""Playing a week: the policy that a work sets, and what becomes of the case's week under it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from office_sim.calendar import WorkCalendar
from office_sim.week import run_week
from office_sim.week_arrivals import arrivals
from office_sim.week_hours import Absence
from office_sim.week_kinds import STAFF, Handling, Piece, WorkKind
from office_sim.week_outcome import WeekResult
from office_sim.week_policy import Line, Policy
from scenarios.case import Case
from scenarios.case_file import CaseFile
from scenarios.pool import Pool, read_pool
from scenarios.table_file import TableText
from scenarios.table_sources import source_of
from scenarios.typed_number import number_of
from scenarios.week_table import absences_of, kinds_of
from scenarios.work import Work

WEEK = "week"
"""The source of rows that makes a table the policy of a week."""
RANK, WHO, HOW = "thu_tu", "giao", "cach"
SPARE, OVERTIME = "du_phong", "lam_them"
"""The columns of that table and the questions that belong to it."""
MOST_SPARE, MOST_OVERTIME = 7.5, 20.0
"""Hours beyond which an answer means no more than this."""


def week_table_of(file: CaseFile) -> TableText | None:
    """The table in which the case's week is set; None for a case without a week."""
    for table in file.tables:
        source = source_of(table.rows)
        if source is not None and source[0] == WEEK:
            return table
    return None


def week_kinds(case: Case) -> tuple[WorkKind, ...]:
    """The kinds of work in the case's week; none for a case without one. Raises PoolError."""
    pool = _pool(case)
    return kinds_of(pool) if pool is not None else ()


def kind_titles(case: Case) -> dict[str, str]:
    """What the kinds of work are called in short, by their ids."""
    pool = _pool(case)
    entries = pool.entries if pool is not None else ()
    return {one.id: one.given["viec"].split(":")[0] for one in entries}


def week_absences(case: Case) -> tuple[Absence, ...]:
    """Who is away from the desk in the case's week. Raises PoolError."""
    pool = _pool(case)
    world = case.world
    return absences_of(pool, world.start, world.calendar) if pool is not None else ()


def week_pieces(case: Case, number: int = 0) -> tuple[Piece, ...]:
    """What comes in the week of the case's variant (0), or in another seeded week of it."""
    seed = f"{case.id}/{case.variant.id}/{number}"
    return arrivals(week_kinds(case), case.world.start, case.world.calendar, seed)


def policy_of(case: Case, work: Work) -> Policy:
    """The policy in the work's table and answers; what is not filled in stays undone."""
    table = week_table_of(case.file)
    cells = work.tables.get(table.id, {}) if table else {}
    true = case.true_table(table.id) if table else None
    lines = {}
    for kind in week_kinds(case):
        rows = true.of_kinds((kind.id,)) if true is not None else []
        lines[kind.id] = _line(cells.get(rows[0].id, {})) if rows else Line()
    return Policy.of(
        lines,
        _minutes(work.answers.get(SPARE, ""), MOST_SPARE),
        _minutes(work.answers.get(OVERTIME, ""), MOST_OVERTIME),
    )


def play_week(case: Case, policy: Policy, number: int = 0) -> WeekResult:
    """What becomes of the week; the same policy and week always give the same."""
    pieces, away = week_pieces(case, number), week_absences(case)
    return _played(pieces, policy, case.world.calendar, away)


def _pool(case: Case) -> Pool | None:
    table = week_table_of(case.file)
    return read_pool(case.folder / table.rows.partition(":")[2]) if table else None


def _line(cells: Mapping[str, str]) -> Line:
    who, how = cells.get(WHO, ""), cells.get(HOW, "")
    return Line(
        number_of(cells.get(RANK, "")),
        who if who in STAFF else "",
        Handling(how) if how in set(Handling) else None,
    )


def _minutes(hours: str, most: float) -> int:
    number = number_of(hours)
    return round(60 * min(most, max(0.0, number or 0.0)))


@lru_cache(maxsize=256)
def _played(
    pieces: tuple[Piece, ...], policy: Policy, calendar: WorkCalendar, away: tuple[Absence, ...]
) -> WeekResult:
    return run_week(pieces, policy, calendar, away)
