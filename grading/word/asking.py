"""Who reads a Word file: a limited process of its own, or whoever was put in its place.

A marking process may start no other process, so there the files are read by a process that stands
beside it, and what is asked of it passes through the one who started both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from grading.word.pool import ReadingProcess

Ask = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes a job and gives its answer. Raises UnreadableWordError, RuleSetError."""

_READER: ContextVar[Ask | None] = ContextVar("reader", default=None)


@contextmanager
def reader() -> Iterator[Ask]:
    """Whom to ask: the one put in place, else a process that starts at the first question and
    ends with the block.
    """
    placed = _READER.get()
    if placed is not None:
        yield placed
        return
    with ReadingProcess() as process:
        yield process.ask


@contextmanager
def read_by(ask: Ask) -> Iterator[None]:
    """Within the block all files are read by this one."""
    token = _READER.set(ask)
    try:
        yield
    finally:
        _READER.reset(token)


@contextmanager
def one_reader() -> Iterator[None]:
    """Within the block all files are read by one process, which is started once and kept."""
    with reader() as ask, read_by(ask):
        yield
