"""The writer: what it makes has no finding under its own rules; blank forms are known."""

from pathlib import Path

import docx
import pytest

from grading.word import CaseFacts, RuleSetError, check_file, new_document
from grading.word.check import check_here
from grading.word.draft import Draft, Heading, Signature, Table, Text
from grading.word.line_width import width_mm
from grading.word.office_fields import SAMPLE, OfficeFields
from grading.word.ruleset import load_rules
from grading.word.samples import draft_of, sample_kinds
from grading.word.write import Writer, write_draft
from tests.grading.word.test_rule_files import SETS

PARTY_ONLY = {"conclusion", "resolution", "work_programme"}
MADE = [(k, s) for s in SETS for k in sample_kinds() if s != "ND30" or k not in PARTY_ONLY]


@pytest.mark.parametrize(("kind", "rules"), MADE)
def test_a_filled_document_has_no_finding_under_its_rules(
    kind: str, rules: str, tmp_path: Path
) -> None:
    chosen = load_rules(rules)
    path = write_draft(draft_of(kind, SAMPLE, chosen.family), tmp_path / "a.docx", chosen)
    report = check_here(path, None, chosen, None)
    assert [finding.what for finding in report.findings] == []
    assert report.kind == kind


@pytest.mark.parametrize(("kind", "rules"), MADE)
def test_a_blank_form_is_known_as_untouched(kind: str, rules: str, tmp_path: Path) -> None:
    path = new_document(kind, tmp_path / "a.docx", rules=rules)
    report = check_here(path, None, load_rules(rules), None)
    assert report.untouched
    assert report.findings == ()


def test_a_blank_form_with_one_word_filled_in_is_marked(tmp_path: Path) -> None:
    path = new_document("giay_moi", tmp_path / "a.docx")
    document = docx.Document(str(path))
    document.paragraphs[-3].runs[-1].text = "4. Chủ trì: Đồng chí Hoàng Văn Thái."
    document.save(str(path))
    report = check_file(path)
    assert not report.untouched
    assert "text.blank" in {finding.rule for finding in report.findings}


def test_a_blank_form_differs_from_its_rules_in_nothing_but_the_blanks(tmp_path: Path) -> None:
    """Without its stamp a blank form is found incomplete, and nothing else."""
    rules = load_rules("HD05")
    for kind in sample_kinds():
        path = write_draft(draft_of(kind, OfficeFields()), tmp_path / f"{kind}.docx", rules)
        found = {
            finding.rule.split(".")[0] for finding in check_here(path, None, rules, None).findings
        }
        assert found <= {"text", kind, "body"}


def test_a_form_is_filled_from_the_facts_of_a_case(tmp_path: Path) -> None:
    from datetime import datetime

    facts = CaseFacts(
        starts=datetime(2027, 8, 5, 19, 30),
        place="Hội trường tầng 2",
        body="Ban Chấp hành Đảng ủy",
        chair="Lê Thị Hạnh",
        special=True,
    )
    path = new_document("giay_moi", tmp_path / "a.docx", facts)
    report = check_file(path, facts=facts)
    assert report.findings == ()
    assert report.content.place == "Hội trường tầng 2"


def test_kinds_of_the_party_have_no_form_for_the_state(tmp_path: Path) -> None:
    with pytest.raises(RuleSetError, match="không phải loại văn bản của ủy ban nhân dân"):
        new_document("nghi_quyet", tmp_path / "a.docx", rules="ND30")


def test_an_unknown_kind_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(RuleSetError, match="giay_moi"):
        new_document("thong tri", tmp_path / "a.docx")


def test_the_writer_serves_other_papers_of_the_kit(tmp_path: Path) -> None:
    writer = Writer("HD05", "Phiếu đánh giá")
    writer.title("PHIẾU ĐÁNH GIÁ", ("lớp tập huấn giả định",))
    writer.heading("I. TIÊU CHÍ")
    writer.table(Table((("TT", "Tiêu chí", "Điểm"), ("1", "Đúng hạn", "5")), (15, 120, 30)))
    writer.page_break()
    writer.text("Đoạn văn.")
    path = writer.save(tmp_path / "phieu.docx")
    document = docx.Document(str(path))
    assert document.tables[0].rows[1].cells[1].text == "Đúng hạn"
    assert [p.text for p in document.paragraphs if p.text][:2] == [
        "PHIẾU ĐÁNH GIÁ",
        "lớp tập huấn giả định",
    ]


def test_urgency_and_secrecy_marks_are_written_where_the_rules_want_them(tmp_path: Path) -> None:
    draft = Draft(
        superior="ĐẢNG BỘ TỈNH AN LĨNH", issuer="ĐẢNG ỦY XÃ SUỐI MÂY", number="31", symbol="BC/ĐU",
        place="Suối Mây", date=SAMPLE.starts.date() if SAMPLE.starts else None, urgency="HỎA TỐC",
        secrecy="MẬT", name="BÁO CÁO", abstract=("tình hình",),
        blocks=(Heading("I. TÌNH HÌNH"), Text("Có 38 hộ gặp khó khăn, đề nghị hỗ trợ kịp thời.")),
        signature=Signature("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Hoàng Văn Thái"),
        recipients=("Tỉnh ủy", "Lưu Văn phòng Đảng ủy"),
    )  # fmt: skip
    report = check_here(write_draft(draft, tmp_path / "a.docx"), None, load_rules(), None)
    assert report.findings == ()
    assert {"urgency", "secrecy"} <= set(report.parts)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OSError):
        new_document("giay_moi", tmp_path / "a.docx")
    assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]


def test_the_rule_below_the_title_is_as_long_as_the_title() -> None:
    assert 70 < width_mm("ĐẢNG CỘNG SẢN VIỆT NAM", 15) < 76
