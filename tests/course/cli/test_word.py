"""`vanphong word`: exit codes, words on the screen, files on the disk."""

import json
from pathlib import Path

import docx
import pytest

from course.cli import main


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "giay moi.docx"
    assert main(["word", "new", "giay_moi", str(path), "--sample"]) == 0
    return path


def test_a_sample_is_written_and_found_right(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["word", "check", str(sample)]) == 0
    shown = capsys.readouterr().out
    assert "Giấy mời, bộ quy tắc HD05." in shown
    assert "Có 0 lỗi, 0 lưu ý." in shown


def test_findings_leave_the_exit_code_at_zero(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["word", "check", str(sample), "--rules", "ND30"]) == 0
    shown = capsys.readouterr().out
    for words in ("Lỗi: ", "Chỗ: ", "Vì sao: ", "Cách sửa: ", "Quy tắc: title.text"):
        assert words in shown


def test_json_is_one_object(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["word", "check", str(sample), "--kind", "bien_ban", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["kind"] == "minutes"
    assert {"rule", "severity", "what", "why", "fix", "source", "places", "where"} <= set(
        record["findings"][0]
    )


def test_a_file_that_cannot_be_read_exits_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "cu.docx"
    bad.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert main(["word", "check", str(bad)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "là dạng Word cũ (.doc)" in told and "lưu thành" in told.lower()


def test_an_annotated_copy_is_written(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample.parent / "nhan xet.docx"
    assert main(["word", "annotate", str(sample), str(out), "--rules", "ND30"]) == 0
    assert len(list(docx.Document(str(out)).comments)) > 3
    assert main(["word", "annotate", str(sample), str(sample)]) == 2
    assert "bản gốc" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["new", "giay_moi", "a.doc"], "cần có đuôi .docx"),
        (["new", "thông tri", "a.docx"], "không có loại văn bản “thông tri”"),
        (["new", "giay_moi", "a.docx", "--rules", "HD99"], "không có bộ quy tắc này"),
        (["new", "giay_moi", "a.docx", "--facts", "thieu.toml"], "không đọc được"),
    ],
)
def test_wrong_words_get_a_vietnamese_answer(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["word", *words]) == 1
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_written_over(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sample.read_bytes()
    assert main(["word", "new", "giay_moi", str(sample)]) == 1
    assert sample.read_bytes() == before


def test_kinds_and_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["word", "kinds"]) == 0
    assert "giay_moi\tGiấy mời\tGM" in capsys.readouterr().out
    assert main(["word", "kinds", "--rules"]) == 0
    shown = capsys.readouterr().out
    assert "body.line\t18 – 22 pt" in shown and "cần đối chiếu bản gốc" in shown


def test_a_blank_form_says_that_it_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mau.docx"
    assert main(["word", "new", "bao_cao", str(path)]) == 0
    assert main(["word", "check", str(path)]) == 0
    assert "Đây là mẫu trống, chưa điền gì." in capsys.readouterr().out
