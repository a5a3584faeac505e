"""A draft laid out by named paragraph and character styles only, the font coming from the theme."""

from __future__ import annotations

import re
from typing import Any

from grading.word.dates import in_words
from grading.word.draft import Centre, Draft, Heading, Signature, Table, Text
from grading.word.table_look import borders, padding

# name: (base, size, bold, italic, alignment)
_STYLES = {
    "VB Goc": (None, 14, False, False, 0),
    "VB Giua": ("VB Goc", None, None, None, 1),
    "VB Tieu de": ("VB Giua", 15, True, None, None),
    "VB Cap tren": ("VB Giua", None, None, None, None),
    "VB Co quan": ("VB Giua", None, True, None, None),
    "VB Ngay": ("VB Giua", None, None, True, None),
    "VB Trich yeu CV": ("VB Giua", 12, None, True, None),
    "VB Ten loai": ("VB Giua", 16, True, None, None),
    "VB Trich yeu": ("VB Giua", None, True, None, None),
    "VB Noi dung": ("VB Goc", None, None, None, 3),
    "VB De muc": ("VB Noi dung", None, True, None, None),
    "VB Noi nhan": ("VB Goc", 12, None, None, None),
    "VB Ky": ("VB Giua", None, True, None, None),
    "VB Chuc vu": ("VB Giua", None, None, None, None),
}


def lay_out_by_styles(draft: Draft, document: Any) -> Any:
    """Fill a page that has the right paper; returns the same document."""
    _learn_styles(document)
    _set_theme(document)
    _head(document, draft)
    _title(document, draft)
    for block in draft.blocks:
        _block(document, block)
    _end(document, draft)
    return document


def _learn_styles(document: Any) -> None:
    from docx.shared import Mm, Pt

    for name, (base, size, bold, italic, alignment) in _STYLES.items():
        style = document.styles.add_style(name, 1)
        style.base_style = document.styles[base or "Normal"]
        style.font.size = Pt(size) if size else None
        style.font.bold, style.font.italic = bold, italic
        if alignment is not None:
            style.paragraph_format.alignment = alignment
    layout = document.styles["VB Noi dung"].paragraph_format
    layout.first_line_indent, layout.space_after = Mm(10), Pt(6)
    layout.line_spacing = Pt(19)
    underlined = document.styles.add_style("VB Gach chan", 2)
    underlined.font.underline = True
    strong = document.styles.add_style("VB Dam", 2)
    strong.font.bold = True


def _set_theme(document: Any) -> None:
    """The font is named only in the theme; Normal's own font is taken out of the way."""
    from docx.oxml.ns import qn

    for relation in document.part.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            name = b'typeface="Times New Roman"'
            part._blob = re.sub(rb'(<a:latin )typeface="[^"]*"', rb"\1" + name, part.blob)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            theme = {"cs": "minorBidi", "eastAsia": "minorEastAsia"}.get(slot, "minorHAnsi")
            fonts.set(qn(f"w:{slot}Theme" if slot != "cs" else "w:cstheme"), theme)


def _head(document: Any, draft: Draft) -> None:
    table = document.add_table(1, 2)
    borders(table, "none")
    padding(table, 0)
    left, right = table.rows[0].cells
    lines = [(draft.superior, "VB Cap tren"), (draft.issuer, "VB Co quan"), ("*", "VB Giua")]
    if draft.symbol:
        lines.append((f"Số {draft.number}-{draft.symbol}", "VB Giua"))
    if draft.letter_abstract:
        lines.append((draft.letter_abstract, "VB Trich yeu CV"))
    _fill(left, lines)
    _fill(right, [("ĐẢNG CỘNG SẢN VIỆT NAM", "VB Tieu de"), ("", "VB Giua")])
    right.paragraphs[0].runs[0].style = "VB Gach chan"
    if draft.date is not None:
        paragraph = right.add_paragraph(style="VB Ngay")
        paragraph.add_run(f"{draft.place}, {in_words(draft.date)}")


def _title(document: Any, draft: Draft) -> None:
    document.add_paragraph("", "VB Giua")
    if draft.name:
        document.add_paragraph(draft.name, "VB Ten loai")
        for line in draft.abstract:
            document.add_paragraph(line, "VB Trich yeu")
        if draft.abstract:
            document.add_paragraph("-----", "VB Giua")
    if draft.addressee:
        document.add_paragraph(draft.addressee, "VB Giua")


def _block(document: Any, block: Any) -> None:
    if isinstance(block, Text):
        paragraph = document.add_paragraph("", "VB Noi dung")
        if block.lead:
            paragraph.add_run(f"{block.lead} ", "VB Dam")
        paragraph.add_run(block.text)
    elif isinstance(block, Heading):
        document.add_paragraph(block.text, "VB De muc")
    elif isinstance(block, Centre):
        paragraph = document.add_paragraph(block.text, "VB De muc")
        paragraph.alignment = 1
    elif isinstance(block, Table):
        table = document.add_table(len(block.rows), len(block.rows[0]))
        borders(table, "single")
        for row, texts in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.paragraphs[0].add_run(text)
        document.add_paragraph("", "VB Giua")


def _end(document: Any, draft: Draft) -> None:
    if draft.signature is None:
        return
    table = document.add_table(1, 2)
    borders(table, "none")
    left, right = table.rows[0].cells
    if draft.second is not None:
        _fill(left, _signer(draft.second))
    elif draft.recipients:
        last = len(draft.recipients)
        lines = [
            (f"- {text}{'.' if n == last else ','}", "VB Noi nhan")
            for n, text in enumerate(draft.recipients, start=1)
        ]
        _fill(left, [("Nơi nhận:", "VB Goc"), *lines])
        left.paragraphs[0].runs[0].style = "VB Gach chan"
    _fill(right, _signer(draft.signature))


def _signer(signature: Signature) -> list[tuple[str, str]]:
    lines = [(signature.authority, "VB Ky")] if signature.authority else []
    gap = [("", "VB Giua")] * 3
    return [*lines, (signature.post, "VB Chuc vu"), *gap, (signature.name, "VB Ky")]


def _fill(cell: Any, lines: list[tuple[str, str]]) -> None:
    for number, (text, style) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = style
        paragraph.add_run(text)
