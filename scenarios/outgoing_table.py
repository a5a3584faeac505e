"""Outgoing papers of a day as a table: numbers by the register, through the term, per kind."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from office_sim.registers import Register
from office_sim.true_table import TrueRow, TrueTable
from scenarios.drawing import Drawing, plain_row

FROM_ONE, ONE_RUN = "dau_nam", "mot_day"
"""The slips: numbering begun anew; one run of numbers for all kinds."""
LEAST, MOST = 11, 190
"""Between these lies the last number of a kind at the start of the day."""


def outgoing_table(drawing: Drawing) -> TrueTable:
    """Rows in the order in which they were laid on the records clerk's desk.

    An entry states its `kind` (the abbreviation: "BC"); `signed` = false for one that may not get
    a number yet; `own_run` = true where nothing else of that kind is drawn and it may be numbered
    now or after it was put right. The last numbers of the term are drawn from the seed and stand
    in the words {so_BC}, {so_CV} …; {so_<group>} is the symbol of the first row of a group.
    """
    kinds = sorted({str(one.facts["kind"]) for one in drawing.pool.entries})
    chance = Random(f"registers/{drawing.seed}")
    last = {kind: chance.randint(LEAST, MOST) for kind in kinds}
    register, anew = Register(last), Register({})
    words = {f"so_{kind}": f"{number:02d}" for kind, number in last.items()}
    rows = []
    total = 0
    for number, one in enumerate(drawing.drawn, start=1):
        facts = one.entry.facts
        kind, row = str(facts["kind"]), plain_row(number, one)
        if facts.get("signed", True) is False:
            rows.append(replace(row, right={**row.right, "so": ("",)}))
            continue
        symbol = register.register(row.id, kind, drawing.start)
        words.setdefault(f"so_{one.entry.group}", symbol)
        total += 1
        in_one_run = Register({kind: max(last.values()) + total - 1})
        slips = {
            FROM_ONE: {"so": anew.register(row.id, kind, drawing.start)},
            ONE_RUN: {"so": in_one_run.register(row.id, kind, drawing.start)},
        }
        rows.append(_numbered(row, symbol, slips, free=bool(facts.get("own_run", False))))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips, words)


def _numbered(
    row: TrueRow, symbol: str, slips: dict[str, dict[str, str]], *, free: bool
) -> TrueRow:
    right = (symbol, symbol.removeprefix("Số "), *([""] if free else []))
    wrong = {name: cells for name, cells in slips.items() if cells["so"] != symbol and not free}
    return replace(row, right={**row.right, "so": right}, slips={**row.slips, **wrong})
