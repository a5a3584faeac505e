"""Content against the case, documents against each other, the file of a meeting."""

import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import docx
import pytest

from grading.word import CaseFacts, NumberFact, RuleSetError, compare, read_facts
from grading.word.check import check_document
from grading.word.content import Content
from grading.word.corpus.origins import correct_file
from grading.word.facts import CaseFacts as Facts
from grading.word.meeting_file import NINE_PAPERS, missing_papers
from grading.word.office_fields import SAMPLE, OfficeFields
from grading.word.reading import read_bytes
from grading.word.report import DocumentReport
from grading.word.ruleset import load_rules
from grading.word.samples import draft_of, sample_kinds

FACTS = CaseFacts(
    starts=datetime(2027, 3, 16, 14, 0),
    place="Phòng họp số 1, trụ sở Đảng uỷ xã",
    body="Ban Thường vụ Đảng ủy",
    chair="Hoàng Văn Thái",
    people=("Hoàng Văn Thái",),
    issued_from=date(2027, 3, 10),
    issued_to=date(2027, 3, 20),
)


def report_of(
    kind: str, facts: CaseFacts | None = None, fields: OfficeFields = SAMPLE,
    swap: tuple[str, str] = ("", ""),
) -> DocumentReport:  # fmt: skip
    data = correct_file(draft_of(kind, fields), "writer")
    if swap[0]:
        document = docx.Document(io.BytesIO(data))
        hit = [t for t in document.element.body.iter("{*}t") if swap[0] in (t.text or "")]
        assert hit
        for text in hit:
            text.text = text.text.replace(*swap)
        buffer = io.BytesIO()
        document.save(buffer)
        data = buffer.getvalue()
    return check_document(
        read_bytes(data, f"{kind}.docx"), f"{kind}.docx", kind, load_rules(), facts
    )


def rules_of(report: DocumentReport) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize("kind", ["invitation", "programme", "minutes"])
def test_a_document_that_fits_the_case_has_no_finding(kind: str) -> None:
    assert rules_of(report_of(kind, FACTS)) == []


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (replace(FACTS, starts=datetime(2027, 3, 16, 15, 0)), "content.hour"),
        (replace(FACTS, starts=datetime(2027, 3, 17, 14, 0)), "content.day"),
        (replace(FACTS, place="Phòng họp số 2, trụ sở Đảng ủy xã"), "content.place"),
        (replace(FACTS, place="Hội trường lớn"), "content.place"),
        (replace(FACTS, body="Ban Chấp hành Đảng bộ"), "content.body"),
        (replace(FACTS, chair="Lê Thị Hạnh"), "content.chair"),
        (replace(FACTS, people=("Vi Văn Lâm",)), "content.people"),
        (replace(FACTS, papers=("09-TTr/ĐU",)), "content.papers"),
        (replace(FACTS, issued_to=date(2027, 3, 11)), "content.issued"),
    ],
)
def test_each_departure_from_the_case_is_found(facts: CaseFacts, rule: str) -> None:
    assert rules_of(report_of("invitation", facts)) == [rule]


def test_an_hour_within_the_tolerance_is_borne() -> None:
    facts = replace(
        FACTS, starts=datetime(2027, 3, 16, 14, 10), time_tolerance=timedelta(minutes=15)
    )
    assert rules_of(report_of("invitation", facts)) == []


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (NumberFact("số hộ phải di dời", 38, "hộ"), []),
        (NumberFact("số hộ phải di dời", 40, "hộ", tolerance=2), []),
        (NumberFact("số hộ phải di dời", 40, "hộ"), ["content.number"]),
        (NumberFact("kinh phí", 95_000_000, "đồng"), []),
        (NumberFact("kinh phí", 59_000_000, "đồng"), ["content.number"]),
        (NumberFact("số trâu bò", 12, "con"), ["content.number"]),
    ],
)
def test_numbers_are_held_against_the_case(number: NumberFact, found: list[str]) -> None:
    assert rules_of(report_of("submission", CaseFacts(numbers=(number,)))) == found


def test_a_finding_about_content_stands_at_its_paragraph() -> None:
    report = report_of("invitation", replace(FACTS, place="Hội trường lớn"))
    place = report.findings[0].places[0]
    assert place.quote.startswith("2. Địa điểm")


