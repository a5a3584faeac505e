"""Score sheets at every level and in every format: untouched, wrong, one sum everywhere.

That the reference scores full in every edition is what `case check` proves (test_check.py).
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from grading import Status, award, score
from grading.criteria import criteria_of
from grading.document_works import WrongWork, wrong_documents
from grading.nbgrader.assignment import read_assignment
from grading.nbgrader.judgement import cell_results, judge_folder
from grading.nbgrader.notebook import source_notebook, write_source
from grading.proofs import not_met, whole_score
from grading.score import score_folder
from grading.written_documents import WrittenDocuments, write_documents
from scenarios.case import case_ids, load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.share import all_editions
from scenarios.work import DecisionLine, Work
from scenarios.work_file import FILE_NAME, WorkError
from scenarios.written_works import WrittenWork, written_works

EDITIONS = [
    pytest.param(case_id, edition, id=f"{case_id}/{edition.level}/{edition.format}")
    for case_id in case_ids()
    for edition in all_editions(load_case(case_id).file)
]
ID = "hoi_nghi_dot_xuat"
SHORT = Edition(level="basic", format="m40")


@cache
def wrong_works(case_id: str) -> list[WrittenWork]:
    return [one for one in written_works(load_case(case_id)) if one.edit.fails]


def failed(case_id: str, edition: Edition, work: Work) -> frozenset[str]:
    case = load_case(case_id, Edition(work.variant, edition.level, edition.format))
    made = {one.inject for one in work.decisions}
    rest = [one for one in reference_work(case).decisions if one.inject not in made]
    # The works are written for the default level; what comes at another one is decided well.
    return not_met(
        whole_score(case, work.model_copy(update={"decisions": (*work.decisions, *rest)}))
    )


def failed_papers(case_id: str, edition: Edition) -> Iterator[tuple[WrongWork, frozenset[str]]]:
    """Each wrong document that this edition wants, and what fails because of it."""
    for one in wrong_documents(load_case(case_id)):
        variant = one.wrong.variant
        case = load_case(case_id, Edition(variant, edition.level, edition.format))
        if one.wrong.document in {wanted.id for wanted in case.documents}:
            source = WrittenDocuments(one.wrong)
            yield one, not_met(score(case, reference_work(case), source))


@pytest.mark.parametrize(("case_id", "edition"), EDITIONS)
def test_an_untouched_work_is_not_attempted_whatever_colleagues_do(
    case_id: str, edition: Edition
) -> None:
    sheet = score(load_case(case_id, edition), Work(case=case_id))
    assert sheet.points == 0
    assert {one.status for one in sheet.findings} == {Status.NOT_ATTEMPTED}


@pytest.mark.slow
@pytest.mark.parametrize(("case_id", "edition"), EDITIONS)
def test_every_criterion_of_the_sheet_is_failed_by_a_wrong_work_alone(
    case_id: str, edition: Edition
) -> None:
    """And no wrong work fails anything that it does not name."""
    alone, ever = set(), set()
    for one in wrong_works(case_id):
        missed = failed(case_id, edition, one.work)
        assert missed <= set(one.edit.fails), one.folder.name
        ever |= missed
        alone |= missed if len(missed) == 1 else set()
    for paper, missed in failed_papers(case_id, edition):
        assert missed <= set(paper.wrong.costs), paper.path.parent.name
        ever |= missed
        alone |= missed if len(missed) == 1 else set()
    counting = {one.id for one in criteria_of(load_case(case_id, edition))}
    assert ever == alone == counting


@pytest.mark.parametrize("case_id", [ID, "tham_27_7"])
def test_a_wrong_choice_at_an_inject_of_the_advanced_level_spoils_one_criterion(
    case_id: str,
) -> None:
    case = load_case(case_id, Edition(level="advanced"))
    reference = reference_work(case)
    usual = {one.id for one in load_case(case_id).injects}
    own = [one for one in case.injects if one.id not in usual]
    assert len(own) >= 3
    for inject in own:
        right = reference.decision_at(inject.id)
        for choice in inject.choices:
            line = DecisionLine(inject=inject.id, choice=choice.id)
            decided = (*reference.decisions, line)
            missed = not_met(whole_score(case, reference.model_copy(update={"decisions": decided})))
            assert len(missed) == (line != right), (inject.id, choice.id)


@pytest.mark.parametrize(("case_id", "edition"), EDITIONS)
def test_cells_of_the_notebook_rubric_and_sheet_agree_in_points(
    case_id: str, edition: Edition
) -> None:
    case = load_case(case_id, edition)
    cells = source_notebook(case_id, edition)["cells"]
    graded = [one["metadata"]["nbgrader"] for one in cells if "nbgrader" in one["metadata"]]
    points = sum(one["points"] for one in graded if one["grade"])
    assert points == sum(one.worth for one in criteria_of(case))
    assert points == score(case, Work(case=case_id)).max_points


def test_shorter_and_easier_means_fewer_criteria_of_the_same_rubric() -> None:
    whole = [one.id for one in criteria_of(load_case(ID))]
    short = [one.id for one in criteria_of(load_case(ID, SHORT))]
    assert len(short) < len(whole) / 2
    assert [one for one in whole if one in short] == short


def put(folder: Path, work: Work) -> Path:
    (folder / FILE_NAME).write_text(work.to_json(), encoding="utf-8")
    return folder


def test_an_assignment_about_an_edition_awards_the_work_made_in_it(tmp_path: Path) -> None:
    case = load_case(ID, SHORT)
    folder = put(tmp_path, reference_work(case))
    write_documents(case, folder, reference_work(case))
    found = cell_results(ID, folder, SHORT)
    assert {name: value for name, (_, value) in found.items()} == {
        one.id: one.worth for one in criteria_of(load_case(ID, SHORT))
    }
    judged = judge_folder(ID, folder, SHORT)
    assert judged.edition == load_case(ID, SHORT).edition
    assert not judged.trouble


def test_a_work_of_another_edition_is_refused_with_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = put(tmp_path, reference_work(load_case(ID, SHORT)))
    with pytest.raises(WorkError) as caught:
        score_folder(ID, folder, Edition())
    told = str(caught.value)
    assert "mức cơ bản, khung 40 phút, khác với bài được giao" in told
    assert award(ID, "T01", folder) == 0.0
    assert told in capsys.readouterr().out
    assert judge_folder(ID, folder).trouble == told
    assert score_folder(ID, folder).points > 0, "alone one scores what one has played"


def test_a_work_that_names_no_edition_counts_as_of_the_assigned_one(tmp_path: Path) -> None:
    case = load_case(ID, SHORT)
    write_documents(case, tmp_path, reference_work(case))
    work = reference_work(case).model_copy(update={"level": "", "format": ""})
    sheet = score_folder(ID, put(tmp_path, work), SHORT)
    assert sheet.points == sheet.max_points


def test_an_assignment_reads_back_the_edition_it_was_written_for(tmp_path: Path) -> None:
    edition = Edition("sat_lo-bch-h4", "advanced", "m75")
    path = tmp_path / "bai" / "bai.ipynb"
    write_source(ID, path, edition)
    assert read_assignment(path.parent).edition == edition
    about = json.loads(path.read_text(encoding="utf-8"))["metadata"]["vanphong"]
    assert about == {
        "case": ID,
        "variant": "sat_lo-bch-h4",
        "level": "advanced",
        "format": "m75",
    }
