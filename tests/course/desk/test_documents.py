"""Word documents at the desk: taken in, looked at, never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.documents_panel import DocumentsPanel, documents_html
from course.desk.refusals import DeskError
from grading.document_facts import facts_of
from grading.documents import MAX_DOCUMENT_BYTES, check_documents
from grading.word import new_document
from scenarios.work_file import read_work


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.open("hoi_nghi_dot_xuat", folder=tmp_path)


def invitation(folder: Path, desk: Desk) -> bytes:
    path = folder / "tam.docx"
    new_document("giay_moi", path, facts_of(desk.case), sample=True)
    content = path.read_bytes()
    path.unlink()
    return content


def test_an_attached_file_lies_beside_the_work_and_is_noted_in_it(
    desk: Desk, tmp_path: Path
) -> None:
    content = invitation(tmp_path, desk)
    desk.attach("giay_moi", content)
    assert (tmp_path / "giay_moi.docx").read_bytes() == content
    work = read_work(tmp_path / "bai_lam.json")
    assert work is not None
    assert [(one.slot, one.file) for one in work.documents] == [("giay_moi", "giay_moi.docx")]


def test_an_earlier_file_is_kept_when_another_takes_its_place(desk: Desk, tmp_path: Path) -> None:
    desk.attach("giay_moi", b"first")
    desk.attach("giay_moi", b"second")
    kept = list(tmp_path.glob("giay_moi_ban_cu_*.docx"))
    assert [file.read_bytes() for file in kept] == [b"first"]
    assert len(desk.work.documents) == 1


def test_a_file_that_is_too_large_or_not_wanted_is_refused_with_a_sentence(desk: Desk) -> None:
    with pytest.raises(DeskError, match="5 MB"):
        desk.attach("giay_moi", bytes(MAX_DOCUMENT_BYTES + 1))
    with pytest.raises(DeskError, match="không cần văn bản đó"):
        desk.attach("tho_tinh", b"x")
    assert desk.work.documents == ()


def test_the_page_says_for_every_document_whether_it_is_there_right_or_unreadable(
    desk: Desk, tmp_path: Path
) -> None:
    desk.attach("giay_moi", invitation(tmp_path, desk))
    desk.attach("bien_ban", b"not a word file")
    told = documents_html(check_documents(desk.case, desk.work, tmp_path))
    assert "Không thấy điều gì cần sửa." in told
    assert "Chưa có tệp" in told
    assert told.count("<h3") == len(desk.case.documents)


def test_findings_come_with_an_annotated_copy_to_take_home(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "sai.docx"
    new_document("giay_moi", path, sample=True)
    desk.attach("giay_moi", path.read_bytes())
    told = documents_html(check_documents(desk.case, desk.work, tmp_path))
    assert "không khớp với tình huống" in told
    assert 'download="nhan_xet_giay_moi.docx"' in told


def test_a_blank_form_can_be_taken_for_every_document(desk: Desk) -> None:
    panel = DocumentsPanel(desk)
    lines = [child for child in panel.widget.children if "vp-desk-document" in child._dom_classes]
    assert len(lines) == len(desk.case.documents)
    for line in lines:
        upload, blank, link = line.children[-1].children
        blank.click()
        assert 'download="mau_' in link.value
        assert upload.accept == ".docx"
