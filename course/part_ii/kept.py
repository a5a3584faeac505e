"""What a learner has set in a try-out, kept as a draft in the progress file after every change."""

from __future__ import annotations

from collections.abc import Mapping

from course.look import notice
from course.progress import Progress, ProgressError


class Kept:
    """The settings of one try-out, as words by name; `key` names the try-out."""

    def __init__(self, own: Progress, key: str) -> None:
        self._own, self._key = own, key

    def read(self) -> dict[str, str]:
        """What was kept last; empty if nothing was, or if it is not readable."""
        draft = self._own.history.draft(self._key)
        answer = draft.answer if draft else None
        if not isinstance(answer, dict):
            return {}
        return {str(name): one for name, one in answer.items() if isinstance(one, str)}

    def write(self, settings: Mapping[str, str]) -> str:
        """Keep the settings; a notice as HTML if they cannot be saved, else an empty string."""
        try:
            self._own.keep_draft(self._key, answer=dict(settings))
        except ProgressError as error:
            return notice(str(error), "bad")
        return ""
