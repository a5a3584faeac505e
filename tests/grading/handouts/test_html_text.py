"""HTML in a Word file: headings, lists with their marks, tables, drawings with their words."""

from __future__ import annotations

from typing import Any

import pytest

from grading.handouts.html_text import write_html
from grading.word.write import Writer

SVG = (
    '<svg viewBox="0 0 10 10" role="img" aria-label="Một ô vuông">'
    '<rect width="5" height="5"/></svg>'
)


@pytest.fixture
def writer() -> Writer:
    return Writer(title="Thử")


def texts(writer: Writer) -> list[str]:
    return [found.text for found in writer.document.paragraphs if found.text.strip()]


def test_blocks_become_paragraphs_and_lists_keep_their_marks(writer: Writer) -> None:
    write_html(writer, "<h3>Câu 1</h3><p>Chọn&nbsp;một <b>ý</b>.</p>"
               '<ol type="A"><li>Có</li><li>Không</li></ol><ul><li>một</li></ul>')  # fmt: skip
    assert texts(writer)[-5:] == ["Câu 1", "Chọn một ý.", "A. Có", "B. Không", "- một"]


def test_a_table_keeps_its_cells(writer: Writer) -> None:
    write_html(
        writer, "<table><tr><th>Ai</th><th>Hạn</th></tr><tr><td>Mai</td><td>5</td></tr></table>"
    )
    table: Any = writer.document.tables[-1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Ai", "Hạn"],
        ["Mai", "5"],
    ]


def test_a_drawing_becomes_a_picture_with_its_words(writer: Writer) -> None:
    write_html(writer, f"<p>Trước</p>{SVG}<p>Sau</p>")
    (shape,) = writer.document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Một ô vuông"
    assert texts(writer)[-2:] == ["Trước", "Sau"]


def test_signs_for_the_eye_and_styles_are_left_out(writer: Writer) -> None:
    write_html(writer, '<style>p{}</style><p><span aria-hidden="true">✓<br>!</span>Đúng</p>')
    assert texts(writer)[-1] == "Đúng"
