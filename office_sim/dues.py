"""Party dues: what a member owes in a month, and how a branch of a village shares what it took in.

Source: Quy định 01-QĐ/TW ngày 03/02/2026, in force from 01/02/2026 (rules P01-P13).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction


class Base(StrEnum):
    """What a member's dues are reckoned from; the value stands in pools and says the rule."""

    SALARY = "luong"
    BENEFIT = "tro_cap_bhxh"
    PENSION = "luong_huu"
    STUDENT = "sinh_vien"
    EXEMPT = "mien"


RULE_OF = {
    Base.SALARY: "P01",
    Base.BENEFIT: "P02",
    Base.PENSION: "P03",
    Base.STUDENT: "P05",
    Base.EXEMPT: "P09",
}
RATE = {
    Base.SALARY: Fraction(1, 100),
    Base.BENEFIT: Fraction(1, 100),
    Base.PENSION: Fraction(1, 200),
}
"""Shares of the base: P01, P02 1%; P03 0,5%."""
STUDENT_DUES = 5_000
"""Đồng a month (P05)."""
REDUCTIONS = (30, 50, 70)
"""In hundredths; no other reduction is allowed, each for twelve months at most (P10, D28)."""
VILLAGE_KEEPS = Fraction(70, 100)
"""What a branch of a village or quarter keeps of what it took in (P13)."""


def owed(base: Base, income: int = 0, reduced: int = 0) -> int:
    """A month's dues in đồng. `income` is the base in đồng, `reduced` the reduction in hundredths.

    A probationary member owes the same as a full one (P11). Raises ValueError for a reduction that
    the rule does not know.
    """
    if reduced and reduced not in REDUCTIONS:
        raise ValueError(f"{reduced}% is no reduction of P10")
    if base is Base.EXEMPT:
        return 0
    full = STUDENT_DUES if base is Base.STUDENT else round(income * RATE[base])
    return round(full * Fraction(100 - reduced, 100))


def passed_up(taken_in: int) -> int:
    """What a branch of a village passes up of the đồng that it took in (P13)."""
    return taken_in - round(taken_in * VILLAGE_KEEPS)
