"""A learner's page of the course, opened and ready."""

from __future__ import annotations

from playwright.sync_api import Page

from ..served import Served

READY = '.vp-room-bar[data-state="ready"]'


def open_page(course: Served, page: Page, name: str) -> None:
    """Open a page of the course and wait until it has run."""
    page.goto(course.url(f"notebooks/{name}"))
    wait_until_ready(page)


def wait_until_ready(page: Page) -> None:
    """Wait until the kit's own bar says that the page has run."""
    page.wait_for_selector(READY, timeout=60_000)
