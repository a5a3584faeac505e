"""Cuts into the page and the head of a correct file: paper, number, title, date, marks."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from grading.word.corpus.fault import Cut
from grading.word.corpus.surgery import NotApplicableError, Patient, W


def margin(side: str, value: float) -> Cut:
    """Another margin, in mm."""

    def cut(patient: Patient) -> Any:
        from docx.shared import Mm

        setattr(patient.document.sections[0], f"{side}_margin", Mm(value))

    return cut


def paper(patient: Patient) -> Any:
    """Letter instead of A4."""
    from docx.shared import Mm

    section = patient.document.sections[0]
    section.page_width, section.page_height = Mm(216), Mm(279)


def number_paragraph(patient: Patient) -> Any:
    """The paragraph of the page number."""
    for paragraph in patient.document.sections[0].header.paragraphs:
        if "PAGE" in "".join(t.text or "" for t in paragraph._p.iter(f"{W}instrText")):
            return paragraph
    raise NotApplicableError("page number")


def number_left(patient: Patient) -> Any:
    """The page number on the left."""
    number_paragraph(patient).alignment = 0


def number_small(patient: Patient) -> Any:
    """The page number in 10 points."""
    from docx.shared import Pt

    for run in number_paragraph(patient).runs:
        run.font.size = Pt(10)


def number_on_first(patient: Patient) -> Any:
    """The page number on the first page too."""
    number_paragraph(patient)
    patient.document.sections[0].different_first_page_header_footer = False


def no_number(patient: Patient) -> Any:
    """A long document without page numbers."""
    paragraph = number_paragraph(patient)
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    element = patient.body(100)
    for _ in range(40):
        element.addnext(copy.deepcopy(element))


def say(part: str, change: Callable[[str], str]) -> Cut:
    """Other words in a part."""

    def cut(patient: Patient) -> Any:
        element = patient.part(part)
        return patient.set_text(element, change(patient.paragraph(element).text))

    return cut


def align(part: str) -> Cut:
    """A part set to the left."""

    def cut(patient: Patient) -> Any:
        element = patient.part(part)
        patient.paragraph(element).alignment = 0
        return element

    return cut


def no_line(patient: Patient) -> Any:
    """No line below the title."""
    element = patient.part("title")
    for run in patient.runs(element):
        run.font.underline = False
        run.style = None
    for border in list(patient.document.element.body.iter(f"{W}pBdr")):
        border.getparent().remove(border)
    return element


def drop(part: str, spot: str) -> Cut:
    """A part taken out; its neighbour is where that shows."""

    def cut(patient: Patient) -> Any:
        place = patient.part(spot, -1 if spot == "abstract" else 0)
        patient.remove(patient.part(part))
        return place

    return cut


def swap_number(patient: Patient) -> Any:
    """Number and date changed over."""
    number, date = patient.part("number"), patient.part("date")
    one, two = patient.paragraph(number).text, patient.paragraph(date).text
    if number.getparent() is date.getparent():
        raise NotApplicableError("one cell")
    above, below = copy.deepcopy(number), copy.deepcopy(date)
    number.getparent().replace(number, below)
    date.getparent().replace(date, above)
    patient.set_text(below, two)
    patient.set_text(above, one)


def swap_issuer(patient: Patient) -> Any:
    """The head's columns changed over, looked at from the issuer."""
    swap_head(patient)
    return patient.part("issuer")


def swap_head(patient: Patient) -> Any:
    """The head's columns changed over."""
    element = patient.part("title")
    row = next((a for a in element.iterancestors(f"{W}tr")), None)
    if row is None:
        raise NotApplicableError("no table")
    cells = row.findall(f"{W}tc")
    row.insert(row.index(cells[0]), cells[1])
    return element


def insert_kind(patient: Patient) -> Any:
    """A letter that names its kind."""
    element = patient.part("addressee")
    twin = copy.deepcopy(element)
    element.addprevious(twin)
    patient.set_text(twin, "CÔNG VĂN")
    for run in patient.runs(twin):
        from docx.shared import Pt

        run.font.size, run.font.bold = Pt(16), True
    return twin


def directive(patient: Patient) -> Any:
    """A directive by the standing committee: a kind that it may not issue."""
    number = patient.part("number")
    patient.set_text(number, patient.paragraph(number).text.replace("-QĐ/", "-CT/"))
    return patient.set_text(patient.part("kind"), "CHỈ THỊ")


def mark(text: str, *, right: bool = False, bold: bool = True, size: float = 14) -> Cut:
    """An urgency mark under the number (or, wrongly, under the date)."""

    def cut(patient: Patient) -> Any:
        from docx.shared import Pt

        below = patient.part("date" if right else "number")
        twin = copy.deepcopy(below)
        below.addnext(twin)
        patient.set_text(twin, text)
        for run in patient.runs(twin):
            run.font.bold, run.font.size, run.font.italic = bold, Pt(size), False
        return twin

    return cut
