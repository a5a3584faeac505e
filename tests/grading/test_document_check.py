"""Points for a Word document: not handed in, wrong in one aspect, right; by whatever road."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from grading import ScoreSheet, Status, score, score_folder
from grading.document_check import Aspect, DocumentCheck
from grading.document_works import wrong_documents
from grading.evidence import Evidence
from grading.explained import explained
from grading.last_judged import last_judged
from grading.nbgrader.workers import Job, JudgingError, MarkingProcess
from grading.proofs import whole_score
from grading.rubric import load_rubric
from grading.word import Severity, asking, new_document
from grading.written_documents import WrittenDocuments, write_document
from scenarios.case import load_case
from scenarios.edition import OPEN, Edition
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work
from scenarios.work_file import FILE_NAME

CASE = load_case("tong_hop_bao_cao")
FORM, FIGURES, OPEN_ENDS, CLAIMS = "V01", "V02", "V03", "V04"
PAPER = (FORM, FIGURES, OPEN_ENDS, CLAIMS)
WRONG = {one.path.parent.name: one.wrong for one in wrong_documents(CASE)}
WORK = reference_work(CASE)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reference work and its document as a file."""
    folder = tmp_path_factory.mktemp("dung")
    (folder / FILE_NAME).write_text(WORK.to_json(), encoding="utf-8")
    write_document(CASE, "bao_cao", folder)
    return folder


def beside(folder: Path, good: Path, content: bytes | None) -> Path:
    """The work of `good` with another document, or none."""
    shutil.copy(good / FILE_NAME, folder / FILE_NAME)
    if content is not None:
        (folder / "bao_cao.docx").write_bytes(content)
    return folder


def states(sheet: ScoreSheet) -> set[tuple[Status, float]]:
    return {(one.status, one.points) for one in sheet.findings if one.criterion in PAPER}


def test_a_document_that_is_right_earns_all_its_points(good: Path) -> None:
    sheet = score_folder(CASE.id, good)
    assert sheet.points == sheet.max_points
    assert sheet == whole_score(CASE, WORK)


def test_no_document_and_a_blank_form_are_not_attempted(good: Path, tmp_path: Path) -> None:
    nothing = score_folder(CASE.id, beside(tmp_path, good, None))
    assert states(nothing) == {(Status.NOT_ATTEMPTED, 0)}
    assert nothing.points == nothing.max_points - 10
    new_document("bao_cao", tmp_path / "bao_cao.docx")
    assert states(score_folder(CASE.id, tmp_path)) == {(Status.NOT_ATTEMPTED, 0)}


@pytest.mark.parametrize("content", [b"not a word file", b"PK\x03\x04" + bytes(1000)])
def test_a_file_that_cannot_be_read_earns_nothing_and_says_why(
    good: Path, tmp_path: Path, content: bytes
) -> None:
    sheet = score_folder(CASE.id, beside(tmp_path, good, content))
    assert states(sheet) == {(Status.UNMET, 0)}
    finding = sheet.finding(FORM)
    assert finding is not None and "bao_cao.docx" in finding.why


def test_a_link_is_not_followed(good: Path, tmp_path: Path) -> None:
    beside(tmp_path, good, None)
    try:
        (tmp_path / "bao_cao.docx").symlink_to(good / "bao_cao.docx")
    except OSError:
        pytest.skip("links need a right that this user does not have")
    assert states(score_folder(CASE.id, tmp_path)) == {(Status.NOT_ATTEMPTED, 0)}


def test_each_thing_that_is_wrong_takes_its_share(good: Path) -> None:
    sheet = score(CASE, WORK, WrittenDocuments(WRONG["V01_sai_the_thuc"]))
    finding = sheet.finding(FORM)
    assert finding is not None
    assert (finding.status, finding.points, finding.max_points) == (Status.PARTLY, 1.6, 2)
    both = WRONG["V06_xep_hang"].model_copy(
        update={"changes": (*WRONG["V06_xep_hang"].changes, *WRONG["V09_ca_tam_noi"].changes)}
    )
    claims = score(CASE, WORK, WrittenDocuments(both)).finding(CLAIMS)
    assert claims is not None and claims.points == 0