def test_short_notice_without_a_reason_is_warned_of_with_the_rule() -> None:
    late = replace(SAMPLE, starts=datetime(2027, 3, 16, 14, 0))
    report = report_of("invitation", None, late, ("ngày 12 tháng 3", "ngày 15 tháng 3"))
    assert rules_of(report) == []  # it says "đột xuất": the special case is named
    document = correct_file(draft_of("invitation", late), "writer")
    plain = docx.Document(io.BytesIO(document))
    for text in plain.element.body.iter("{*}t"):
        text.text = (text.text or "").replace("đột xuất", "").replace("12 tháng 3", "15 tháng 3")
    buffer = io.BytesIO()
    plain.save(buffer)
    found = check_document(
        read_bytes(buffer.getvalue(), "a.docx"), "a.docx", None, load_rules(), None
    )
    assert rules_of(found) == ["content.lead"]
    assert "R10" in found.findings[0].why


def test_late_minutes_are_an_error_by_the_course() -> None:
    report = report_of("minutes", None, SAMPLE, ("ngày 17 tháng 3", "ngày 23 tháng 3"))
    (finding,) = report.findings
    assert finding.rule == "content.lead"
    assert "7 ngày, hạn là 5 ngày" in finding.what


def test_the_papers_of_one_meeting_agree() -> None:
    assert compare([report_of(kind) for kind in sample_kinds()]) == []


@pytest.mark.parametrize(
    ("kind", "swap", "rule"),
    [
        ("minutes", ("14 giờ 00", "15 giờ 00"), "agree.hour"),
        ("programme", ("ngày 16 tháng 3", "ngày 18 tháng 3"), "agree.day"),
        ("minutes", ("Phòng họp số 1", "Phòng họp số 3"), "agree.place"),
        ("minutes", ("Hoàng Văn Thái", "Lê Văn Bình"), "agree.chair"),
        ("notice_of_conclusions", ("38 hộ", "83 hộ"), "agree.number"),
        ("minutes", ("8/8", "9/9"), "agree.vote"),
    ],
)
def test_a_paper_that_departs_from_the_others_is_named(
    kind: str, swap: tuple[str, str], rule: str
) -> None:
    others = [report_of(k) for k in ("invitation", "programme", "minutes", "notice_of_conclusions")]
    reports = [r for r in others if r.kind != kind] + [report_of(kind, swap=swap)]
    (finding,) = compare(reports)
    assert finding.rule == rule
    assert finding.what.endswith(".") and finding.places


def test_nothing_to_compare_is_no_finding() -> None:
    assert compare([]) == []
    assert compare([report_of("speech")]) == []


def test_the_file_of_a_meeting_has_nine_kinds_of_paper() -> None:
    assert len(NINE_PAPERS) == 9
    there = ["invitation", "roster", "programme", "submission", "minutes", "journal"]
    assert [paper.id for paper in missing_papers(there)] == ["outcome"]
    assert missing_papers([*there, "conclusion"]) == []
    assert len(missing_papers([], all_nine=True)) == 9


def test_facts_and_content_survive_json() -> None:
    facts = replace(FACTS, numbers=(NumberFact("a", 1, "hộ"),))
    assert Facts.from_dict(facts.to_dict()) == facts
    content = report_of("minutes").content
    assert Content.from_dict(content.to_dict()) == content


def test_facts_are_read_from_toml(tmp_path: Path) -> None:
    path = tmp_path / "du_kien.toml"
    path.write_text(
        "schema = 1\nstarts = 2027-03-16T14:00:00\ntime_tolerance = 15\nplace = 'Phòng họp số 1'\n"
        "issued_to = 2027-03-16\n[[numbers]]\nlabel = 'số hộ'\nvalue = 38\nunit = 'hộ'\n",
        encoding="utf-8",
    )
    facts = read_facts(path)
    assert facts.starts == datetime(2027, 3, 16, 14, 0)
    assert facts.time_tolerance == timedelta(minutes=15)
    assert facts.numbers[0].value == 38


@pytest.mark.parametrize("text", ["la = 1", "numbers = [1]", "starts = 'hôm nay'", "["])
def test_wrong_facts_are_told_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "du_kien.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleSetError):
        read_facts(path)
