"""An empty Word file with the right paper, margins, font and page number."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from grading.word.ruleset import RuleSet

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.text.run import Run

_DROPPED = ("stylesWithEffects", "customXml", "thumbnail")
_KEPT = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer")
_WRITTEN = datetime(2027, 1, 1)
"""A fixed time in the file's properties, so the same words give the same file."""


def blank_page(rules: RuleSet, title: str = "") -> DocxDocument:
    """A new document by a rule set: A4, margins, Times New Roman, page number from page 2 on."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    _slim(document)
    _set_normal(document, rules)
    section = document.sections[0]
    width, height = rules.rules["page.size"].bounds if rules.get("page.size") else (210, 297)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin = Mm(rules.low("page.margin_top", 20))
    section.bottom_margin = Mm(rules.low("page.margin_bottom", 20))
    section.left_margin = Mm(rules.low("page.margin_left", 30))
    section.right_margin = Mm(rules.low("page.margin_right", 15))
    section.header_distance = Mm(10)
    _number_pages(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Văn phòng", "vi-VN"
    properties.created = properties.modified = _WRITTEN
    properties.comments = ""
    return document


def set_font(run: Run, size: float, *, bold: bool = False, italic: bool = False) -> None:
    """Give a run Times New Roman in a size (points) for all scripts."""
    from docx.shared import Pt

    run.font.size = Pt(size)
    run.font.bold = bold
    run.font.italic = italic


def _slim(document: DocxDocument) -> None:
    """The template's 160 unused styles and its spare parts would only be ballast in every file."""
    styles = document.styles.element
    for style in list(styles.iterchildren("{*}style")):
        name = style.find("{*}name")
        if name is None or name.get(_w("val")) not in {*_KEPT, *(k.lower() for k in _KEPT)}:
            styles.remove(style)
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _DROPPED:
                del part.rels[key]


def _set_normal(document: DocxDocument, rules: RuleSet) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    styles = document.styles.element
    for default in styles.iter(_w("rPrDefault")):
        properties = default.find(_w("rPr"))
        for child in list(properties):
            properties.remove(child)
        properties.append(_fonts(OxmlElement("w:rFonts")))
        language = OxmlElement("w:lang")
        language.set(_w("val"), "vi-VN")
        properties.append(language)
    for default in styles.iter(_w("pPrDefault")):
        for child in list(default):
            default.remove(child)
    normal = document.styles["Normal"]
    normal.font.size = Pt(rules.low("body.size", 14))
    _fonts(normal.element.get_or_add_rPr().get_or_add_rFonts())


def _fonts(fonts: Any) -> Any:
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_w(slot), "Times New Roman")
        fonts.attrib.pop(_w(f"{slot}Theme"), None)
    return fonts


def _number_pages(document: DocxDocument) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "2"), ("end", "")):
        run = paragraph.add_run()
        set_font(run, 14)
        if kind == "text":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(_w("fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name
