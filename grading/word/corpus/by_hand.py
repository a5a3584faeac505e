"""A draft laid out by direct formatting on Word's own template, columns made with tabs."""

from __future__ import annotations

from typing import Any

from grading.word.dates import in_words
from grading.word.draft import Centre, Draft, Heading, Table, Text
from grading.word.ruleset import RuleSet
from grading.word.table_look import borders

Piece = tuple[str, float, str]
"""Text, size in points and looks: any of "b", "i", "u"."""


def lay_out_by_hand(draft: Draft, rules: RuleSet) -> Any:
    """A whole document; the template's Calibri shows wherever a run forgets to say otherwise."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(rules.low("page.margin_top", 20))
    section.left_margin = Mm(rules.low("page.margin_left", 30))
    section.right_margin = Mm(rules.low("page.margin_right", 15))
    _head(document, draft)
    _title(document, draft)
    for block in draft.blocks:
        _block(document, block)
    _end(document, draft)
    return document


def _head(document: Any, draft: Draft) -> None:
    left: list[Piece] = [(draft.superior, 14, ""), (draft.issuer, 14, "b"), ("*", 14, "")]
    if draft.symbol:
        left.append((f"Số {draft.number}-{draft.symbol}", 14, ""))
    right: list[Piece] = [("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "bu")]
    right += [("", 14, "")] * max(0, len(left) - 2)
    if draft.date is not None:
        right.append((f"{draft.place}, {in_words(draft.date)}", 14, "i"))
    _columns(document, left, right)
    if draft.letter_abstract:
        _columns(document, [(draft.letter_abstract, 12, "i")], [])


def _title(document: Any, draft: Draft) -> None:
    _centred(document, ("", 14, ""))
    if draft.name:
        _centred(document, (draft.name, 16, "b"))
        for line in draft.abstract:
            _centred(document, (line, 14, "b"))
        if draft.abstract:
            _centred(document, ("-----", 14, ""))
    if draft.addressee:
        _centred(document, (draft.addressee, 14, ""))


def _block(document: Any, block: Any) -> None:
    if isinstance(block, Text):
        lead: list[Piece] = [(f"{block.lead} ", 14, "b")] if block.lead else []
        _body(document, [*lead, (block.text, 14, "")])
    elif isinstance(block, Heading):
        _body(document, [(block.text, 14, "b")])
    elif isinstance(block, Centre):
        _centred(document, (block.text, 14, "b"))
    elif isinstance(block, Table):
        table = document.add_table(len(block.rows), len(block.rows[0]))
        borders(table, "single")
        for row, texts in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                _write(cell.paragraphs[0], (text, 13, ""))


def _end(document: Any, draft: Draft) -> None:
    if draft.signature is None:
        return
    sign = draft.signature
    right: list[Piece] = [(sign.authority, 14, "b")] if sign.authority else []
    right += [(sign.post, 14, ""), ("", 14, ""), ("", 14, ""), ("", 14, ""), (sign.name, 14, "b")]
    left: list[Piece] = []
    if draft.second is not None:
        left = [(draft.second.post, 14, ""), *[("", 14.0, "")] * 3, (draft.second.name, 14, "b")]
    elif draft.recipients:
        last = len(draft.recipients)
        left = [("Nơi nhận:", 14, "u")]
        left += [
            (f"- {text}{'.' if n == last else ','}", 12, "")
            for n, text in enumerate(draft.recipients, start=1)
        ]
    _centred(document, ("", 14, ""))
    _columns(document, left, right)


def _columns(document: Any, left: list[Piece], right: list[Piece]) -> None:
    from docx.shared import Mm, Pt

    for number in range(max(len(left), len(right))):
        paragraph = document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.space_after, layout.line_spacing = Pt(0), 1.0
        layout.tab_stops.add_tab_stop(Mm(85))
        if number < len(left):
            _write(paragraph, left[number])
        if number < len(right) and right[number][0]:
            paragraph.add_run("\t")
            _write(paragraph, right[number])


def _centred(document: Any, piece: Piece) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.alignment = 1
    paragraph.paragraph_format.space_after = Pt(0)
    _write(paragraph, piece)


def _body(document: Any, pieces: list[Piece]) -> None:
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    paragraph.alignment = 3
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.line_spacing = Mm(12.7), Pt(18)
    layout.space_before, layout.space_after = Pt(3), Pt(6)
    for piece in pieces:
        _write(paragraph, piece)


def _write(paragraph: Any, piece: Piece) -> None:
    """The text in two or three runs, as Word leaves it after editing."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    text, size, looks = piece
    third = max(1, len(text) // 3)
    for part in (text[:third], text[third : third + 2], text[third + 2 :]):
        if not part:
            continue
        run = paragraph.add_run(part)
        run.font.name, run.font.size = "Times New Roman", Pt(size)
        run._r.rPr.rFonts.set(qn("w:cs"), "Times New Roman")
        run.font.bold = "b" in looks or None
        run.font.italic = "i" in looks or None
        run.font.underline = "u" in looks or None
