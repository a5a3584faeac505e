"""How many must be present, and how many votes carry."""

from __future__ import annotations

from fractions import Fraction

from office_sim import rulebook

QUORUM_RULE = "DL04"
MAJORITY_RULE = "DL03"


def quorum_share() -> Fraction:
    """The share that must be present: an assumption of the kit (rule DL04, to be checked)."""
    rule = rulebook.load()[QUORUM_RULE]
    return Fraction(rule.numerator or 2, rule.denominator or 3)


def quorum(total: int, share: Fraction | None = None) -> int:
    """The smallest number of people present that is at least the share of all `total` members."""
    needed = total * (share if share is not None else quorum_share())
    return -(-needed.numerator // needed.denominator)


def votes_to_carry(total: int) -> int:
    """More than half of ALL members, not of those present (Điều lệ Đảng, Điều 9.5; rule DL03)."""
    return total // 2 + 1
