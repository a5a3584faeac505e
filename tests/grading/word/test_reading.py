"""Word read as it prints: styles, theme, switches, tracked changes, boxes, lists, headers."""

import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from grading.word.document import Document, Paragraph
from grading.word.lines import split
from grading.word.reading import read_bytes
from tests.grading.word.hostile import packed, parts_of


def read(document: Any, theme: str = "") -> Document:
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    if theme:
        parts = parts_of(data)
        name = f'typeface="{theme}"'.encode()
        parts["word/theme/theme1.xml"] = re.sub(
            rb'(<a:latin )typeface="[^"]*"', rb"\1" + name, parts["word/theme/theme1.xml"]
        )
        data = packed(parts)
    return read_bytes(data, "thu.docx")


def only(document: Any) -> Paragraph:
    return next(p for p in read(document).body if p.text)


def styled(document: Any, name: str, base: str | None = None, kind: int = 1) -> Any:
    style = document.styles.add_style(name, kind)
    style.base_style = document.styles[base] if base else None
    return style


def test_a_value_comes_from_the_nearest_level_that_sets_it() -> None:
    document = docx.Document()
    styled(document, "A", "Normal").font.size = Pt(15)
    styled(document, "B", "A").font.italic = True
    accent = styled(document, "C", kind=2)
    accent.font.name = "Arial"
    paragraph = document.add_paragraph("", "B")
    paragraph.add_run("một", "C").font.size = Pt(12)
    paragraph.add_run(" hai")
    one, two = only(document).runs
    assert (one.font, one.size, one.italic) == ("Arial", 12.0, True)
    assert (two.font, two.size, two.italic) == ("Cambria", 15.0, True)


def test_the_font_of_the_theme_is_named() -> None:
    document = docx.Document()
    document.add_paragraph("Chữ theo chủ đề")
    assert read(document, "Times New Roman").body[0].runs[0].font == "Times New Roman"


def test_bold_set_by_paragraph_style_and_character_style_cancels_out() -> None:
    document = docx.Document()
    styled(document, "Dam", "Normal").font.bold = True
    styled(document, "Manh", kind=2).font.bold = True
    paragraph = document.add_paragraph("", "Dam")
    paragraph.add_run("thường", "Manh")
    paragraph.add_run("đậm").font.bold = True
    assert [run.bold for run in only(document).runs] == [False, True]


def test_letters_with_diacritics_take_the_second_font_slot() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Đảng")
    run.font.name = "Times New Roman"
    run._r.rPr.rFonts.set(qn("w:hAnsi"), "Arial")
    assert only(document).runs[0].font == "Arial"


def test_spacing_and_indents_come_in_points_and_millimetres() -> None:
    document = docx.Document()
    style = styled(document, "Than", "Normal").paragraph_format
    style.first_line_indent, style.space_before = Mm(10), Pt(6)
    style.line_spacing_rule, style.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(19)
    document.add_paragraph("chữ", "Than").alignment = 3
    read_back = only(document)
    assert (round(read_back.first, 1), read_back.before) == (10.0, 6.0)
    assert (read_back.line_rule, read_back.line, read_back.align) == ("exact", 19.0, "justify")


def test_deleted_text_is_gone_and_inserted_text_is_there() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("còn ")
    inserted = f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins>'
    deleted = f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>mất</w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(inserted))
    paragraph._p.append(parse_xml(deleted))
    result = read(document)
    assert result.body[0].text == "còn thêm"
    assert result.changes == 2


def test_a_text_box_is_read_once_although_word_writes_it_twice() -> None:
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    run = (
        f"<w:r {spaces}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph("ngoài")._p.append(parse_xml(run))
    texts = [(p.text, p.where.area) for p in read(document).body]
    assert texts == [("ngoài", "body"), ("trong khung", "textbox")]


def test_an_automatic_list_is_told_from_typed_numbers() -> None:
    document = docx.Document()
    document.add_paragraph("mục", "List Number")
    document.add_paragraph("1. mục")
    assert [p.label for p in read(document).body] == [True, False]


def test_a_page_number_is_found_with_its_place_and_size() -> None:
    document = docx.Document()
    document.add_paragraph("chữ")
    header = document.sections[0].header.paragraphs[0]
    header.alignment = 1
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    header._p.append(parse_xml(field))
    (number,) = read(document).page_numbers
    assert (number.area, number.kind, number.align) == ("header", "default", "center")


def test_hidden_text_does_not_print_and_is_counted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("thấy ")
    paragraph.add_run("ẩn").font.hidden = True
    result = read(document)
    assert (result.body[0].text, result.hidden) == ("thấy ", 1)


def test_a_line_with_a_tab_between_two_texts_has_two_columns() -> None:
    document = docx.Document()
    document.add_paragraph("ĐẢNG ỦY\tĐẢNG CỘNG SẢN VIỆT NAM")
    document.add_paragraph("\tBí thư")
    lines = [line for p in read(document).body for line in split(p)]
    assert [(line.text, line.column) for line in lines] == [
        ("ĐẢNG ỦY", 0), ("ĐẢNG CỘNG SẢN VIỆT NAM", 1), ("Bí thư", 1),
    ]  # fmt: skip


def test_old_font_text_is_read_as_unicode_and_the_font_is_named() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("GiÊy mêi").font.name = ".VnTime"
    result = read(document)
    assert result.body[0].text == "Giấy mời"
    assert result.legacy_fonts == {0: ".VnTime"}


@pytest.mark.parametrize("name", ["tệp có dấu cách.docx", "Giấy mời số 1.docx"])
def test_names_with_spaces_and_diacritics_are_read(tmp_path: Path, name: str) -> None:
    from grading.word.reading import read as read_file

    document = docx.Document()
    document.add_paragraph("chữ")
    document.save(str(tmp_path / name))
    assert read_file(tmp_path / name).body[0].text == "chữ"
