"""The writer: documents laid out by a rule set, for learners' forms and the kit's own papers."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grading.word.blank_page import blank_page, set_font
from grading.word.dates import in_words
from grading.word.draft import Centre, Draft, Heading, Signature, Table, Text
from grading.word.line_width import width_mm
from grading.word.ruleset import RuleSet, load_rules
from grading.word.saving import save_whole
from grading.word.table_look import borders, padding, row_switch

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.parfmt import ParagraphFormat

_SIGN_ROOM = 4
"""Empty lines left for the signature and the seal."""
_NARROW = 6
"""A column whose texts are all shorter is one of numbers or marks: it stands in the middle."""


class Writer:
    """Writes a document from top to bottom; every look comes from the rule set.

    Call `head`, `title`, `addressee`, then any of `text`, `heading`, `centre`, `table`, then
    `sign`; at last `save`.
    """

    def __init__(self, rules: str | Path | RuleSet = "HD05", title: str = "") -> None:
        self.rules = rules if isinstance(rules, RuleSet) else load_rules(rules)
        self.document: DocxDocument = blank_page(self.rules, title)
        self._state = self.rules.family == "state"
        self._used_first = False

    def head(self, draft: Draft) -> None:
        """The two-column head: bodies and number on the left, title and date on the right."""
        widths = (65.0, 100.0) if self._state else (72.0, 93.0)
        table = self._columns(2, widths)
        left, right = table.rows[0].cells
        self._bodies(left, draft)
        self._title(right, widths[1])
        left, right = table.rows[1].cells
        self._number(left, draft)
        if draft.dated:
            self._line(right, _date_line(draft), self._low("date.size", 14), italic=True, before=4)
        self._gap(10)

    def title(self, name: str, abstract: tuple[str, ...]) -> None:
        """The kind's name and what the document is about."""
        if not name:
            return
        self._line(None, name, self._high("kind.size", 16), bold=True)
        for line in abstract:
            self._line(None, line, self._low("abstract.size", 14), bold=True)
        if not abstract:
            return
        if self.rules.get("abstract.dashes"):
            self._line(None, "-----", 14)
        elif self.rules.get("abstract.line_below"):
            self._rule(None, 50)
        self._gap(6)

    def addressee(self, text: str) -> None:
        """ "Kính gửi: ..." or "Kính trình: ..." in the middle."""
        if text:
            self._line(None, text, self._low("body.size", 14), before=6)

    def text(self, text: str, lead: str = "") -> None:
        """A paragraph of the text; `lead` stands in bold before it."""
        paragraph = self._body_paragraph()
        if lead:
            set_font(paragraph.add_run(f"{lead} "), self._low("body.size", 14), bold=True)
        set_font(paragraph.add_run(text), self._low("body.size", 14))

    def heading(self, text: str) -> None:
        """A bold heading in the text."""
        paragraph = self._body_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        set_font(paragraph.add_run(text), self._low("body.size", 14), bold=True)

    def centre(self, text: str) -> None:
        """A bold line in the middle of the text."""
        paragraph = self._body_paragraph()
        paragraph.paragraph_format.first_line_indent = None
        _align(paragraph, "CENTER")
        set_font(paragraph.add_run(text), self._low("body.size", 14), bold=True)

    def table(self, table: Table) -> None:
        """A table with lines, its first row bold and repeated on every page."""
        from docx.shared import Pt

        columns = max(len(row) for row in table.rows)
        widths = table.widths or (165 / columns,) * columns
        self._gap(6)
        made = self._columns(len(table.rows), tuple(widths), lines=True)
        narrow = [all(len(text) < _NARROW for text in column) for column in _columns_of(table)]
        last = len(table.rows) - 1
        for number, row in enumerate(table.rows):
            for cell, text, is_narrow in zip(made.rows[number].cells, row, narrow, strict=False):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_before = Pt(2)
                paragraph.paragraph_format.space_after = Pt(2)
                paragraph.paragraph_format.keep_with_next = table.together and number < last
                _align(paragraph, "CENTER" if number == 0 or is_narrow else "LEFT")
                set_font(paragraph.add_run(text), table.size, bold=number == 0)
            row_switch(made.rows[number], "cantSplit")
        row_switch(made.rows[0], "tblHeader")
        self._gap(6)

    def picture(self, png: bytes, words: str) -> None:
        """A picture over the width of the text; `words` tell it to those who do not see it."""
        from docx.shared import Mm

        paragraph = self._body_paragraph()
        paragraph.paragraph_format.first_line_indent = None
        paragraph.paragraph_format.line_spacing = 1.0  # an exact height would cut the picture
        _align(paragraph, "CENTER")
        shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Mm(150))
        shape._inline.docPr.set("descr", words)

    def sign(
        self, signature: Signature | None, recipients: tuple[str, ...] = (),
        second: Signature | None = None,
    ) -> None:  # fmt: skip
        """The end: recipients (or a second signer) on the left, the signer on the right."""
        if signature is None:
            return
        self._gap(10)
        table = self._columns(1, (75.0, 90.0))
        row_switch(table.rows[0], "cantSplit")
        left, right = table.rows[0].cells
        if second is not None:
            self._signer(left, second)
        elif recipients:
            self._recipients(left, recipients)
        self._signer(right, signature)

    def small(self, text: str) -> None:
        """A small note at the top of the first page, outside the text."""
        paragraph = self.document.sections[0].first_page_header.paragraphs[0]
        _align(paragraph, "RIGHT")
        set_font(paragraph.add_run(text), 11, italic=True)

    def page_break(self) -> None:
        """Go on upon a new page.

        Not by a break in a line of its own: after a full page that line would make an empty one.
        """
        self._gap(1).page_break_before = True

    def save(self, out: str | Path) -> Path:
        """Write the file at once and whole; returns its path."""
        return save_whole(self.document, Path(out))

    def _bodies(self, cell: _Cell, draft: Draft) -> None:
        if draft.superior:
            self._line(cell, draft.superior, self._low("superior.size", 14))
        # A long name breaks before "XÃ SUỐI MÂY", never inside it.
        issuer = draft.issuer
        start, _, commune = issuer.partition(" XÃ ")
        issuer = f"{start} XÃ\u00a0{commune.replace(' ', chr(0xA0))}" if commune else issuer
        self._line(cell, issuer, self._low("issuer.size", 14), bold=True)
        if self.rules.get("issuer.star"):
            self._line(cell, "*", 14)
        elif self.rules.get("issuer.line_below"):
            self._rule(cell, 25, 65)

    def _title(self, cell: _Cell, width: float) -> None:
        size = self._low("title.size", 15)
        text = str(self.rules.rules["title.text"].value)
        self._line(cell, text, size, bold=True)
        if self._state:
            motto = str(self.rules.rules["motto.text"].value)
            self._line(cell, motto, self._low("motto.size", 13), bold=True)
            self._rule(cell, width_mm(motto, self._low("motto.size", 13)), width)
        else:
            self._rule(cell, width_mm(text, size), width)

    def _number(self, cell: _Cell, draft: Draft) -> None:
        size = self._low("number.size", 14)
        if draft.symbol:
            colon, joint = (":", "/") if self._state else ("", "-")
            number = draft.number or "……"
            self._line(cell, f"Số{colon} {number}{joint}{draft.symbol}", size, before=4)
        if draft.letter_abstract:
            italic = self.rules.flag("letter_abstract.italic", True)
            self._line(
                cell, draft.letter_abstract, self._low("letter_abstract.size", 12), italic=italic
            )
        for mark in (draft.secrecy, draft.urgency):
            if mark:
                self._line(cell, mark, 14, bold=True, before=4)

    def _recipients(self, cell: _Cell, recipients: tuple[str, ...]) -> None:
        label = cell.paragraphs[0]
        run = label.add_run("Nơi nhận:")
        set_font(
            run, self._low("recipients_label.size", 14),
            bold=self.rules.flag("recipients_label.bold", False),
            italic=self.rules.flag("recipients_label.italic", False),
        )  # fmt: skip
        run.font.underline = self.rules.flag("recipients_label.underline", True)
        for number, text in enumerate(recipients, start=1):
            ending = "." if number == len(recipients) else ","
            paragraph = cell.add_paragraph()
            set_font(paragraph.add_run(f"- {text}{ending}"), self._low("recipients.size", 12))

    def _signer(self, cell: _Cell, signature: Signature) -> None:
        size = self._low("post.size", 14)
        if signature.authority:
            self._line(cell, signature.authority, self._low("authority.size", 14), bold=True)
        self._line(cell, signature.post, size, bold=self.rules.flag("post.bold", False))
        for _ in range(_SIGN_ROOM):
            self._line(cell, "", size)
        self._line(cell, signature.name, self._low("signer.size", 14), bold=True)

    def _body_paragraph(self) -> Paragraph:
        from docx.enum.text import WD_LINE_SPACING
        from docx.shared import Mm, Pt

        paragraph = self.document.add_paragraph()
        _align(paragraph, "JUSTIFY")
        layout = paragraph.paragraph_format
        layout.first_line_indent = Mm(self._low("body.indent", 10))
        layout.space_before = Pt(self._low("body.gap", 6))
        rule = self.rules.get("body.line_rule")
        if rule is not None and rule.value == "auto":
            layout.line_spacing = min(1.15, self._high("body.line", 1.15))
        else:
            layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            layout.line_spacing = Pt(self._low("body.line", 18))
        return paragraph

    def _line(
        self, cell: _Cell | None, text: str, size: float, *, bold: bool = False,
        italic: bool = False, before: float = 0,
    ) -> Paragraph:  # fmt: skip
        """A centred line on the page or in a cell (its first, empty paragraph is used first)."""
        from docx.shared import Pt

        if cell is None:
            paragraph = self.document.add_paragraph()
        else:
            paragraph = cell.paragraphs[-1]
            if paragraph.text or paragraph.runs or len(cell.paragraphs) > 1:
                paragraph = cell.add_paragraph()
        _align(paragraph, "CENTER")
        paragraph.paragraph_format.space_before = Pt(before)
        set_font(paragraph.add_run(text), size, bold=bold, italic=italic)
        return paragraph

    def _rule(self, cell: _Cell | None, length: float, width: float = 165) -> None:
        """A thin solid line of a length in mm, in the middle of a cell or page `width` mm wide."""
        from docx.enum.text import WD_LINE_SPACING
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        paragraph = self.document.add_paragraph() if cell is None else cell.add_paragraph()
        layout = paragraph.paragraph_format
        layout.left_indent = layout.right_indent = Mm(max(0.0, (width - length) / 2))
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(5)
        layout.space_before = Pt(2)
        frame = OxmlElement("w:pBdr")
        top = OxmlElement("w:top")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            top.set(qn(f"w:{key}"), value)
        frame.append(top)
        paragraph._p.get_or_add_pPr().insert_element_before(
            frame,
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:rPr",
        )

    def _gap(self, height: float) -> ParagraphFormat:
        """An empty stretch of `height` points; its format."""
        from docx.enum.text import WD_LINE_SPACING
        from docx.shared import Pt

        layout: ParagraphFormat = self.document.add_paragraph().paragraph_format
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)
        return layout

    def _columns(self, rows: int, widths: tuple[float, ...], *, lines: bool = False) -> Any:
        """A table with fixed widths in mm, with or without lines, its cells without padding."""
        from docx.shared import Mm

        table = self.document.add_table(rows, len(widths))
        table.autofit = False
        borders(table, "single" if lines else "none")
        if not lines:
            padding(table, 0)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return table

    def _low(self, rule: str, otherwise: float) -> float:
        return self.rules.low(rule, otherwise)

    def _high(self, rule: str, otherwise: float) -> float:
        found = self.rules.get(rule)
        return otherwise if found is None else found.bounds[1]


