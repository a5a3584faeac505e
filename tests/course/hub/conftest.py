"""A class on a real JupyterHub on this machine, for all tests here."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator

import pytest

from course.hub.accounts import is_possible

from .edition import public_python
from .server import ClassServer

REQUIRE_ALL = os.environ.get("VANPHONG_REQUIRE_ALL") == "1"
NEEDED = ("jupyterhub", "firstuseauthenticator", "jupyterhub_idle_culler")


@pytest.fixture(scope="module")
def server() -> Iterator[ClassServer]:
    """A running server for a class of four."""
    python = public_python()
    if not is_possible() or python is None or not all(map(importlib.util.find_spec, NEEDED)):
        reason = (
            "Máy chủ lớp học cần Linux, quyền quản trị và các gói trong requirements-hub.lock "
            "(no root, or the hub's packages are missing): các phép thử máy chủ không chạy."
        )
        if REQUIRE_ALL:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    made = ClassServer.make(python, 4)
    try:
        made.start()
        yield made
    finally:
        made.remove()
