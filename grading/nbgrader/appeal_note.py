"""Notes of appeal: what a learner writes about findings, in one small file that travels alone."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grading.nbgrader.receipt import Id, Learner
from scenarios.atomic_file import write_atomically

KIND: Final = "de_nghi_xem_lai"
MAX_BYTES = 100_000
MAX_LETTERS = 2_000
_MARK = f'"{KIND}"'.encode()


class AppealNoteError(Exception):
    """A file is no appeal that can be taken; the message is one Vietnamese sentence."""


class NoteLine(BaseModel):
    """What is said about one finding. `criterion` is its id, as the result page shows it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    criterion: Annotated[str, Field(pattern=r"^[A-Za-z0-9_]{1,60}$")]
    text: Annotated[str, Field(min_length=1, max_length=MAX_LETTERS)]


class AppealNote(BaseModel):
    """One file. `receipt` is the code of the hand-in that it is about, "" where there is none."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    kind: Literal["de_nghi_xem_lai"] = KIND
    assignment: Id
    learner: Id
    receipt: Annotated[str, Field(max_length=20)] = ""
    notes: Annotated[tuple[NoteLine, ...], Field(min_length=1, max_length=60)]


def is_appeal(path: Path) -> bool:
    """Whether a file looks like a note of appeal, whatever its name."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
            return False
        return _MARK in path.read_bytes()
    except OSError:
        return False


def read_note(path: Path) -> AppealNote:
    """The note in a file. Raises AppealNoteError."""
    try:
        return AppealNote.model_validate_json(path.read_bytes())
    except (OSError, ValidationError, ValueError, RecursionError):
        raise AppealNoteError("Tệp đề nghị xem lại bị hỏng hoặc không đúng mẫu.") from None


def write_note(note: AppealNote, out: Path, at: datetime) -> Path:
    """Write a note into a new file in the folder `out`; where it is. Raises OSError."""
    stem = f"{KIND}__{note.assignment}__{note.learner}__{at:%Y%m%d-%H%M%S}"
    target, number = out / f"{stem}.json", 1
    while target.exists():
        number += 1
        target = out / f"{stem}-{number}.json"
    content = note.model_dump(mode="json", by_alias=True)
    write_atomically(target, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return target


def note_of(learner: Learner, assignment: str, code: str, lines: dict[str, str]) -> AppealNote:
    """The note that says these things (criterion -> text) about one hand-in.

    Raises AppealNoteError if a criterion is no id or a text is empty or too long.
    """
    try:
        notes = tuple(NoteLine(criterion=name, text=text.strip()) for name, text in lines.items())
        return AppealNote(assignment=assignment, learner=learner.id, receipt=code, notes=notes)
    except ValidationError:
        raise AppealNoteError(
            "Đề nghị xem lại cần mã tiêu chí ghi trong tờ kết quả (ví dụ T05) và lý do không quá "
            f"{MAX_LETTERS} chữ; anh/chị điền lại."
        ) from None
