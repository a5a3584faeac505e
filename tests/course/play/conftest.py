"""A learner who sees the course in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from .learner import Learner


@pytest.fixture
def learner(page: Page, tmp_path: Path) -> Learner:
    """A learner before an empty screen; screenshots go to the test's folder."""
    page.set_default_timeout(30_000)
    return Learner(page, tmp_path)
