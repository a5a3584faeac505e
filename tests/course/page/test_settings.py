"""Jupyter's settings: the kit's own folders only, no calls home, our Python as the kernel."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from course.page import settings
from course.page.settings import JupyterHome
from course.page.shipped import Shelf, collect

from .conftest import notebook, text_cell, write


@pytest.fixture
def home(tmp_path: Path) -> JupyterHome:
    """Settings written for a course of one page."""
    write(tmp_path / "course" / "00_bat_dau.ipynb", notebook(text_cell("# Chào")))
    shelf = Shelf(tmp_path / "course")
    home = JupyterHome(tmp_path / "nhà của bộ học liệu")
    settings.write(home, shelf, collect(shelf))
    return home


def read(path: Path) -> Any:
    """The JSON in a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_page_learns_which_notebooks_are_the_kits(home: JupyterHome, tmp_path: Path) -> None:
    page = read(home.config / "labconfig" / "page_config.json")
    shipped = collect(Shelf(tmp_path / "course"))
    assert page["vanphongNotebooks"] == [
        {"name": "00_bat_dau.ipynb", "fingerprint": shipped[0].fingerprint}
    ]
    assert page["vanphongFirstPage"] == "00_bat_dau.ipynb"


def test_the_server_listens_on_this_machine_only(home: JupyterHome) -> None:
    server = read(home.config / "jupyter_server_config.json")["ServerApp"]
    assert server["ip"] == "127.0.0.1"
    assert server["allow_remote_access"] is False
    assert not {"token", "password", "disable_check_xsrf"} & set(server)


def test_the_kernel_is_the_python_that_runs_the_kit(home: JupyterHome) -> None:
    kernel = read(home.data / "kernels" / "python3" / "kernel.json")
    assert kernel["argv"][0] == sys.executable


def test_the_users_own_jupyter_is_left_out(home: JupyterHome) -> None:
    users = {"PATH": "/bin", "JUPYTER_CONFIG_PATH": "/etc/x", "JUPYTER_TOKEN": "x", "HOME": "/h"}
    environment = settings.clean_environment(users, home)
    assert environment["PATH"] == "/bin"
    assert "JUPYTER_CONFIG_PATH" not in environment
    assert "JUPYTER_TOKEN" not in environment
    folders = [value for name, value in environment.items() if name not in users]
    assert all(value.startswith(str(home.root)) for value in folders)


def test_settings_written_again_change_no_file(home: JupyterHome, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.root.rglob("*.json")}
    shelf = Shelf(tmp_path / "course")
    settings.write(home, shelf, collect(shelf))
    assert {path: path.stat().st_mtime_ns for path in home.root.rglob("*.json")} == before
    assert len(before) == 4
