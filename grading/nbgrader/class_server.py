"""The server of a class as a learner's page knows it: who is learning, and how work gets there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grading.nbgrader.commands import CommandFailedError, must_run
from grading.nbgrader.parcel import ParcelError, read_parcel
from grading.nbgrader.receipt import RECEIPT_NAME, Learner

_ROOT, _COURSE, _ID, _NAME = "VANPHONG_TRAO_DOI", "VANPHONG_LOP", "VANPHONG_MA", "VANPHONG_HO_TEN"
_BOX = "VANPHONG_HOP_NOP"


class SendingError(Exception):
    """The server did not take a hand-in; the message is one Vietnamese sentence."""


_NOT_TAKEN_VI = (
    "Máy chủ của lớp chưa nhận được bài; bài vẫn còn nguyên ở đây, anh/chị bấm “Nộp bài” lại, hoặc "
    "tải gói nộp về gửi giảng viên."
)


@dataclass(frozen=True)
class Exchange:
    """nbgrader's exchange on one machine, where every learner has an account."""

    root: Path
    course_id: str
    learner: Learner

    def environment(self) -> dict[str, str]:
        """The same as environment variables, for the learner's server and its kernels."""
        return {
            _ROOT: str(self.root),
            _COURSE: self.course_id,
            _ID: self.learner.id,
            _NAME: self.learner.name,
        }

    def send(self, path: Path) -> None:
        """Hand a parcel in by nbgrader's own `submit`, as the account that runs this.

        What goes in is what the receipt names and nothing else of the folder. Raises SendingError.
        """
        try:
            parcel = read_parcel(path)
            with tempfile.TemporaryDirectory(prefix="nop_bai_") as stage:
                place = Path(stage) / parcel.receipt.assignment
                place.mkdir()
                for file, content in parcel.files.items():
                    (place / file).write_bytes(content)
                (place / RECEIPT_NAME).write_text(parcel.receipt.to_json(), encoding="utf-8")
                must_run(
                    Path(stage),
                    "submit",
                    parcel.receipt.assignment,
                    f"--course={self.course_id}",
                    f"--Exchange.root={self.root}",
                    f"--Exchange.cache={Path(stage) / 'cache'}",
                )
        except (CommandFailedError, ParcelError, OSError) as error:
            raise SendingError(_NOT_TAKEN_VI) from error


@dataclass(frozen=True)
class DropBox:
    """A folder that every learner can put parcels into and nobody but the trainer can list."""

    root: Path
    learner: Learner | None = None

    def send(self, path: Path) -> None:
        """Put a parcel into the box and read it there again. Raises SendingError."""
        target = self.root / path.name
        half = target.with_name(f".{target.name}.moi")
        try:
            shutil.copyfile(path, half)
            half.chmod(0o600)
            if read_parcel(half).receipt != read_parcel(path).receipt:
                raise ParcelError(path.name)
            half.replace(target)
        except (OSError, ParcelError) as error:
            raise SendingError(_NOT_TAKEN_VI) from error


def server_here(environment: Mapping[str, str] = os.environ) -> Exchange | DropBox | None:
    """The class server that this page belongs to, None on a laptop of one's own."""
    if environment.get(_ROOT):
        learner = Learner(id=environment[_ID], name=environment[_NAME])
        return Exchange(Path(environment[_ROOT]), environment[_COURSE], learner)
    return DropBox(Path(environment[_BOX])) if environment.get(_BOX) else None
