"""The learner's Word documents held against the case, its run and each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from grading.document_facts import facts_for_kind, facts_of
from grading.documents import (
    CheckedDocument,
    DocumentStatus,
    check_documents,
)
from grading.word import new_document
from grading.written_documents import write_document, write_documents
from scenarios.case import load_case
from scenarios.edits import Edit, edited, reference_work

CASE = load_case("hoi_nghi_dot_xuat")
REFERENCE = reference_work(CASE)


def errors(document: CheckedDocument) -> list[str]:
    assert document.report is not None
    return [finding.what for finding in document.report.errors]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("van_ban")
    write_documents(CASE, folder, REFERENCE)
    return folder


def test_documents_written_from_the_run_have_no_error_and_agree(good: Path) -> None:
    checked = check_documents(CASE, REFERENCE, good)
    assert {one.wanted.id: errors(one) for one in checked.documents} == {
        one.id: [] for one in CASE.documents
    }
    assert checked.disagreements == ()


def test_a_document_that_keeps_the_old_hour_is_found_when_the_run_moved_the_meeting(
    good: Path,
) -> None:
    unmoved = edited(CASE, REFERENCE, Edit(decide={"doi_gio": "tu_choi"}))
    checked = check_documents(CASE, unmoved, good)
    invitation = next(one for one in checked.documents if one.wanted.id == "giay_moi")
    assert any("không khớp với tình huống" in what for what in errors(invitation))


def test_documents_that_contradict_each_other_are_told(good: Path, tmp_path: Path) -> None:
    for file in good.glob("*.docx"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    unmoved = edited(CASE, REFERENCE, Edit(decide={"doi_gio": "tu_choi"}))
    (tmp_path / "giay_moi.docx").unlink()
    write_document(CASE, "giay_moi", tmp_path, work=unmoved)
    assert check_documents(CASE, REFERENCE, tmp_path).disagreements


def test_missing_broken_and_blank_documents_are_told_apart_and_stop_no_other(
    good: Path, tmp_path: Path
) -> None:
    (tmp_path / "giay_moi.docx").write_bytes((good / "giay_moi.docx").read_bytes())
    (tmp_path / "bien_ban.docx").write_bytes(b"not a word file")
    new_document("to_trinh", tmp_path / "to_trinh.docx")
    found = {one.wanted.id: one for one in check_documents(CASE, REFERENCE, tmp_path).documents}
    assert found["giay_moi"].status is DocumentStatus.CHECKED
    assert found["bien_ban"].status is DocumentStatus.UNREADABLE
    assert found["bien_ban"].problem.endswith(".")
    assert found["to_trinh"].status is DocumentStatus.UNTOUCHED
    assert found["chuong_trinh"].status is DocumentStatus.MISSING


def test_only_kinds_that_speak_of_figures_must_give_them() -> None:
    facts = facts_of(CASE)
    assert facts.numbers
    assert facts_for_kind("giay_moi", facts).numbers == ()
    assert facts_for_kind("bien_ban", facts).numbers == facts.numbers


def test_the_meeting_file_says_which_of_its_papers_are_not_there(good: Path) -> None:
    missing = check_documents(CASE, REFERENCE, good).missing_from_file
    assert "Danh sách thành phần tham dự" in missing
    assert "Biên bản hội nghị" not in missing
