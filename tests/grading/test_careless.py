"""The three commonest careless ways score low, are told why, and take courses of their own."""

from itertools import combinations

import pytest

from grading import Status, score
from office_sim.log import EventKind
from scenarios.careless import CARELESS
from scenarios.case import load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.variants import sample_variants

CASES = ("hoi_nghi_dot_xuat", "tham_27_7")
"""The two situational cases; exercises have no office to hurry."""
MOST = 1 / 3
PLACES = [
    pytest.param(case_id, variant.id, id=f"{case_id}/{variant.id}")
    for case_id in CASES
    for variant in sample_variants(load_case(case_id).file, 6)
]


@pytest.mark.parametrize(("case_id", "variant"), PLACES)
@pytest.mark.parametrize("way", CARELESS)
def test_a_careless_way_scores_low_and_every_loss_is_explained(
    case_id: str, variant: str, way: str
) -> None:
    for level in ("standard", "advanced"):
        case = load_case(case_id, Edition(variant, level))
        sheet = score(case, CARELESS[way](case))
        assert sheet.points <= MOST * sheet.max_points
        lost = [one for one in sheet.findings if one.status is not Status.MET]
        assert len(lost) > len(sheet.findings) / 2
        assert all(one.why and one.fix and one.source for one in lost)


@pytest.mark.parametrize(("case_id", "variant"), PLACES)
def test_the_careless_ways_take_different_courses(case_id: str, variant: str) -> None:
    case = load_case(case_id, variant)
    runs = {way: play(case, make(case)) for way, make in CARELESS.items()}
    assert all(run.finished for run in runs.values())
    for one, other in combinations(runs.values(), 2):
        kinds = [{event.kind for event in run.log} for run in (one, other)]
        assert kinds[0] != kinds[1]
    done = {way: len(run.office.events(EventKind.ORDER_DONE)) for way, run in runs.items()}
    assert done["nothing"] == 0 < done["ask_the_leader"] < done["all_at_once"]


@pytest.mark.parametrize("case_id", CASES)
def test_what_each_careless_way_comes_to(case_id: str) -> None:
    """All at once: work waits for work that is not there. The leader each time: it comes late."""
    case = load_case(case_id)
    runs = {way: play(case, make(case)) for way, make in CARELESS.items()}
    blocked = {way: len(run.office.events(EventKind.ORDER_BLOCKED)) for way, run in runs.items()}
    assert blocked["all_at_once"] >= 10
    assert runs["ask_the_leader"].office.events(EventKind.MEETING_FAILED)
    assert runs["nothing"].office.events(EventKind.MEETING_FAILED)


@pytest.mark.parametrize(
    ("case_id", "noticed"),
    [
        ("hoi_nghi_dot_xuat", {"T02", "T08", "T09", "T13", "D01", "D04", "S01", "S02", "S05"}),
        ("tham_27_7", {"C11", "T10", "H02", "H04", "H13", "Y02", "Y07", "Y08", "Y09", "Y11"}),
    ],
)
def test_right_work_given_all_in_the_first_minute_is_noticed_where_its_hour_matters(
    case_id: str, noticed: set[str]
) -> None:
    """Right people, right decisions, right tables: what suffers is what has its time and order."""
    case = load_case(case_id)
    right = reference_work(case)
    orders = (one.model_copy(update={"at": case.world.start}) for one in right.orders)
    sheet = score(case, right.model_copy(update={"orders": tuple(orders)}))
    tried = (one for one in sheet.findings if one.status is not Status.NOT_ATTEMPTED)
    assert noticed <= {one.criterion for one in tried if one.status is not Status.MET}
