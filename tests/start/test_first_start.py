"""One command makes the environment, and the next time it only hands over."""

import os
import sys
import time

from .conftest import OTHER_SYSTEM, Kit, wheel_line


def test_the_first_start_says_how_far_it_is(installed: tuple[Kit, str]) -> None:
    _, said = installed
    assert "Đang chuẩn bị môi trường" in said
    assert "Cài từ thư mục wheels, không dùng Internet." in said
    assert "Đã cài xong, đang chạy lệnh..." in said


def test_the_first_start_installs_what_the_lock_names_and_the_kit(
    installed: tuple[Kit, str],
) -> None:
    kit, _ = installed
    names = {place.name for place in kit.root.glob(".venv/[Ll]ib/**/*.dist-info")}
    assert {"one-1.dist-info", "two-1.dist-info", "tiny-1.dist-info"} <= names
    assert "three-1.dist-info" not in names


def test_the_kit_is_compiled(installed: tuple[Kit, str]) -> None:
    kit, _ = installed
    assert list((kit.root / "course" / "cli" / "__pycache__").glob("*.pyc"))


def test_a_second_start_installs_nothing_and_says_one_line(installed: tuple[Kit, str]) -> None:
    kit, _ = installed
    log = kit.root / ".vanphong" / "cai_dat.log"
    before = log.stat().st_mtime_ns
    began = time.perf_counter()
    second = kit.start()
    took = time.perf_counter() - began
    assert second.stderr == "Môi trường đã sẵn sàng, đang mở khóa học...\n"
    assert second.stdout == "vanphong ['open']\n"
    assert log.stat().st_mtime_ns == before
    assert took < 2, f"{took:.1f} s"


def test_words_go_to_the_command_and_its_exit_code_comes_back(
    installed: tuple[Kit, str],
) -> None:
    kit, _ = installed
    answer = kit.start("score", "hội nghị", "--json")
    assert (answer.returncode, answer.stdout) == (0, "vanphong ['score', 'hội nghị', '--json']\n")
    assert kit.start("seven").returncode == 7


def test_the_word_test_goes_to_pytest(installed: tuple[Kit, str]) -> None:
    kit, _ = installed
    answer = kit.start("test", "-q", "tests/start")
    assert answer.returncode == 1
    assert "đang chạy các phép thử" in answer.stderr
    assert "No module named pytest" in answer.stderr  # the tiny kit has none


def test_an_old_console_gets_its_letters_and_no_error(installed: tuple[Kit, str]) -> None:
    kit, _ = installed
    assert "đã sẵn sàng" in kit.start("case", PYTHONIOENCODING="cp1252").stderr


def test_the_folder_where_one_stands_is_not_searched_for_modules(
    installed: tuple[Kit, str],
) -> None:
    kit, _ = installed
    stray = kit.root.parent / "course.py"
    stray.write_text("raise SystemExit('a file of the learner was run')", encoding="utf-8")
    assert kit.start("case").stdout == "vanphong ['case']\n"


def test_a_changed_lock_file_is_installed(kit: Kit) -> None:
    assert kit.start("case").returncode == 0
    kit.lock(wheel_line(kit, "one"), wheel_line(kit, "four"), OTHER_SYSTEM)
    again = kit.start("case")
    assert "Đã cài xong" in again.stderr
    assert list(kit.root.glob(".venv/[Ll]ib/**/four-1.dist-info"))
    assert "đã sẵn sàng" in kit.start("case").stderr


def test_a_moved_folder_and_a_python_that_is_gone_are_made_anew(kit: Kit) -> None:
    assert kit.start("case").returncode == 0
    moved = Kit(kit.root.rename(kit.root.with_name("chỗ mới")))
    assert "Đang tạo môi trường riêng" in moved.start("case").stderr
    python = moved.root / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    python = python.with_suffix(".exe") if sys.platform == "win32" else python
    python.unlink()
    again = moved.start("case")
    assert "Đang tạo môi trường riêng" in again.stderr
    assert again.stdout == "vanphong ['case']\n"
