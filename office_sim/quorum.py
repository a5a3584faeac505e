"""How many must be present, and how many votes carry."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache

from office_sim import rulebook

QUORUM_RULE = "DL04"
MAJORITY_RULE = "DL03"


def quorum_share() -> Fraction:
    """The share that must be present: an assumption of the kit (rule DL04, to be checked)."""
    return _share(QUORUM_RULE)


@cache  # fractions are slow, and a body has the same number of members all day
def quorum(total: int, share: Fraction | None = None) -> int:
    """The smallest number of people present that is at least the share of all `total` members.

    `share` is between 0 and 1; None means that of the rulebook.
    """
    return math.ceil(total * (share if share is not None else quorum_share()))


@cache
def votes_to_carry(total: int) -> int:
    """The votes that carry: more than half of ALL members, not of those present.

    Source: Điều lệ Đảng, Điều 9.5 (rule DL03).
    """
    return math.floor(total * _share(MAJORITY_RULE)) + 1


@cache
def _share(rule_id: str) -> Fraction:
    return rulebook.load()[rule_id].share
