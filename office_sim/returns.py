"""What places report of one thing: blanks are no zeros, corrections replace, shares are of sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Return:
    """What one place reported: a count, or None if it said nothing.

    `before` is the count that it reported first, where it corrected itself; `of` how many there
    are in all at that place, where a share is asked for.
    """

    place: str
    count: int | None
    before: int | None = None
    of: int = 0


def reported(returns: Sequence[Return]) -> int:
    """How many places reported, those that said "none" among them."""
    return sum(one.count is not None for one in returns)


def total(returns: Sequence[Return]) -> int:
    """The sum of what was reported, as last corrected."""
    return sum(one.count or 0 for one in returns)


def share(returns: Sequence[Return]) -> float:
    """The share in per cent: the sum over all who reported, of all who are there."""
    return 100 * total(returns) / sum(one.of for one in returns if one.count is not None)


def mean_of_shares(returns: Sequence[Return]) -> float:
    """The wrong way: the mean of the places' own shares, as if all were equally large."""
    shares = [100 * one.count / one.of for one in returns if one.count is not None]
    return sum(shares) / len(shares)


def share_of_all(returns: Sequence[Return]) -> float:
    """The other wrong way: those who said nothing counted as if none of them had come."""
    return 100 * total(returns) / sum(one.of for one in returns)
