"""Saving at the desk: every change at once, told to all who listen, never over a newer work."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from course.desk.refusals import NEWER_VI, DeskError, NewerWorkError
from scenarios.work import Work
from scenarios.work_file import OutdatedError, WorkError, WorkFile


class Topic(StrEnum):
    """What has changed at the desk."""

    PLAN = "plan"
    RUN = "run"
    ANSWER = "answer"
    TABLE = "table"
    DRAFT = "draft"
    ALL = "all"


QUIET = (Topic.ANSWER, Topic.DRAFT)
"""What changes nothing in the office."""


class Saving:
    """The work of one desk, with those who want to hear of its changes, the first one first."""

    def __init__(self, file: WorkFile) -> None:
        self._file = file
        self._listeners: list[Callable[[Topic], None]] = []

    @property
    def work(self) -> Work:
        """The work as it is saved."""
        return self._file.work

    @property
    def path(self) -> Path:
        """The work file."""
        return self._file.path

    def listen(self, listener: Callable[[Topic], None]) -> None:
        """Call the listener after every change, with what has changed."""
        self._listeners.append(listener)

    def save(self, work: Work, what: str, subject: str, topic: Topic) -> None:
        """Save the work and tell the listeners; `what` and `subject` go into the journal.

        Raises NewerWorkError if another window has saved since: its work is taken over then, and
        nothing of it is lost. Raises DeskError if the file cannot be written.
        """
        try:
            self._file.save(work, what, subject)
        except OutdatedError as error:
            self._take_newer()
            raise NewerWorkError(f"{error} {NEWER_VI}") from error
        except WorkError as error:
            raise DeskError(str(error)) from error
        self._tell(topic)

    def look_for_newer(self) -> bool:
        """Take over what another window has saved since; whether there was something."""
        if not self._file.is_outdated():
            return False
        self._take_newer()
        return True

    def _take_newer(self) -> None:
        try:
            self._file.reload()
        except WorkError as error:
            raise DeskError(str(error)) from error
        self._tell(Topic.ALL)

    def _tell(self, topic: Topic) -> None:
        for listener in self._listeners:
            listener(topic)
