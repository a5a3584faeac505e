"""Money: a budget against the fund that pays it."""

from __future__ import annotations

from office_sim.money import Fund, PresentRate, budget, format_money

FUND = Fund("xa", "kinh phí xã", 8_000_000)
RATE = PresentRate("m500", "500.000 đồng", 500_000)


def test_a_budget_may_use_the_fund_up_and_not_more() -> None:
    assert not budget(FUND, RATE, 16).is_over
    assert budget(FUND, RATE, 17).is_over


def test_the_state_fund_pays_no_presents_of_the_commune() -> None:
    assert not budget(Fund("nn", "quà Nhà nước", 10**8, for_visits=False), RATE, 1).allowed


def test_without_fund_or_rate_nothing_is_allowed() -> None:
    assert not budget(None, RATE, 3).allowed
    assert not budget(FUND, None, 3).allowed


def test_money_is_written_with_dots() -> None:
    assert format_money(16_000_000) == "16.000.000 đồng"
