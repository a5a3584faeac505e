"""What one may choose at an inject: no form of words gives the right way away."""

import pytest

from scenarios.case import load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work

MOST_LONGEST = 0.5  # of the injects, the right choice may be the longest
LEAST_SHARE = 0.75  # of its length, each other choice has at least


@pytest.mark.parametrize("case_id", ["hoi_nghi_dot_xuat", "tham_27_7"])
def test_the_length_of_a_choice_does_not_tell_that_it_is_the_right_one(case_id: str) -> None:
    case = load_case(case_id, Edition(level="advanced"))
    right = {one.inject: one.choice for one in reference_work(case).decisions}
    longest, known = 0, 0
    for inject in case.injects:
        if inject.id not in right:
            continue
        lengths = {one.id: len(one.text) for one in inject.choices}
        own = lengths[right[inject.id]]
        known += 1
        longest += own == max(lengths.values())
        assert min(lengths.values()) >= LEAST_SHARE * own, inject.id
    assert known >= 12
    assert longest <= MOST_LONGEST * known
