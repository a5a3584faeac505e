"""What learners get back: a page, a Word file, their papers with remarks; nobody else's data."""

import shutil
from pathlib import Path

import docx
import pytest

from course.cli import main
from grading.nbgrader.batch import grade
from grading.word import new_document

from .conftest import BAI, Class, half_work


@pytest.fixture(scope="module")
def school(empty_class: Path, tmp_path_factory: pytest.TempPathFactory) -> Class:
    """A class of three, marked: one with Word files of which one cannot be read, one with nothing,
    one with a work that is broken."""
    base = tmp_path_factory.mktemp("tra_bai")
    shutil.copytree(empty_class, base / "lop")
    school = Class(base / "lop", base / "x")
    place = school.hand_in("nua", half_work())
    new_document("giấy mời", place / "giay_moi.docx", sample=True)
    (place / "thong_bao_ket_luan.docx").write_bytes(b"not a Word file")
    school.hand_in("trong", None)
    school.hand_in("hong", None)
    (school.submitted("hong") / "bai_lam.json").write_text("[[[", encoding="utf-8")
    grade(school.folder, BAI)
    return school


def words_in(path: Path) -> str:
    """All text of a Word file, tables included."""
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_each_learner_gets_page_word_file_and_annotated_papers(
    school: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["class", "feedback", str(school.folder), BAI]) == 0
    said = capsys.readouterr().out
    assert "Đã viết kết quả của 3 học viên" in said
    assert "- nua: " in said
    assert "thong_bao_ket_luan.docx" in said
    place = school.folder / "ket_qua" / "nua" / BAI
    assert {path.name for path in place.iterdir()} == {
        "ket_qua.html",
        "ket_qua.docx",
        "giay_moi_nhan_xet.docx",
        "de_nghi_xem_lai.html",
    }
    text = words_in(place / "ket_qua.docx")
    total = f"{sum(school.marks('nua').values()):g}".replace(".", ",")
    assert f"{total} trên 130 điểm" in text
    assert "T01. Làm rõ yêu cầu" in text
    assert "Cách làm đúng:" in text
    assert "Diễn biến chính" in text
    for word in ("bai_lam.json", "Traceback", "award"):
        assert f" {word} " not in text
    empty = words_in(school.folder / "ket_qua" / "trong" / BAI / "ket_qua.docx")
    assert "Bài nộp còn trống" in empty
    assert "nua" not in empty
    broken = words_in(school.folder / "ket_qua" / "hong" / BAI / "ket_qua.docx")
    assert "Bài nộp không đọc được nên chưa có điểm." in broken
    assert "Chưa làm" not in broken


def test_the_papers_that_were_handed_in_stay_as_they_were(school: Class) -> None:
    path = school.folder / "submitted" / "nua" / BAI / "giay_moi.docx"
    before = path.read_bytes()
    assert main(["class", "feedback", str(school.folder), BAI]) == 0
    assert path.read_bytes() == before
