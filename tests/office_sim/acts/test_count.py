"""Counting who will come against the quorum and the votes that a decision needs."""

import pytest

from office_sim.log import EventKind
from office_sim.orders import Verb

from ..conftest import happening, only, order, run, task

COUNT = task("dem", EventKind.QUORUM_REPORTED, verb=Verb.COUNT)


@pytest.mark.parametrize(
    ("told", "enough"), [((), False), (("hanh",), False), (("hanh", "dung"), True)]
)
def test_the_report_says_who_is_expected_and_whether_it_is_enough(
    told: tuple[str, ...], enough: bool
) -> None:
    effects = [{"kind": "reach", "target": one} for one in told]
    done = run([COUNT], [order("dem", at="8:00")], [happening("tin", effects=effects)])
    detail = only(done, EventKind.QUORUM_REPORTED).detail
    assert (detail["expected"], detail["enough"]) == (len(told), enough)
    assert (detail["needed"], detail["votes_needed"], detail["total"]) == (2, 2, 3)
