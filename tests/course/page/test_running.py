"""Ports, claims and the address of a running server."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from course.page import claim, running, shipped

TAKE = """
import sys
from pathlib import Path
from course.page import claim
held = claim.take(Path(sys.argv[1]))
print("có" if held else "không", flush=True)
sys.stdin.read()
"""


def taker(path: Path) -> subprocess.Popen[str]:
    """Another process that takes the claim, says whether it got it, and waits."""
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", TAKE, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_claim_belongs_to_one_process_until_that_ends(tmp_path: Path) -> None:
    path = tmp_path / "claim.lock"
    with taker(path) as other:
        assert other.stdout
        assert other.stdout.readline().strip() == "có"
        assert claim.take(path) is None
        other.kill()
    held = claim.take(path)
    assert held is not None
    held.close()


def test_a_port_in_use_gives_the_next_one() -> None:
    with socket.create_server((running.HOST, 0)) as busy:
        port = busy.getsockname()[1]
        found = running.free_port(port)
    assert found is not None
    assert port < found < port + 50


def test_a_free_port_is_taken_as_wished() -> None:
    with socket.create_server((running.HOST, 0)) as shortly:
        port = shortly.getsockname()[1]
    assert running.free_port(port) == port
    assert running.free_port(0) == 0


def test_the_last_port_of_all_may_be_busy() -> None:
    with socket.socket() as last:
        try:
            last.bind((running.HOST, 65535))
        except OSError:
            pytest.skip("somebody else has port 65535")
        last.listen()
        assert running.free_port(65535) is None


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", json.dumps({"url": "http://127.0.0.1:9/", "token": "x"}), '{"url": 1}'],
)
def test_what_a_dead_server_left_behind_is_no_server(tmp_path: Path, content: str) -> None:
    (tmp_path / "jpserver-1.json").write_text(content, encoding="utf-8")
    assert running.find(tmp_path) is None


def test_no_folder_no_server(tmp_path: Path) -> None:
    assert running.find(tmp_path / "chưa có") is None


def test_addresses_escape_vietnamese_names() -> None:
    address = running.Address("http://127.0.0.1:8888/", "abc")
    assert address.page("bài 1.ipynb").startswith(
        "http://127.0.0.1:8888/notebooks/b%C3%A0i%201.ipynb?"
    )
    assert address.page(None) == "http://127.0.0.1:8888/tree?token=abc"
    assert address.lab() == "http://127.0.0.1:8888/lab?token=abc"


def test_a_trainer_gets_jupyterlab_with_the_panel_open_in_it() -> None:
    address = running.Address(base="http://127.0.0.1:8888/", token="abc")
    assert address.lab("giang_vien.ipynb").endswith("/lab/tree/giang_vien.ipynb?token=abc")
    assert shipped.trainer_page(shipped.collect()) == "giang_vien.ipynb"
