"""Cuts into the text and the end of a correct file: looks, words, signature, recipients."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from grading.word.corpus.fault import Cut
from grading.word.corpus.surgery import NotApplicableError, Patient, W


def font(name: str) -> Cut:
    """A paragraph in another font."""

    def cut(patient: Patient) -> Any:
        from docx.oxml.ns import qn

        element = patient.body(60)
        for run in patient.runs(element):
            run.font.name = name
            fonts = run._r.rPr.rFonts
            for slot in ("asciiTheme", "hAnsiTheme"):
                fonts.attrib.pop(qn(f"w:{slot}"), None)
        return element

    return cut


def legacy(patient: Patient) -> Any:
    """One more paragraph, typed for .VnTime (TCVN3)."""
    element = patient.body(60)
    words = "§Ò nghÞ c¸c ®ång chÝ s¾p xÕp c«ng viÖc, dù häp ®Çy ®ñ, ®óng giê vµ nghiªm tóc."
    twin = patient.copy_after(element, words)
    for run in patient.runs(twin):
        run.font.name = ".VnTime"
        for slot in ("asciiTheme", "hAnsiTheme"):
            run._r.rPr.rFonts.attrib.pop(f"{W}{slot}", None)
    return twin


def color(patient: Patient) -> Any:
    """A paragraph in red."""
    from docx.shared import RGBColor

    element = patient.body(60)
    for run in patient.runs(element):
        run.font.color.rgb = RGBColor(0xC0, 0, 0)
    return element


def swap_end(patient: Patient) -> Any:
    """The columns of the end changed over."""
    row = next(patient.part("authority").iterancestors(f"{W}tr"), None)
    if row is None:
        raise NotApplicableError("no table")
    cells = row.findall(f"{W}tc")
    row.insert(row.index(cells[0]), cells[1])


def no_body(patient: Patient) -> Any:
    """No text at all."""
    for paragraph in patient.parts.body:
        patient.remove(patient.elements[paragraph.index])


def body_run(change: Callable[[Any], None], longer_than: int = 60) -> Cut:
    """A paragraph whose letters look different."""

    def cut(patient: Patient) -> Any:
        element = patient.body(longer_than)
        for run in patient.runs(element):
            change(run.font)
        return element

    return cut


def small(font: Any) -> None:
    """12 points."""
    from docx.shared import Pt

    font.size = Pt(12)


def slant(font: Any) -> None:
    """Italic."""
    font.italic = True


def layout(change: Callable[[Any], None], longer_than: int = 100) -> Cut:
    """A paragraph laid out differently."""

    def cut(patient: Patient) -> Any:
        element = patient.body(longer_than)
        change(patient.paragraph(element).paragraph_format)
        return element

    return cut


def no_indent(layout: Any) -> None:
    """No first-line indent."""
    layout.first_line_indent = 0


def left(layout: Any) -> None:
    """Left aligned."""
    layout.alignment = 0


def single(layout: Any) -> None:
    """Single line spacing."""
    layout.line_spacing = 1.0


def wide(layout: Any) -> None:
    """28 points from line to line."""
    from docx.shared import Pt

    layout.line_spacing = Pt(28)


def no_gap(patient: Patient) -> Any:
    """Both neighbours must give up their gap; the lower one is where it shows."""
    from docx.shared import Pt

    above, below = patient.body(40, 0), patient.body(40, 1)
    if below.getprevious() is not above:
        raise NotApplicableError("not neighbours")
    patient.paragraph(above).paragraph_format.space_after = Pt(0)
    patient.paragraph(below).paragraph_format.space_before = Pt(0)
    return below


def state_ending(patient: Patient) -> Any:
    """The ending of State documents."""
    last = patient.parts.body[-1]
    if last.where.table is not None:
        raise NotApplicableError("ends with a table")
    element = patient.elements[last.index]
    run = patient.runs(element)[-1]
    run.text = run.text.rstrip(".") + "./."
    return element


def plain_article(patient: Patient) -> Any:
    """An article whose number is not bold."""
    for paragraph in patient.parts.body:
        if paragraph.text.startswith("Điều 1"):
            element = patient.elements[paragraph.index]
            for run in patient.runs(element):
                run.font.bold = False
                run.style = None
            return element
    raise NotApplicableError("no article")


def into_body(words: str) -> Cut:
    """A sentence added to the end of a paragraph of the text."""

    def cut(patient: Patient) -> Any:
        element = patient.body(60)
        run = patient.runs(element)[-1]
        run.text = f"{run.text} {words}"
        return element

    return cut


def replace_body(words: str) -> Cut:
    """A paragraph with other words."""

    def cut(patient: Patient) -> Any:
        element = patient.body(60)
        twin = copy.deepcopy(element)
        element.addnext(twin)
        return patient.set_text(twin, words)

    return cut


def tracked(patient: Patient) -> Any:
    """A tracked insertion."""
    from docx.oxml import OxmlElement

    run = patient.runs(patient.body(60))[-1]._r
    inserted = OxmlElement("w:ins")
    inserted.set(f"{W}id", "900")
    inserted.set(f"{W}author", "A")
    run.addprevious(inserted)
    inserted.append(run)


def hidden(patient: Patient) -> Any:
    """Hidden letters."""
    element = patient.body(60)
    run = patient.paragraph(element).add_run("ghi chú riêng")
    run.font.hidden = True


def by_order(patient: Patient) -> Any:
    """Signed by order, where the body must sign."""
    patient.set_text(patient.part("post"), "CHÁNH VĂN PHÒNG")
    return patient.set_text(patient.part("authority"), "T/L BAN THƯỜNG VỤ")


def deputy(patient: Patient) -> Any:
    """A deputy secretary who signs K/T."""
    patient.set_text(patient.part("post"), "PHÓ BÍ THƯ")
    return patient.set_text(patient.part("authority"), "K/T BÍ THƯ")


def one_signer(patient: Patient) -> Any:
    """Minutes with one signature."""
    kept = patient.part("post", 1)
    patient.remove(patient.part("signer", 0))
    patient.remove(patient.part("post", 0))
    return kept


def drop_first_recipient(patient: Patient) -> Any:
    """No "Như trên"."""
    second = patient.part("recipients", 1)
    patient.remove(patient.part("recipients", 0))
    return second


def drop_last_recipient(patient: Patient) -> Any:
    """No place of filing."""
    lines = patient.all_of("recipients")
    patient.remove(lines[-1])
    return lines[-2]
