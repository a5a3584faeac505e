"""`vanphong open` as a person uses it: one server, a second start joins it, Ctrl-C ends it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.cli import main

COMMAND = (sys.executable, "-m", "course.cli", "open", "--no-browser")


def opening(*words: str) -> subprocess.Popen[str]:
    """The command, started with more words; a group of its own, so that Ctrl-C reaches only it."""
    return subprocess.Popen(
        [*COMMAND, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def address(process: subprocess.Popen[str]) -> tuple[str, list[str]]:
    """The address that the command prints, and the lines until then."""
    assert process.stdout
    said: list[str] = []
    for line in process.stdout:
        said.append(line.strip())
        if "token=" in line:
            return line.strip(), said
    raise AssertionError("\n".join(said))


def press_ctrl_c(process: subprocess.Popen[str]) -> str:
    """End the command as a person does; what it says at last."""
    process.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGINT))
    return process.communicate(timeout=60)[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace whose name has spaces and Vietnamese letters."""
    return tmp_path / "Góc học tập của tôi"


@pytest.fixture
def first(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """The command at work on a port that was busy, with the busy port's own listener gone."""
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        process = opening("--folder", str(folder), "--port", port)
        url, said = address(process)
    yield process, url, [port, *said]
    process.kill()
    process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C needs a console")
def test_open_starts_one_server_that_a_second_open_joins(
    folder: Path, first: tuple[subprocess.Popen[str], str, list[str]]
) -> None:
    process, url, (port, *said) = first
    assert f"Góc học tập: {folder}" in said
    assert any(re.fullmatch(rf"Cổng {port} đang bận, dùng cổng \d+\.", line) for line in said)
    assert "/notebooks/00_bat_dau.ipynb?token=" in url
    assert (folder / "00_bat_dau.ipynb").is_file()
    with urllib.request.urlopen(url, timeout=30) as answer:
        assert answer.status == 200

    second = opening("--folder", str(folder), "--trainer")
    said_second = second.communicate(timeout=60)[0]
    assert "đang mở sẵn ở một cửa sổ khác" in said_second
    assert url.partition("/notebooks")[0] + "/lab/tree/giang_vien.ipynb?token=" in said_second
    assert second.returncode == 0

    last = press_ctrl_c(process)
    assert last.strip().splitlines()[-1].startswith("Đã dừng. Bài làm của anh/chị đã được lưu")
    assert process.returncode == 0
    assert not list((folder / ".vanphong" / "jupyter" / "runtime").glob("jpserver-*.json"))


def test_a_place_that_cannot_be_a_folder_gets_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    code = main(["open", "--no-browser", "--folder", str(tmp_path / "tệp")])
    said = capsys.readouterr().err.strip()
    assert code == 1
    assert len(said.splitlines()) == 1
    assert "chọn thư mục khác bằng --folder" in said


def test_no_free_port_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as last:
        try:
            last.bind(("127.0.0.1", 65535))
        except OSError:
            pytest.skip("somebody else has port 65535")
        last.listen()
        code = main(["open", "--no-browser", "--port", "65535", "--folder", str(tmp_path / "g")])
    assert code == 1
    assert "đều đang bận" in capsys.readouterr().err


def test_the_environment_of_the_user_is_not_changed_by_a_failed_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dict(os.environ)
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    main(["open", "--no-browser", "--folder", str(tmp_path / "tệp")])
    assert dict(os.environ) == before
    capsys.readouterr()
