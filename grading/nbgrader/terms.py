"""The terms of a class: what a late hand-in costs, who has longer, which criteria were dropped.

The deadline itself is nbgrader's own (`duedate` in the gradebook), so that formgrader shows it and
may change it. Everything else stands in one file of the class; each change leaves a line in a
second file that only grows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from grading.nbgrader.class_error import ClassError
from grading.nbgrader.line_file import LineFile
from scenarios.atomic_file import reason, write_atomically

TERMS_NAME = "quy_dinh_lop.json"
CHANGES_NAME = "lich_su_quy_dinh.jsonl"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LateKind(StrEnum):
    """What being late means: nothing, a note, or points."""

    NONE = "none"
    NOTED = "noted"
    PERCENT = "percent"


class LateRule(_Record):
    """The late rule of an assignment: `percent` of the points for each day begun, `most` in all."""

    kind: LateKind = LateKind.NOTED
    percent: Annotated[float, Field(ge=0, le=100)] = 0
    most: Annotated[float, Field(ge=0, le=100)] = 100


class Extension(_Record):
    """More time for one learner."""

    until: AwareDatetime
    reason: str = ""


class Dropped(_Record):
    """A criterion that counts for nobody; `manual` are the trainer's marks that it had."""

    reason: str
    manual: Mapping[str, float] = {}


class Terms(_Record):
    """The terms of one assignment. `words` are the points of each free-text answer, 0 for none."""

    late: LateRule = LateRule()
    extensions: Mapping[str, Extension] = {}
    dropped: Mapping[str, Dropped] = {}
    words: Annotated[float, Field(ge=0, le=100)] = 0


class _ClassTerms(_Record):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    assignments: Mapping[str, Terms] = {}


def terms(folder: Path, assignment_id: str) -> Terms:
    """The terms of an assignment, the usual ones if none were set. Raises ClassError."""
    return _read(folder).assignments.get(assignment_id, Terms())


def change_terms(folder: Path, assignment_id: str, new: Terms, what: str, **about: Any) -> None:
    """Let `new` stand for an assignment; `what` and `about` go into the history of changes.

    Raises ClassError if a file cannot be written.
    """
    whole = _read(folder)
    assignments = {**whole.assignments, assignment_id: new}
    content = whole.model_copy(update={"assignments": assignments})
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        text = content.model_dump_json(by_alias=True, indent=1)
        write_atomically(folder / TERMS_NAME, text + "\n")
        change = {"at": moment, "assignment": assignment_id, "what": what, **about}
        LineFile(folder / CHANGES_NAME).add(change)
    except OSError as error:
        raise ClassError(
            f"Không ghi được quy định của lớp ({reason(error)}); anh/chị kiểm tra chỗ trống "
            "trên đĩa rồi làm lại."
        ) from error


def term_changes(folder: Path, assignment_id: str) -> list[dict[str, Any]]:
    """What was changed in the terms of an assignment and why, oldest first."""
    lines = LineFile(folder / CHANGES_NAME)
    return [line for line in lines if line.get("assignment") == assignment_id]


def _read(folder: Path) -> _ClassTerms:
    path = folder / TERMS_NAME
    try:
        return _ClassTerms.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return _ClassTerms()
    except (OSError, ValidationError) as error:
        raise ClassError(
            f"Tệp quy định của lớp “{path}” không đọc được; anh/chị khôi phục tệp này từ bản sao."
        ) from error
