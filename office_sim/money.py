"""Money for a task: the funds with their limits, the rates, and what a budget comes to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fund:
    """A source of money. `limit` is what may be spent of it here, in đồng.

    `for_visits` says whether presents of one's own delegations may be paid from it.
    """

    id: str
    title: str
    limit: int
    for_visits: bool = True


@dataclass(frozen=True)
class PresentRate:
    """How much the commune gives each family that is visited in person, in đồng."""

    id: str
    title: str
    amount: int


@dataclass(frozen=True)
class Budget:
    """What the presents of a visit come to, in đồng."""

    total: int
    limit: int
    allowed: bool

    @property
    def is_over(self) -> bool:
        """Whether it passes the fund's limit."""
        return self.total > self.limit


def budget(fund: Fund | None, rate: PresentRate | None, families: int) -> Budget:
    """The budget for so many families; without a fund or rate nothing is covered."""
    total = rate.amount * families if rate is not None else 0
    if fund is None:
        return Budget(total, 0, False)
    return Budget(total, fund.limit, fund.for_visits and rate is not None)


def format_money(amount: int) -> str:
    """The amount as one writes it: "16.000.000 đồng"."""
    return f"{amount:,} đồng".replace(",", ".")