def write_draft(draft: Draft, out: str | Path, rules: str | Path | RuleSet = "HD05") -> Path:
    """Lay a whole draft out and save it; returns the path."""
    return lay_out(draft, rules).save(out)


def lay_out(draft: Draft, rules: str | Path | RuleSet = "HD05") -> Writer:
    """A draft laid out and not yet saved, so that more can be added."""
    writer = Writer(rules, draft.name.capitalize())
    writer.head(draft)
    writer.title(draft.name, draft.abstract)
    writer.addressee(draft.addressee)
    last = len(draft.blocks) - 1
    for number, block in enumerate(draft.blocks):
        if isinstance(block, Text):
            text = _ended(block.text, writer.rules) if number == last else block.text
            writer.text(text, block.lead)
        elif isinstance(block, Heading):
            writer.heading(block.text)
        elif isinstance(block, Centre):
            writer.centre(block.text)
        else:
            writer.table(block)
    writer.sign(draft.signature, draft.recipients, draft.second)
    if draft.note:
        writer.small(draft.note)
    return writer


def _ended(text: str, rules: RuleSet) -> str:
    rule = rules.get("body.ending")
    if rule is not None and rule.value == "./." and text.endswith("."):
        return text + "/."
    return text


def _date_line(draft: Draft) -> str:
    place = draft.place or "……"
    if draft.date is None:
        return f"{place}, ngày …… tháng …… năm ……"
    return f"{place}, {in_words(draft.date)}"


def _columns_of(table: Table) -> list[list[str]]:
    """The texts of each column below the head."""
    width = max(len(row) for row in table.rows)
    return [[row[at] for row in table.rows[1:] if at < len(row)] for at in range(width)]


def _align(paragraph: Paragraph, name: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, name)
