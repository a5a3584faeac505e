"""The Word documents of the exercises in three states: blank, wrong as named, right everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from grading.check_documents import check_documents_of
from grading.document_facts import facts_for, facts_of, points_of
from grading.document_works import WrongWork, reference_path, wrong_documents
from grading.documents import DocumentStatus, check_document
from grading.mutate import MutationKind, mutate
from grading.proofs import failed_with
from grading.word import new_document
from grading.written_documents import checked_with, failed_by, judge_document
from scenarios.case import Case, case_ids, load_case
from scenarios.variants import sample_variants

ASKING = [
    pytest.param(load_case(case_id), wanted.id, id=f"{case_id}/{wanted.id}")
    for case_id in case_ids()
    for wanted in load_case(case_id).documents
    if reference_path(load_case(case_id), wanted.id).is_file()
]
WRONG = [
    pytest.param(load_case(case_id), one, id=f"{case_id}/{one.path.parent.name}")
    for case_id in case_ids()
    for one in wrong_documents(load_case(case_id))
]


def test_the_half_pages_are_among_them() -> None:
    assert {one.id for one in ASKING} >= {
        "tong_hop_bao_cao/bao_cao",
        "tham_dinh_de_an/bao_cao_tham_dinh",
    }


@pytest.mark.parametrize(("case", "document"), ASKING)
def test_a_blank_form_is_untouched_and_says_nothing(
    case: Case, document: str, tmp_path: Path
) -> None:
    wanted = next(one for one in case.documents if one.id == document)
    path = new_document(wanted.kind, tmp_path / "mau.docx")
    checked = check_document(wanted, path, facts_for(case, wanted, facts_of(case)))
    assert checked.status is DocumentStatus.UNTOUCHED
    assert checked.report is not None and checked.report.findings == ()


@pytest.mark.parametrize("case_id", sorted({one.values[0].id for one in ASKING}))
def test_the_reference_documents_have_no_finding_in_any_variant(case_id: str) -> None:
    case = load_case(case_id)
    for variant in sample_variants(case.file, 12):
        checked = checked_with(case.in_variant(variant.id))
        for one in checked.documents:
            assert one.report is not None
            assert one.report.findings == (), (variant.id, one.wanted.id)
        assert checked.disagreements == (), variant.id


@pytest.mark.parametrize(("case", "one"), WRONG)
def test_a_wrong_document_fails_exactly_what_it_names(case: Case, one: WrongWork) -> None:
    assert failed_by(case, one.wrong) == set(one.wrong.fails)
    assert failed_with(case, one.wrong) == set(one.wrong.costs)


@pytest.mark.parametrize(("case", "document"), ASKING)
def test_every_point_is_failed_by_a_document_that_fails_it_alone(case: Case, document: str) -> None:
    wanted = next(one for one in case.documents if one.id == document)
    written = [one.wrong for one in wrong_documents(case) if one.wrong.document == document]
    assert points_of(wanted) <= {one.fails[0] for one in written if len(one.fails) == 1}


def test_what_is_said_of_a_document_does_not_say_what_is_right() -> None:
    case = load_case("tong_hop_bao_cao")
    written = {one.path.parent.name: one.wrong for one in wrong_documents(case)}
    for name, right in (("V02_cong_nham", "25"), ("V04_tu_sua_con_so", "lấp")):
        report = judge_document(case, "bao_cao", written[name])
        told = " ".join(f"{one.what} {one.why} {one.fix}" for one in report.findings)
        assert report.findings and right not in told


def test_a_document_that_asks_for_what_is_not_there_is_told_with_its_place() -> None:
    case = load_case("tong_hop_bao_cao")
    wanted = case.file.documents[0]
    point = wanted.musts[0].model_copy(update={"pattern": "(", "rule": "XX99", "rows": "khong_co"})
    bent = wanted.model_copy(update={"musts": (point,)})
    file = case.file.model_copy(update={"documents": (bent,)})
    told = [
        str(one) for one in check_documents_of(Case(case.folder, file, case.variant, case.world))
    ]
    assert any("không có “khong_co”" in one for one in told)
    assert any("mẫu tìm sai" in one for one in told)
    assert any("XX99" in one for one in told)


def test_nearly_every_paragraph_that_is_left_out_is_missed() -> None:
    mutations = mutate(load_case("tong_hop_bao_cao"))
    found = [one for one in mutations if one.kind is MutationKind.DROPPED_TEXT]
    assert len(found) >= 6
    assert sum(one.caught for one in found) >= 0.7 * len(found)
