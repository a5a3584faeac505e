"""The course as `vanphong open` serves it to a learner, in a workspace of the test's own."""

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

STARTED = re.compile(r"(http://127\.0\.0\.1:\d+)/\S*token=(\w+)")
READY = '.vp-room-bar[data-state="ready"]'
START_SECONDS = 90


@dataclass(frozen=True)
class Course:
    """The running course: where it is served and where the learner's files lie."""

    base: str
    token: str
    workspace: Path

    def open(self, page: Page, name: str) -> None:
        """Open a page of the course and wait until it has run."""
        page.goto(f"{self.base}/notebooks/{name}?token={self.token}")
        wait_until_ready(page)


def wait_until_ready(page: Page) -> None:
    """Wait until the kit's own bar says that the page has run."""
    page.wait_for_selector(READY, timeout=60_000)


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
        yield Course(found[1], found[2], workspace)
    finally:
        giving_up.cancel()
        server.terminate()
        server.communicate(timeout=30)
