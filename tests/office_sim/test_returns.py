"""What places report: blanks are no zeros, corrections replace, shares are of sums."""

from office_sim.returns import Return, mean_of_shares, reported, share, share_of_all, total

RETURNS = [
    Return("Khe Vàng", 9, None, 10),
    Return("Nà Sáng", 0, None, 30),
    Return("Nà Lan", 45, 41, 60),
    Return("Bản Cuông", None, None, 50),
]


def test_a_place_that_says_none_has_reported_and_one_that_is_silent_has_not() -> None:
    assert reported(RETURNS) == 3


def test_a_correction_replaces_what_was_reported_first() -> None:
    assert total(RETURNS) == 54


def test_the_share_is_of_all_who_reported() -> None:
    assert share(RETURNS) == 54.0


def test_the_wrong_ways_give_other_shares() -> None:
    assert mean_of_shares(RETURNS) == (90 + 0 + 75) / 3
    assert share_of_all(RETURNS) == 36.0
