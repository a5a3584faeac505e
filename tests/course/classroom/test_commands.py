"""`vanphong class ...` does what the panel's buttons do, by the same functions."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.classroom.plan import read_plan
from course.cli import main
from course.cli.class_day import COMMANDS

from .conftest import BAI, LIST


def test_every_command_has_a_page_of_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        assert main(["class", name, "--help"]) == 0
        assert "Cách dùng" in capsys.readouterr().out


def test_a_list_is_shown_before_a_class_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ds.csv").write_text(LIST + "\n" + LIST.splitlines()[1], encoding="utf-8")
    words = ["class", "from-list", str(tmp_path / "lop"), str(tmp_path / "ds.csv"), "--xem"]
    assert main(words) == 0
    assert "KHÔNG lấy" in capsys.readouterr().out
    assert not (tmp_path / "lop").exists()


def test_the_board_and_refusals_by_command(
    school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["class", "board", str(school), BAI, str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("Chưa mở bài") == len(read_plan(school).students)
    assert (school / "bang_chieu.html").is_file()
    assert main(["class", "report", str(school)]) == 1
    assert "Chưa có bài nào được chấm" in capsys.readouterr().err


def test_cards_are_added_from_a_file_by_command(
    school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "the.txt"
    file.write_text("Lê Thị Bình: Khi mất điện, tôi sẽ thử máy phát.", encoding="utf-8")
    assert main(["class", "cards", str(school), str(file)]) == 0
    assert "Đã thêm 1 thẻ" in capsys.readouterr().out
    assert (school / "the_cam_ket.docx").is_file()
    assert main(["class", "cards", str(school), str(tmp_path)]) == 1
    assert "Không đọc được" in capsys.readouterr().err
