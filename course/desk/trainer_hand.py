"""The trainer's hand at a desk: injects fired, skipped or put off, here or by the control file."""

from __future__ import annotations

from course.desk.refusals import DeskError
from course.desk.saving import Saving, Topic
from course.desk.situation import Situation
from office_sim.hand import HandKind
from scenarios.hand import HandError, taken, touched
from scenarios.hand_file import HandFileError, find_hand_file, read_hand_file


class TrainerHand:
    """What the trainer does in the middle of a run; each touch is saved in the work."""

    def __init__(self, situation: Situation, saving: Saving) -> None:
        self._desk, self._saving = situation, saving

    def touch(self, kind: HandKind, inject: str, minutes: int = 0) -> None:
        """The trainer fires, skips or puts off an inject, from now on. Raises DeskError."""
        try:
            changed = touched(self._desk.run, self._desk.work, kind, inject, minutes)
        except HandError as error:
            raise DeskError(str(error)) from error
        if changed is not self._desk.work:
            self._saving.save(changed, f"hand_{kind.value}", inject, Topic.RUN)

    def take_requests(self) -> bool:
        """Take what the trainer's control file asks and this work does not have yet.

        True if there was something. Raises DeskError if the file cannot be used.
        """
        path = find_hand_file(self._desk.path.parent)
        if path is None:
            return False
        try:
            changed = taken(
                self._desk.work, read_hand_file(path).lines(self._desk.now), self._desk.now
            )
        except (HandFileError, HandError) as error:
            raise DeskError(str(error)) from error
        if changed is self._desk.work:
            return False
        self._saving.save(changed, "hand_taken", "", Topic.RUN)
        return True
