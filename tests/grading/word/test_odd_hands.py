"""Correct or nearly correct documents laid out in ways that the corpus does not have."""

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from grading.word.check import check_document
from grading.word.corpus.origins import correct_file
from grading.word.office_fields import SAMPLE
from grading.word.parts import find_parts
from grading.word.reading import read_bytes
from grading.word.report import DocumentReport
from grading.word.ruleset import load_rules
from grading.word.samples import draft_of


def opened(kind: str = "report") -> Any:
    return docx.Document(io.BytesIO(correct_file(draft_of(kind, SAMPLE), "writer")))


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def marked(document: Any) -> DocumentReport:
    return check_document(read_bytes(saved(document), "a.docx"), "a.docx", None, load_rules(), None)


def one_column_head(document: Any) -> None:
    """Take the head's lines out of their table, one below the other."""
    table = document.tables[0]._tbl
    cells = [cell for row in table.iter(qn("w:tr")) for cell in row.iter(qn("w:tc"))]
    for cell in (cells[1], cells[0], cells[2], cells[3]):
        for paragraph in list(cell.iter(qn("w:p"))):
            table.addprevious(paragraph)
    table.getparent().remove(table)


def test_a_head_in_one_column_is_found_whole() -> None:
    document = opened()
    one_column_head(document)
    report = marked(document)
    assert {"title", "superior", "issuer", "star", "number", "date"} <= set(report.parts)
    assert report.findings == ()


def test_a_head_in_text_boxes_is_found() -> None:
    document = opened()
    table = document.tables[0]._tbl
    first = document.add_paragraph()
    table.addprevious(first._p)
    for cell in list(table.iter(qn("w:tc"))):
        box = parse_xml(f"<w:r {nsdecls('w')}><w:pict><w:txbxContent/></w:pict></w:r>")
        for paragraph in list(cell.iter(qn("w:p"))):
            box[0][0].append(paragraph)
        first._p.append(box)
    table.getparent().remove(table)
    parts = find_parts(read_bytes(saved(document), "a.docx"))
    assert {"title", "issuer", "number", "date", "kind"} <= set(parts.lines)


def test_lines_broken_inside_one_paragraph_are_told_apart() -> None:
    document = opened()
    left = document.tables[0].rows[0].cells[0]
    superior, issuer, star = left.paragraphs
    for other in (issuer, star):
        superior.add_run().add_break()
        for run in list(other.runs):
            superior._p.append(run._r)
        other._p.getparent().remove(other._p)
    report = marked(document)
    assert {"superior", "issuer", "star"} <= set(report.parts)
    assert report.findings == ()


def test_a_drawn_line_below_the_title_counts() -> None:
    document = opened()
    for border in list(document.element.body.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    assert [f.rule for f in marked(document).findings] == ["title.line_below"]
    title = document.tables[0].rows[0].cells[1].paragraphs[0]
    title.add_run()._r.append(parse_xml(f"<w:drawing {nsdecls('w')}/>"))
    assert marked(document).findings == ()


def test_three_columns_in_the_head_do_not_confuse() -> None:
    document = opened()
    for row in document.tables[0].rows:
        cells = row._tr.findall(qn("w:tc"))
        middle = parse_xml(f"<w:tc {nsdecls('w')}><w:p/></w:tc>")
        cells[0].addnext(middle)
    assert marked(document).findings == ()


def test_an_indent_made_with_a_tab_counts_as_one() -> None:
    document = opened()
    for paragraph in document.paragraphs:
        if paragraph.alignment == 3:
            paragraph.paragraph_format.first_line_indent = Mm(0)
            paragraph.runs[0].text = "\t" + paragraph.runs[0].text
    assert "body.indent" not in {f.rule for f in marked(document).findings}


def test_an_indent_made_with_spaces_does_not() -> None:
    document = opened()
    for paragraph in document.paragraphs:
        if paragraph.alignment == 3:
            paragraph.paragraph_format.first_line_indent = Mm(0)
            paragraph.runs[0].text = "      " + paragraph.runs[0].text
    assert "body.indent" in {f.rule for f in marked(document).findings}


def test_an_appendix_after_the_signature_is_not_held_for_text() -> None:
    document = opened()
    document.add_page_break()
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("Danh sách các hộ phải di dời kèm theo báo cáo này, có 38 hộ.")
    report = marked(document)
    assert "appendix" in report.parts
    assert not [f for f in report.findings if f.rule.startswith("body.")]


def test_an_unknown_kind_is_checked_for_layout_only_and_says_so() -> None:
    document = opened()
    for paragraph in document.paragraphs:
        if paragraph.text == "BÁO CÁO":
            paragraph.runs[0].text = "PHIẾU CHUYỂN"
    rules = [f.rule for f in marked(document).findings]
    assert "kind.unknown" in rules
    assert not [rule for rule in rules if rule.startswith("report.")]


def test_the_kind_asked_for_is_missed_when_another_is_handed_in() -> None:
    data = saved(opened("report"))
    report = check_document(read_bytes(data, "a.docx"), "a.docx", "bien_ban", load_rules(), None)
    assert "kind.match" in {f.rule for f in report.findings}


@pytest.mark.parametrize("size", [13.0, 13.5, 16.0])
def test_a_wrong_size_is_shown_the_vietnamese_way(size: float) -> None:
    document = opened()
    paragraph = next(p for p in document.paragraphs if p.alignment == 3)
    for run in paragraph.runs:
        run.font.size = Pt(size)
    (finding,) = marked(document).findings
    assert f"cỡ {f'{size:g}'.replace('.', ',')}, quy định từ 14 đến 15 pt" in finding.what


def test_an_unconfirmed_rule_only_warns_and_says_where_to_look() -> None:
    document = opened()
    paragraph = next(p for p in document.paragraphs if p.text == "BÁO CÁO")
    paragraph.alignment = 0
    (finding,) = marked(document).findings
    assert finding.severity == "warning"
    assert "cần đối chiếu bản gốc" in finding.why
    assert "cần đối chiếu bản gốc" in finding.as_finding("the_thuc", 1, 1).source
