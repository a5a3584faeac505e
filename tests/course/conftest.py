"""The course as `vanphong open` serves it, in a workspace of the test file's own."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from .served import Served, opened


@pytest.fixture(scope="session")
def port() -> int:
    """Where the servers of this process listen, one after the other.

    At the same address the browser need not fetch JupyterLab anew. If the port is taken, the kit
    itself takes the next one.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def course(chromium: Path, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for this test file, stopped afterwards."""
    with opened(tmp_path_factory.mktemp("góc học tập"), port=port) as served:
        yield served
