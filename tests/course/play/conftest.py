"""The course as `vanphong open` serves it, and a learner who sees it in Chromium."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .learner import Learner

STARTED = re.compile(r"(http://127\.0\.0\.1:\d+)/\S*token=(\w+)")
START_SECONDS = 90


@dataclass(frozen=True)
class Course:
    """The running course: the address of its first page, and where the learner's files lie."""

    first_page: str
    workspace: Path


@pytest.fixture(scope="module")
def course(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """A server for this test file, stopped afterwards."""
    workspace = tmp_path_factory.mktemp("góc học tập")
    command = [sys.executable, "-m", "course.cli", "open", "--no-browser", "--port", "0"]
    server = subprocess.Popen(
        [*command, "--folder", str(workspace)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    giving_up = threading.Timer(START_SECONDS, server.kill)
    giving_up.start()
    try:
        assert server.stdout is not None
        found = next(filter(None, map(STARTED.search, server.stdout)), None)
        giving_up.cancel()
        assert found, "the course did not start"
        yield Course(f"{found[1]}/notebooks/00_bat_dau.ipynb?token={found[2]}", workspace)
    finally:
        giving_up.cancel()
        server.terminate()
        server.communicate(timeout=30)


@pytest.fixture
def learner(course: Course, page: Page, tmp_path: Path) -> Learner:
    """A learner on the first page; screenshots go to the test's folder."""
    page.set_default_timeout(30_000)
    page.goto(course.first_page)
    return Learner(page, tmp_path)
