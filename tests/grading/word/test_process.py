"""The limited process: apart from the caller, on the clock, renewed; comments in a copy."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from grading.word import UnreadableWordError, annotate, check_file, check_files, new_document
from grading.word.pool import ReadingProcess, check_job
from grading.word.report import DocumentReport
from tests.grading.word.hostile import made_set

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return new_document("giay_moi", tmp_path / "giay moi.docx", sample=True)


@pytest.fixture
def faulty(good: Path) -> Path:
    document = docx.Document(str(good))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("2. Địa điểm"):
            paragraph.paragraph_format.first_line_indent = 0
        if paragraph.text == "-----":
            paragraph._p.getparent().remove(paragraph._p)
    document.tables[0].rows[1].cells[0].paragraphs[0].runs[0].text = "Số 5-GM/ĐU"
    document.save(str(good))
    return good


def test_importing_the_checker_loads_neither_lxml_nor_docx() -> None:
    code = (
        "import sys, grading, grading.word; "
        "print([m for m in ('lxml', 'docx', 'pandas', 'numpy') if m in sys.modules])"
    )
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_a_report_crosses_to_the_caller_whole(good: Path) -> None:
    report = check_file(good)
    record = json.loads(report.to_json())
    assert DocumentReport.from_dict(record) == report
    assert (record["kind"], record["errors"]) == ("invitation", 0)


def test_a_module_that_lies_beside_the_file_is_not_run(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = 'raise SystemExit(open("bay.txt", "w").write("chạy rồi"))'
    for name in ("docx.py", "lxml.py", "json.py", "grading.py"):
        (good.parent / name).write_text(trap, encoding="utf-8")
    monkeypatch.chdir(good.parent)
    monkeypatch.setenv("PYTHONPATH", str(good.parent))
    assert check_file(good).kind == "invitation"
    assert not (good.parent / "bay.txt").exists()


def test_a_file_that_takes_too_long_costs_only_itself(good: Path) -> None:
    with ReadingProcess(seconds=0.0) as process:
        with pytest.raises(UnreadableWordError, match="quá 0 giây nên đã dừng"):
            process.ask(check_job(good, None, "HD05", None))
        process._seconds = 10.0
        assert process.ask(check_job(good, None, "HD05", None))["report"]["kind"] == "invitation"


def test_a_process_that_dies_costs_only_its_file(good: Path) -> None:
    with ReadingProcess() as process:
        process.ask(check_job(good, None, "HD05", None))
        assert process._process is not None
        process._process.kill()
        process._process.wait()
        with pytest.raises(UnreadableWordError, match="nên đã dừng"):
            process.ask(check_job(good, None, "HD05", None))
        assert process.ask(check_job(good, None, "HD05", None))["report"]["kind"] == "invitation"


def test_a_broken_file_stops_no_other_of_the_same_hand_in(good: Path) -> None:
    made = made_set(good.read_bytes())
    paths = [good]
    for number, name in enumerate(("cắt cụt 50%", "bom số không", "docm")):
        paths.append(good.parent / f"hong{number}.docx")
        paths[-1].write_bytes(made[name])
    paths.append(good)
    answers = [answer for _, answer in check_files(paths)]
    assert [isinstance(answer, DocumentReport) for answer in answers] == [
        True, False, False, False, True,
    ]  # fmt: skip


def test_comments_stand_at_their_paragraphs_in_a_copy(faulty: Path, tmp_path: Path) -> None:
    before = faulty.read_bytes()
    report = check_file(faulty)
    out = annotate(faulty, report, tmp_path / "nhan xet.docx")
    assert faulty.read_bytes() == before
    document = docx.Document(str(out))
    texts = {comment.comment_id: comment.text for comment in document.comments}
    assert len(texts) == len(report.findings) == 3
    spots = {}
    for mark in document.element.body.iter("{*}commentRangeStart"):
        number = int(mark.get(mark.nsmap["w"].join(("{", "}id"))))
        spots[number] = "".join(t.text or "" for t in mark.getparent().iter("{*}t"))
    found = {texts[number].split("\n")[0]: spot for number, spot in spots.items()}
    assert any(w.startswith("Lỗi: Dòng đầu") and s.startswith("2. Địa") for w, s in found.items())
    assert any("thêm số 0" in w and s == "Số 5-GM/ĐU" for w, s in found.items())
    for text in texts.values():
        assert all(word in text for word in ("Vì sao: ", "Cách sửa: ", "Quy tắc: "))


def test_the_summary_stands_at_the_end(faulty: Path, tmp_path: Path) -> None:
    out = annotate(faulty, check_file(faulty), tmp_path / "nhan xet.docx")
    document = docx.Document(str(out))
    assert any(p.text == "BẢNG TỔNG HỢP NHẬN XÉT" for p in document.paragraphs)
    assert len(document.tables[-1].rows) == 1 + 3


def test_the_original_is_never_written_over(good: Path) -> None:
    with pytest.raises(UnreadableWordError, match="bản gốc nên không được ghi đè"):
        annotate(good, check_file(good), good)


def test_an_annotated_copy_opens_in_libreoffice_with_its_comments(
    faulty: Path, tmp_path: Path, soffice: Path
) -> None:
    out = annotate(faulty, check_file(faulty), tmp_path / "nhanxet.docx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = [str(soffice), home, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*words, str(out)], check=True, capture_output=True, timeout=120)
    tree = ElementTree.parse(tmp_path / "nhanxet.fodt")
    found = {}
    for paragraph in tree.iter(f"{TEXT}p"):
        for comment in paragraph.findall(f".//{OFFICE}annotation"):
            words_said = "".join(comment.itertext())
            found[words_said] = "".join(paragraph.itertext()).replace(words_said, "")
    assert len(found) == 3
    assert any("Dòng đầu đoạn" in said and "2. Địa điểm" in spot for said, spot in found.items())
    assert any("thêm số 0" in said and "Số 5-GM/ĐU" in spot for said, spot in found.items())
