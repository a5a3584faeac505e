"""The score sheet: its JSON, its states, its sentences."""

import json
from pathlib import Path

import pytest

from grading import ScoreSheet, Status, score, score_folder
from grading.findings import STATUS_VI
from scenarios.case import UnknownCaseError, load_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.variants import VariantError
from scenarios.work import DecisionLine, Work
from scenarios.work_file import FILE_NAME, WorkError

CASE = load_case("hoi_nghi_dot_xuat")
REFERENCE = reference_work(CASE)
SHEET_KEYS = ["case", "variant", "level", "format", "points", "max_points", "findings"]
FINDING_KEYS = [
    "criterion",
    "status",
    "points",
    "max_points",
    "where",
    "why",
    "fix",
    "rule",
    "source",
]


def of(**fields: object) -> ScoreSheet:
    return score(CASE, edited(CASE, REFERENCE, Edit.model_validate(fields)))


def test_the_json_has_the_documented_keys_in_the_documented_order() -> None:
    for sheet in (score(CASE, REFERENCE), score(CASE, Work(case=CASE.id)), of(drop=["hau_can"])):
        content = json.loads(sheet.to_json())
        assert list(content) == SHEET_KEYS
        assert all(list(finding) == FINDING_KEYS for finding in content["findings"])
        assert {finding["status"] for finding in content["findings"]} <= {
            "met",
            "partly",
            "unmet",
            "not_attempted",
        }
        assert content["points"] == sum(finding["points"] for finding in content["findings"])
        assert content["max_points"] == 130


def test_the_json_keeps_vietnamese_letters_and_is_the_same_each_time() -> None:
    text = of(drop=["hau_can"]).to_json()
    assert "Trước hội nghị" in text
    assert text == of(drop=["hau_can"]).to_json()


def test_findings_come_in_the_order_of_the_rubric_with_their_groups() -> None:
    sheet = score(CASE, REFERENCE)
    ids = [finding.criterion for finding in sheet.findings]
    assert ids[0] == "T01"
    assert list(sheet.groups) == ids
    assert set(sheet.groups.values()) == {"before", "during", "after"}
    assert sheet.finding("T01") is sheet.findings[0]
    assert sheet.finding("Z99") is None


def test_what_is_met_needs_no_words_and_what_is_not_has_why_and_how() -> None:
    for finding in of(drop=["hau_can"]).findings:
        assert bool(finding.why) is (finding.status is not Status.MET)
        assert bool(finding.fix) is (finding.status is not Status.MET)
        assert finding.where
        assert finding.source


def test_a_criterion_of_which_some_checks_hold_is_partly_met() -> None:
    finding = of(drop=["hau_can"]).finding("T16")
    assert finding is not None
    assert (finding.status, finding.points, finding.max_points) == (Status.PARTLY, 2, 3)
    assert finding.why.endswith("Việc bảo vệ, đón tiếp, ăn nghỉ chưa đủ hoặc có khoản không cần.")


def test_the_moment_that_decided_stands_in_the_finding() -> None:
    finding = of(move={"van_thu_giay_moi": "start+2h40m"}).finding("T09")
    assert finding is not None
    assert "Chưa đóng dấu, vào sổ ở văn thư (lúc " in finding.why
    assert "Thứ Ba 22/9" in finding.why


def test_weights_decide_how_much_a_check_counts() -> None:
    leaked = of(
        add=[
            {
                "task": "gui_phu_luc",
                "who": "mai",
                "at": "start+3h10m",
                "options": {"channel": "he_thong"},
            }
        ]
    )
    uncounted = of(options={"nhan_ban_phu_luc": {"cach": "du_phong"}})
    points = [sheet.finding("T15").points for sheet in (leaked, uncounted)]  # type: ignore[union-attr]
    assert points == [pytest.approx(4 * 2 / 5), pytest.approx(4 * 4 / 5)]


def test_no_finding_before_hand_in_gives_the_lesson_away() -> None:
    from grading.rubric import load_rubric

    lessons = {one.id: one.lesson for one in load_rubric(CASE.folder).criteria}
    for finding in score(CASE, Work(case=CASE.id)).findings:
        assert lessons[finding.criterion] not in finding.why + finding.fix


def test_while_the_run_waits_what_could_still_come_is_not_attempted() -> None:
    open_work = REFERENCE.model_copy(
        update={"decisions": tuple(one for one in REFERENCE.decisions if one.inject != "bao_chi")}
    )
    sheet = score(CASE, open_work)
    before, after = sheet.finding("T01"), sheet.finding("S05")
    assert before is not None
    assert after is not None
    assert before.status is Status.MET
    assert after.status is Status.NOT_ATTEMPTED
    assert "còn tình tiết đang chờ anh/chị quyết định" in after.why


def test_what_is_broken_while_the_run_waits_is_told_at_once() -> None:
    work = edited(
        CASE, REFERENCE, Edit.model_validate({"move": {"trinh_danh_sach": "start+2h30m"}})
    )
    open_work = work.model_copy(
        update={"decisions": tuple(one for one in work.decisions if one.inject != "bao_chi")}
    )
    finding = score(CASE, open_work).finding("T08")
    assert finding is not None
    assert finding.status is Status.UNMET


def test_every_state_has_its_word() -> None:
    assert set(STATUS_VI) == set(Status)


def test_a_folder_is_scored_in_the_variant_of_its_work(tmp_path: Path) -> None:
    other = CASE.in_variant("chay_cho-bch-h40")
    (tmp_path / FILE_NAME).write_text(reference_work(other).to_json(), encoding="utf-8")
    sheet = score_folder(CASE.id, tmp_path)
    assert (sheet.variant, sheet.points) == ("chay_cho-bch-h40", 100)


def test_an_empty_folder_is_an_untouched_work_of_the_default_variant(tmp_path: Path) -> None:
    sheet = score_folder(CASE.id, tmp_path)
    assert (sheet.case, sheet.variant, sheet.points) == (CASE.id, CASE.variant.id, 0)


def test_works_of_other_cases_variants_or_no_case_at_all_are_refused(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('{"case": "tham_27_7"}', encoding="utf-8")
    with pytest.raises(WorkError, match="là của tình huống “tham_27_7”, không phải hoi_nghi"):
        score_folder(CASE.id, tmp_path)
    path.write_text(Work(case=CASE.id, variant="la").to_json(), encoding="utf-8")
    with pytest.raises(VariantError, match="không có biến thể “la”"):
        score_folder(CASE.id, tmp_path)
    path.write_text('{"case": "la"}', encoding="utf-8")
    with pytest.raises(UnknownCaseError, match="Không có tình huống “la”"):
        score_folder("la", tmp_path)


def test_trying_everything_at_once_with_unknown_words_earns_nothing_and_breaks_nothing() -> None:
    lines = tuple(DecisionLine(inject=one.id, choice="la") for one in CASE.injects)
    sheet = score(CASE, Work(case=CASE.id, decisions=lines, answers={"la": "x", "so_phieu": " "}))
    assert sheet.points == 0
