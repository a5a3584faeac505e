"""Sums and shares of what places report, as tables: real figures as stated, others drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from office_sim.returns import Return, mean_of_shares, reported, share, share_of_all, total
from office_sim.true_table import TrueRow, TrueTable
from scenarios.drawing import Drawing, plain_row
from scenarios.pool import Drawn
from scenarios.typed_number import written

BLANK_IS_ZERO, OLD_COUNT, NONE_IS_BLANK = "trong_la_khong", "so_cu", "khong_la_trong"
MEAN, ALL_BELOW = "trung_binh", "ca_mau_so"
"""The slips: silent places counted as reporting; the count before it was corrected; a place that
said "none" left out; the mean of shares; silent places in the denominator."""
_SILENT = "không nêu"
_CLEAR = 0.6
"""Percentage points by which a wrong share must differ, so that rounding hides nothing."""


def sum_table(drawing: Drawing) -> TrueTable:
    """Rows that ask for a sum and for how many places reported.

    An entry that `states` what places report ("Gia Nghĩa 1; Đắk G’long 5") of so many (`of`) keeps
    these figures. Others draw one for every place of the pool's settings, from `low` to `high`:
    `silent` say nothing, `none` say that there was none, `corrected` reported anew.
    """
    chance = Random(f"sums/{drawing.seed}")
    rows = []
    for number, one in enumerate(drawing.drawn, start=1):
        states = str(one.entry.facts.get("states", ""))
        returns = _stated(one, states) if states else _counts(chance, drawing, one)
        rows.append(_sum_row(plain_row(number, one, {"so": _told(returns, states)}), returns))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips)


def share_table(drawing: Drawing) -> TrueTable:
    """Rows that ask for the share of all who reported; `places` report, `silent` say nothing."""
    chance = Random(f"shares/{drawing.seed}")
    rows = []
    for number, one in enumerate(drawing.drawn, start=1):
        returns = _shares(chance, drawing, one)
        rows.append(_share_row(plain_row(number, one, {"so": _told_of(returns)}), returns))
    return TrueTable(drawing.pool.columns, tuple(rows), drawing.pool.slips)


def _stated(one: Drawn, states: str) -> list[Return]:
    found = re.findall(r"([^;\d]+?) (\d+)(?:;|$)", states)
    silent = int(one.entry.facts["of"]) - len(found)
    return [
        *(Return(place.strip(), int(count)) for place, count in found),
        *(Return("", None) for _ in range(silent)),
    ]


def _counts(chance: Random, drawing: Drawing, one: Drawn) -> list[Return]:
    facts, places = one.entry.facts, _places(drawing)
    chance.shuffle(places)
    silent, none, corrected = (int(facts.get(key, 0)) for key in ("silent", "none", "corrected"))
    returns = []
    for at, place in enumerate(places):
        count = chance.randint(int(facts["low"]), int(facts["high"]))
        if at < silent:
            returns.append(Return(place, None))
        elif at < silent + none:
            returns.append(Return(place, 0))
        elif at < silent + none + corrected:
            returns.append(Return(place, count, count + chance.choice((-3, -2, 2, 3, 10))))
        else:
            returns.append(Return(place, count))
    chance.shuffle(returns)
    return returns


def _shares(chance: Random, drawing: Drawing, one: Drawn) -> list[Return]:
    """Drawn again until the wrong ways give clearly other shares than the right one."""
    facts = one.entry.facts
    while True:
        places = chance.sample(_places(drawing), int(facts["places"]) + int(facts["silent"]))
        returns = []
        for at, place in enumerate(places):
            of = chance.choice((12, 15, 18, 24, 36, 45, 52, 60))
            count = None if at < int(facts["silent"]) else of - chance.randint(0, of // 2)
            returns.append(Return(place, count, None, of))
        chance.shuffle(returns)
        silent_matters = not int(facts["silent"]) or _apart(share_of_all(returns), share(returns))
        if _apart(mean_of_shares(returns), share(returns)) and silent_matters:
            return returns


def _apart(one: float, other: float) -> bool:
    return abs(one - other) >= _CLEAR


def _places(drawing: Drawing) -> list[str]:
    return str(drawing.pool.settings["places"]).split("; ")


def _told(returns: list[Return], states: str) -> str:
    silent = sum(one.count is None for one in returns)
    if states:
        return f"{states}; {silent} nơi {_SILENT}" if silent else states
    return "; ".join(map(_one_told, returns))


def _one_told(one: Return) -> str:
    if one.count is None:
        return f"{one.place} {_SILENT}"
    if one.before is not None:
        return f"{one.place} {one.before}, sau báo lại là {one.count}"
    return f"{one.place} {one.count}" if one.count else f"{one.place} ghi “không phát sinh”"


def _told_of(returns: list[Return]) -> str:
    return "; ".join(
        f"{one.place} {one.count}/{one.of}"
        if one.count is not None
        else f"{one.place} chưa báo ({one.of} đảng viên)"
        for one in returns
    )


def _sum_row(row: TrueRow, returns: list[Return]) -> TrueRow:
    """The row with its sum and count, and what people typically write instead."""
    slips: dict[str, dict[str, str]] = {}
    if reported(returns) < len(returns):
        slips[BLANK_IS_ZERO] = {"noi_bao": str(len(returns))}
    none = sum(one.count == 0 for one in returns)
    if none:
        slips[NONE_IS_BLANK] = {"noi_bao": str(reported(returns) - none)}
    before = sum(one.before - (one.count or 0) for one in returns if one.before is not None)
    if before:
        slips[OLD_COUNT] = {"tong": str(total(returns) + before)}
    right = {"tong": (str(total(returns)),), "noi_bao": (str(reported(returns)),)}
    given = {**row.given, "tren": str(len(returns))}
    return replace(row, given=given, right={**row.right, **right}, slips={**row.slips, **slips})


def _share_row(row: TrueRow, returns: list[Return]) -> TrueRow:
    if reported(returns) < len(returns):
        slips = {ALL_BELOW: {"ty_le": _rounded(share_of_all(returns))}}
    else:
        slips = {MEAN: {"ty_le": _rounded(mean_of_shares(returns))}}
    right = (_rounded(share(returns)), _rounded(share(returns), 2))
    return replace(
        row, right={**row.right, "ty_le": tuple(dict.fromkeys(right))}, slips={**row.slips, **slips}
    )


def _rounded(per_cent: float, digits: int = 1) -> str:
    return written(round(per_cent, digits))
