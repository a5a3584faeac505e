"""The server's end: it leaves nothing behind, whatever was under way."""

from __future__ import annotations

from pathlib import Path

import psutil
from playwright.sync_api import Page

from ..served import start, stop
from .conftest import code_cell, notebook, write


def test_a_server_stopped_while_a_page_was_still_opening_ends_with_its_kernels(
    page: Page, tmp_path: Path
) -> None:
    """Jupyter leaves helper threads waiting then, and its process would never end."""
    write(tmp_path / "course" / "00_bat_dau.ipynb", notebook(code_cell("print(1)")))
    served = start(tmp_path / "course", tmp_path / "không có", tmp_path / "hoc_tap")
    page.goto(served.url("notebooks/00_bat_dau.ipynb"))
    page.locator(".vp-own").wait_for(state="attached", timeout=60_000)
    page.close()
    kernels = psutil.Process(served.process.pid).children(recursive=True)
    assert "Đã dừng" in stop(served)
    assert psutil.wait_procs(kernels, timeout=10)[1] == []