def test_a_document_that_says_nothing_has_no_content(good: Path, tmp_path: Path) -> None:
    """What claims nothing wrong, since it says nothing, earns nothing for that."""
    new_document("bao_cao", beside(tmp_path, good, None) / "bao_cao.docx", sample=True)
    sheet = score_folder(CASE.id, tmp_path)
    found = {one.criterion: one for one in sheet.findings}
    assert {found[one].points for one in (FIGURES, OPEN_ENDS, CLAIMS)} == {0}
    assert "chưa nói điều nào" in found[CLAIMS].why


@pytest.mark.parametrize("doubt", [{"severity": Severity.WARNING}, {"confidence": "C"}])
def test_a_warning_or_a_rule_in_doubt_never_costs_a_point(doubt: dict[str, str]) -> None:
    source = WrittenDocuments(WRONG["V01_sai_the_thuc"])
    (wrong,) = Evidence(CASE, WORK, play(CASE, WORK), source).documents.documents
    assert wrong.report is not None and len(wrong.errors) == 1
    findings = tuple(replace(one, **doubt) for one in wrong.report.findings)
    assert replace(wrong, report=replace(wrong.report, findings=findings)).errors == ()


def test_points_are_asked_of_content_alone() -> None:
    with pytest.raises(ValueError, match="points chỉ dùng với"):
        DocumentCheck(form="document", document="a", aspect=Aspect.LAYOUT, points=("says.b",))


def test_what_is_wrong_is_told_with_its_place_after_hand_in() -> None:
    source = WrittenDocuments(WRONG["V01_sai_the_thuc"])
    evidence = Evidence(CASE, WORK, play(CASE, WORK), source)
    criterion = next(one for one in load_rubric(CASE.folder).criteria if one.id == FORM)
    (line,) = explained(evidence, criterion)
    assert "(đoạn " in line


def test_a_document_is_read_once_for_all_criteria(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    with asking.reader() as ask:

        def counting(job: dict[str, object]) -> dict[str, object]:
            asked.append(job["path"])
            return ask(job)

        with asking.read_by(counting):
            content = (good / "bao_cao.docx").read_bytes() + b" "  # a file that nobody has read
            score_folder(CASE.id, beside(tmp_path, good, content))
    assert len(asked) == 1


def test_a_document_that_was_changed_is_judged_anew(good: Path, tmp_path: Path) -> None:
    place = beside(tmp_path, good, None)
    before = last_judged(CASE.id, place, OPEN).sheet
    shutil.copy(good / "bao_cao.docx", place / "bao_cao.docx")
    after = last_judged(CASE.id, place, OPEN).sheet
    assert after.points == before.points + 10


def test_the_easy_level_does_not_ask_for_the_document() -> None:
    easy = load_case(CASE.id, Edition(level="basic"))
    sheet = score(easy, Work(case=CASE.id, level="basic"))
    assert not {one.criterion for one in sheet.findings} & set(PAPER)


def test_a_marking_process_finds_the_same_and_reads_no_other_file(
    good: Path, tmp_path: Path
) -> None:
    process = MarkingProcess()
    job = Job("a", CASE.id, good)
    try:
        found = process.judge(job)
        cells = {name: value for name, (_, value) in found["cells"].items()}
        assert cells == {one.criterion: one.points for one in whole_score(CASE, WORK).findings}
        for name, folder in (("bai_lam.json", good), ("bao_cao.docx", tmp_path)):
            with pytest.raises(JudgingError, match="không thuộc bài này"):
                process._read(job, {"do": "check", "path": os.fspath(folder / name)})
    finally:
        process.stop()
