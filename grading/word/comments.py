"""A learner's file with its findings as Word comments at their places, and a summary at the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from grading.word.findings import SEVERITY_VI, Place, Severity, WordFinding
from grading.word.intake import open_docx
from grading.word.report import BY_HAND, DocumentReport
from grading.word.unreadable import UnreadableWordError

AUTHOR, INITIALS = "Văn phòng chấm bài", "VP"
MAX_PLACES = 6
"""Comments per finding; further places are only counted, so the page stays readable."""
MAX_COMMENTS = 400
MAX_ROWS = 200


def annotate_here(path: Path, report: DocumentReport, out: Path) -> None:
    """Write the annotated copy from this process: call it only inside a limited one.

    Raises UnreadableWordError if the file cannot be opened.
    """
    import docx

    from grading.word.saving import save_whole
    from grading.word.walk import walk

    open_docx(path).close()
    try:
        document = docx.Document(str(path))
    except (KeyError, ValueError, OSError, AttributeError, SyntaxError) as problem:
        raise UnreadableWordError(
            path,
            f"Tệp “{path.name}” bị hỏng nên không ghi nhận xét được. Anh/chị lưu lại dạng .docx.",
        ) from problem
    elements = list(walk(document.element.body))
    count = 0
    for finding in report.findings:
        for number, place in enumerate(finding.places[:MAX_PLACES]):
            if count >= MAX_COMMENTS:
                break
            _comment(document, elements, place, _words(finding, number))
            count += 1
    _summary(document, report)
    save_whole(document, out)


def _words(finding: WordFinding, number: int) -> str:
    head = f"{SEVERITY_VI[finding.severity]}: {finding.what}"
    if number:
        return f"{head} (như nhận xét ở chỗ trước)"
    more = len(finding.places) - MAX_PLACES
    lines = [head, f"Vì sao: {finding.why}", f"Cách sửa: {finding.fix}",
             f"Quy tắc: {finding.rule} – {finding.source}"]  # fmt: skip
    if more > 0:
        lines.append(f"Còn {more} chỗ khác giống như vậy.")
    return "\n".join(lines)


def _comment(document: Any, elements: list[Any], place: Place, text: str) -> None:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    element = _element(elements, place.paragraph)
    runs = [Run(r, Paragraph(element, document._body)) for r in _runs_of(element)]
    if not runs:
        runs = [Paragraph(element, document._body).add_run("")]
    document.add_comment([runs[0], runs[-1]], text=text, author=AUTHOR, initials=INITIALS)


def _element(elements: list[Any], index: int | None) -> Any:
    """The paragraph itself; for a text box the one that holds it, for a header the page's first."""
    from docx.oxml.ns import qn

    shown = next(
        (e for e, where, _ in elements if where.area == "body" and _runs_of(e)), elements[0][0]
    )
    if index is None or index >= len(elements):
        return shown
    element, where, _ = elements[index]
    if where.area != "textbox":
        return element
    holders = list(element.iterancestors(qn("w:p")))
    return holders[-1] if holders else shown


def _runs_of(element: Any) -> list[Any]:
    """Runs whose parents may hold the marks of a comment; deleted text and boxes may not."""
    from docx.oxml.ns import qn

    parents = {
        qn(f"w:{name}") for name in ("p", "ins", "hyperlink", "smartTag", "sdtContent", "fldSimple")
    }
    found = []
    for run in element.iter(qn("w:r")):
        above = []
        for ancestor in run.iterancestors():
            if ancestor is element:
                break
            above.append(ancestor.tag)
        if set(above) <= parents:
            found.append(run)
    return found


def _summary(document: Any, report: DocumentReport) -> None:
    from docx.enum.text import WD_BREAK

    start = document.add_paragraph()
    start.add_run().add_break(WD_BREAK.PAGE)
    _line(document, "BẢNG TỔNG HỢP NHẬN XÉT", bold=True, size=14, centre=True)
    kind = report.kind_vi or "chưa nhận ra loại văn bản"
    counted = f"{len(report.errors)} lỗi, {len(report.warnings)} lưu ý"
    _line(document, f"Tệp: {report.file}. Loại: {kind}. Bộ quy tắc: {report.rules}. Có {counted}.")
    if report.findings:
        _table(document, report)
    else:
        _line(document, "Không có nhận xét nào: thể thức và nội dung đã đạt.")
    _line(document, "Lưu ý (không trừ điểm) là những chỗ cần đối chiếu bản gốc hoặc nên xem lại.")
    for sentence in BY_HAND:
        _line(document, f"Người kiểm tra tự xem: {sentence}")


def _table(document: Any, report: DocumentReport) -> None:
    from docx.shared import Mm

    from grading.word.table_look import borders, row_switch

    widths = (10, 18, 45, 46, 46)
    shown = report.findings[:MAX_ROWS]
    table = document.add_table(1 + len(shown), len(widths))
    table.autofit = False
    borders(table, "single")
    rows = [("TT", "Mức", "Chỗ", "Nhận xét", "Cách sửa")]
    rows += [
        (str(n), SEVERITY_VI[f.severity], f.where, f.what, f.fix) for n, f in enumerate(shown, 1)
    ]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row, texts in zip(table.rows, rows, strict=True):
        row_switch(row, "cantSplit")
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Mm(width)
            strong = texts[0] == "TT" or text == SEVERITY_VI[Severity.ERROR]
            _write(cell.paragraphs[0], text, 10.5, strong)
    row_switch(table.rows[0], "tblHeader")
    for source in dict.fromkeys(finding.source for finding in shown):
        _line(document, f"Nguồn: {source}.", size=10.5)


def _line(
    document: Any, text: str, *, bold: bool = False, size: float = 12, centre: bool = False
) -> None:
    paragraph = document.add_paragraph()
    if centre:
        paragraph.alignment = 1
    _write(paragraph, text, size, bold)


def _write(paragraph: Any, text: str, size: float, bold: bool) -> None:
    from docx.shared import Pt

    layout = paragraph.paragraph_format
    layout.line_spacing, layout.first_line_indent = 1.0, Pt(0)
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, "Times New Roman"
    run.font.italic = False
