"""How many must be present and how many votes carry, for every size of a body."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from office_sim import rulebook
from office_sim.quorum import MAJORITY_RULE, QUORUM_RULE, quorum, quorum_share, votes_to_carry

SIZES = st.integers(0, 500)
SHARES = st.fractions(0, 1, max_denominator=12)


@given(SIZES, SHARES)
def test_the_quorum_is_the_smallest_number_that_reaches_the_share(
    total: int, share: Fraction
) -> None:
    needed = quorum(total, share)
    assert needed >= total * share
    assert needed - 1 < total * share


@given(SIZES)
def test_the_votes_that_carry_are_the_smallest_number_above_half_of_all(total: int) -> None:
    votes = votes_to_carry(total)
    assert votes * 2 > total
    assert (votes - 1) * 2 <= total


def test_both_limits_come_from_the_rulebook() -> None:
    book = rulebook.load()
    assert quorum_share() == book[QUORUM_RULE].share == Fraction(2, 3)
    assert book[MAJORITY_RULE].share == Fraction(1, 2)
    assert (quorum(9), votes_to_carry(9)) == (6, 5)
    assert (quorum(27), votes_to_carry(27)) == (18, 14)


def test_the_assumed_quorum_says_that_it_is_not_confirmed() -> None:
    assert "cần đối chiếu bản gốc" in rulebook.load()[QUORUM_RULE].citation
