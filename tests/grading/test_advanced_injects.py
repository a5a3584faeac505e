"""At the advanced level, too, each wrong way to decide costs points in exactly one criterion."""

import pytest

from grading import Status, score
from grading.findings import Finding
from scenarios.case import Case, load_case
from scenarios.case_file import CaseHappening
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.work import DecisionLine

CASES = [load_case(one, Edition(level="advanced")) for one in ("hoi_nghi_dot_xuat", "tham_27_7")]
PLACES = [
    pytest.param(case, inject, id=inject.id)
    for case in CASES
    for inject in case.injects
    if inject.levels
]


def missed(case: Case, decisions: tuple[DecisionLine, ...]) -> list[Finding]:
    """What is not met; Word documents, which no folder holds here, are left aside."""
    sheet = score(case, reference_work(case).model_copy(update={"decisions": decisions}))
    found = [one for one in sheet.findings if one.status is not Status.MET]
    return [one for one in found if one.status is not Status.NOT_ATTEMPTED]


@pytest.mark.parametrize(("case", "inject"), PLACES)
def test_every_other_choice_fails_one_criterion_and_says_why(
    case: Case, inject: CaseHappening
) -> None:
    reference = reference_work(case).decisions
    right = next(one.choice for one in reference if one.inject == inject.id)
    others = [one.id for one in inject.choices if one.id != right]
    assert others
    for choice in others:
        changed = (
            one.model_copy(update={"choice": choice}) if one.inject == inject.id else one
            for one in reference
        )
        found = missed(case, tuple(changed))
        assert len(found) == 1, (inject.id, choice, found)
        assert found[0].points < found[0].max_points
        assert found[0].why
        assert found[0].source


def test_every_information_system_that_a_case_has_is_met_in_it() -> None:
    """Leaving none of the eight systems a name on a list (rules HT01 to HT08)."""
    met = set()
    for case in CASES:
        effects = [
            effect
            for one in (*case.file.injects, *case.file.happenings)
            for effect in (*one.effects, *(two for pick in one.choices for two in pick.effects))
        ]
        met |= {one.target for one in effects} & {system.id for system in case.world.systems}
    assert met == {system.id for case in CASES for system in case.world.systems}
