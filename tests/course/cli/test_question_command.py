"""`vanphong question check`: all mistakes at once, or the number of sound questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import cli
from course.quiz import bank, check


def test_the_kits_own_questions_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["question", "check"]) == 0
    assert f"Không thấy lỗi nào trong {len(bank.load())} câu hỏi." in capsys.readouterr().out


def test_mistakes_end_with_1_and_name_file_place_and_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "01_a.toml").write_text("schema = 1\n", encoding="utf-8")
    (tmp_path / "02_b.toml").write_text("schema = 1\n", encoding="utf-8")
    real = check.check
    monkeypatch.setattr(check, "check", lambda: real(tmp_path))

    assert cli.main(["question", "check", "01_a.toml"]) == 1

    told = capsys.readouterr()
    assert told.out == (
        "- 01_a.toml: chưa có câu hỏi nào. Cách sửa: thêm ít nhất một bảng [[question]].\n"
    )
    assert "Bộ câu hỏi có 1 lỗi" in told.err
