"""A list of dues, and what branches passed up, as tables: the amounts worked out by rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from office_sim.dues import RATE, Base, owed, passed_up
from office_sim.true_table import TrueRow, TrueTable
from scenarios.drawing import Drawing, plain_row
from scenarios.pool import Fact

AS_LISTED, OLD_RATE = "theo_danh_sach", "giu_ca"
"""The slips: the amount of the list taken over; all that was taken in counted as the branch's."""


def member_table(drawing: Drawing) -> TrueTable:
    """Members with the amount that the branch wrote down and, hidden, the one that is right.

    An entry states its `base`; `low` and `high` between which the income is drawn (thousands of
    đồng); `reduced` in hundredths; and how the branch got it wrong: `listed_rate` (per mille of the
    income), `listed` (đồng), or nothing, if it is right. `asks` = true: what the list says is not
    enough to reckon from.
    """
    chance = Random(f"dues/{drawing.seed}")
    rows = []
    for number, one in enumerate(drawing.drawn, start=1):
        facts = one.entry.facts
        income = _income(chance, facts)
        right = None if facts.get("asks") else _owed(facts, income)
        listed = _listed(facts, income, right)
        given = {"can_cu": money(income) if income else "để trống", "da_ghi": money(listed)}
        row = plain_row(number, one, given)
        rows.append(_with_amount(row, right, listed))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips)


def branch_table(drawing: Drawing) -> TrueTable:
    """Branches of villages with what they took in and passed up; hidden, what was due.

    An entry states `paid`: "du" (as due), "thieu" (short), "thua" (more), "chua" (nothing yet).
    """
    chance = Random(f"branches/{drawing.seed}")
    rows = []
    for number, one in enumerate(drawing.drawn, start=1):
        taken = chance.randrange(900, 3_600) * 1_000
        due = passed_up(taken)
        paid = {
            "du": due,
            "thieu": due - chance.randrange(2, 9) * 10_000,
            "thua": due + chance.randrange(2, 9) * 10_000,
            "chua": 0,
        }[str(one.entry.facts["paid"])]
        row = plain_row(number, one, {"da_thu": money(taken), "da_nop": money(paid)})
        slips = {OLD_RATE: {"phai_nop": str(taken)}}
        rows.append(replace(row, right={**row.right, "phai_nop": (str(due),)}, slips=slips))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips)


def money(amount: int) -> str:
    """An amount in đồng as lists show it: "1.234.000"."""
    return f"{amount:,}".replace(",", ".")


def _income(chance: Random, facts: Mapping[str, Fact]) -> int:
    if "low" not in facts:
        return 0
    return chance.randrange(int(facts["low"]), int(facts["high"])) * 1_000


def _owed(facts: Mapping[str, Fact], income: int) -> int:
    return owed(Base(str(facts["base"])), income, int(facts.get("reduced", 0)))


def _listed(facts: Mapping[str, Fact], income: int, right: int | None) -> int:
    """What the branch wrote down."""
    if "listed" in facts:
        return int(facts["listed"])
    if "listed_rate" in facts:
        return income * int(facts["listed_rate"]) // 1000
    if right is not None:
        return right
    return round(income * RATE[Base.SALARY])


def _with_amount(row: TrueRow, right: int | None, listed: int) -> TrueRow:
    if right is None:
        return row
    kinds = row.kinds | {"tinh_duoc"}
    slips = dict(row.slips)
    if listed != right:
        slips[AS_LISTED] = {"phai_dong": str(listed)}
        kinds |= {"ghi_sai"}
    return replace(row, right={**row.right, "phai_dong": (str(right),)}, slips=slips, kinds=kinds)
