"""The control file `dieu_hanh.json`: what the trainer's machine asks of the desks of a class.

It lies beside the work or in the folder above, so that one shared folder serves a whole class.
The desk takes each line into the work once: whoever marks later sees the same run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from office_sim.hand import HandKind
from office_sim.spans import OfficeTime
from scenarios.atomic_file import reason, write_atomically
from scenarios.work import MAX_LINES, HandLine, Part, ShortText

FILE_NAME = "dieu_hanh.json"
MAX_BYTES = 200_000
DEFAULT_PACE = 3.0


class HandFileError(Exception):
    """The control file cannot be read or written; the message is one Vietnamese sentence."""


class HandRequest(Part):
    """One line of the control file; without `at` it counts from when a desk takes it."""

    id: ShortText
    what: Literal["fire", "skip", "delay"]
    inject: ShortText
    at: OfficeTime | None = None
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 0


class HandFile(Part):
    """What the trainer asks. `pace`: minutes of class for one hour of the case."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    pace: Annotated[float, Field(gt=0, le=120, allow_inf_nan=False)] = DEFAULT_PACE
    requests: Annotated[tuple[HandRequest, ...], Field(max_length=MAX_LINES)] = ()

    def lines(self, now: object) -> list[HandLine]:
        """The requests as lines of a work that stands at the office time `now`."""
        return [
            HandLine.model_validate({**one.model_dump(), "at": one.at or now})
            for one in self.requests
        ]


def find_hand_file(folder: Path) -> Path | None:
    """The control file beside the work or one folder above, None if there is none."""
    places = (folder / FILE_NAME, folder.parent / FILE_NAME)
    return next((one for one in places if one.is_file()), None)


def read_hand_file(path: Path) -> HandFile:
    """What the file asks; a file that is not there asks nothing. Raises HandFileError."""
    try:
        if not path.exists():
            return HandFile()
        if path.stat().st_size > MAX_BYTES:
            raise HandFileError(f"Tệp {path.name} lớn quá mức nên không đọc; bài vẫn chạy như cũ.")
        return HandFile.model_validate(json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise HandFileError(f"Không mở được tệp {path.name} ({reason(error)}).") from error
    except (ValueError, RecursionError, ValidationError) as error:
        raise HandFileError(
            f"Tệp {path.name} không đúng mẫu nên bỏ qua; bài vẫn chạy như cũ."
        ) from error


def ask(path: Path, kind: HandKind, inject: str, minutes: int = 0) -> HandRequest:
    """Add one request to the control file, atomically. Raises HandFileError."""
    file = read_hand_file(path)
    request = HandRequest(
        id=f"lop-{len(file.requests) + 1}", what=kind.value, inject=inject, minutes=minutes
    )
    _write(path, file.model_copy(update={"requests": (*file.requests, request)}))
    return request


def begin(path: Path) -> None:
    """Make the control file if it is not there yet. Raises HandFileError."""
    if not path.exists():
        _write(path, HandFile())


def keep_pace(path: Path, pace: float) -> None:
    """Keep the pace of the class's clock. Raises HandFileError."""
    file = read_hand_file(path)
    if file.pace != pace:
        _write(path, file.model_copy(update={"pace": pace}))


def _write(path: Path, file: HandFile) -> None:
    content = file.model_dump(mode="json", by_alias=True)
    try:
        write_atomically(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise HandFileError(f"Chưa ghi được tệp {path.name} ({reason(error)}).") from error
