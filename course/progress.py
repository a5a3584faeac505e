"""A learner's progress: every answer, lesson and section, saved at once to `tien_do.json`."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from course import progress_file
from course.progress_events import Draft, Event, EventKind, History, merge
from course.progress_file import ProgressError

__all__ = ["Event", "EventKind", "History", "Progress", "ProgressError", "current", "merge"]


_TICK = timedelta(microseconds=1)


class Progress:
    """The progress in one file. Several pages may be open: each save takes in what others saved.

    `notice` is a Vietnamese sentence for the learner if the file was damaged, else "".
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = datetime.now) -> None:
        """Raises ProgressError if there is a file that cannot be opened."""
        self.path = path
        self._now = now
        found, self.notice = progress_file.read(path, now())
        self.history = found or progress_file.fresh()
        if self.notice:
            self._save(lambda history: history)

    @property
    def today(self) -> date:
        """The day on the learner's clock."""
        return self._now().date()

    def refresh(self) -> History:
        """The history with what other pages have saved meanwhile. Raises ProgressError."""
        self.history = self._with_file()
        return self.history

    def record(self, kind: EventKind, **details: Any) -> Event:
        """Add an event and save at once. Raises ProgressError if it cannot be saved."""
        event = Event(id=uuid.uuid4().hex, at=self._later(), kind=kind, **details)
        self._save(lambda history: history.with_event(event))
        return event

    def keep_draft(self, question: str, **details: Any) -> None:
        """Save an answer that was not handed in yet. Raises ProgressError."""
        draft = Draft(at=self._now(), **details)
        self._save(lambda history: history.with_draft(question, draft))

    def take_in(self, other: History) -> None:
        """Merge another record, such as one from another machine. Raises ProgressError."""
        self._save(lambda history: merge(history, other))

    def _save(self, change: Callable[[History], History]) -> None:
        with progress_file.lock(self.path):
            changed = change(self._with_file())
            progress_file.write(self.path, changed)
        self.history = changed

    def _later(self) -> datetime:
        """Now; a tick later than the last event if the clock is too coarse to tell them apart."""
        now = self._now()
        last = self.history.events[-1].at if self.history.events else now - _TICK
        return last + _TICK if now <= last < now + timedelta(seconds=1) else now

    def _with_file(self) -> History:
        found, notice = progress_file.read(self.path, self._now())
        self.notice = notice or self.notice
        if found is None:
            return self.history
        return merge(found, self.history)


_open: dict[Path, Progress] = {}


def current(folder: Path | None = None) -> Progress:
    """The progress of the workspace around `folder` (None: the current folder), read once.

    Raises ProgressError if the file cannot be opened.
    """
    path = progress_file.place(folder)
    if path not in _open:
        _open[path] = Progress(path)
    return _open[path]
