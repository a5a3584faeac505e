"""Every criterion in three states: untouched, wrong as named, right in every variant."""

import pytest

from grading import Status, score
from grading.document_works import wrong_documents
from grading.proofs import whole_score
from grading.rubric import load_rubric
from scenarios.case import case_ids, load_case
from scenarios.edits import reference_work
from scenarios.variants import sample_variants
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, read_work
from scenarios.written_works import WrittenWork, written_works

VARIANTS = [
    pytest.param(case_id, variant.id, id=f"{case_id}/{variant.id}")
    for case_id in case_ids()
    for variant in sample_variants(load_case(case_id).file, 30)
]
WRONG = [
    pytest.param(case_id, one, id=f"{case_id}/{one.folder.name}")
    for case_id in case_ids()
    for one in written_works(load_case(case_id))
    if one.folder.name != "reference"
]


@pytest.mark.parametrize(("case_id", "variant"), VARIANTS)
def test_an_untouched_work_scores_nothing_and_every_criterion_says_not_attempted(
    case_id: str, variant: str
) -> None:
    sheet = score(load_case(case_id, variant), Work(case=case_id, variant=variant))
    assert sheet.points == 0
    for finding in sheet.findings:
        assert (finding.status, finding.points) == (Status.NOT_ATTEMPTED, 0)
        assert finding.why
        assert finding.fix


@pytest.mark.parametrize(("case_id", "variant"), VARIANTS)
def test_the_reference_scores_full_in_every_variant(case_id: str, variant: str) -> None:
    case = load_case(case_id, variant)
    sheet = whole_score(case, reference_work(case))
    missed = {one.criterion: one.why for one in sheet.findings if one.status is not Status.MET}
    assert not missed
    assert sheet.points == sheet.max_points


@pytest.mark.parametrize(("case_id", "one"), WRONG)
def test_a_wrong_work_fails_exactly_what_it_names(case_id: str, one: WrittenWork) -> None:
    """Judged as it lies in its folder."""
    work = read_work(one.folder / FILE_NAME)
    assert work is not None
    sheet = whole_score(load_case(case_id, work.variant), work)
    failed = {find.criterion for find in sheet.findings if find.status is not Status.MET}
    assert failed == set(one.edit.fails)
    lost = [find for find in sheet.findings if find.criterion in failed and find.max_points]
    assert all(find.points < find.max_points for find in lost)


@pytest.mark.parametrize("case_id", case_ids())
def test_every_criterion_is_failed_by_a_wrong_work_that_fails_it_alone(case_id: str) -> None:
    case = load_case(case_id)
    alone = {one.edit.fails[0] for one in written_works(case) if len(one.edit.fails) == 1}
    alone |= {one.wrong.costs[0] for one in wrong_documents(case) if len(one.wrong.costs) == 1}
    assert alone == {criterion.id for criterion in load_rubric(case.folder).criteria}
