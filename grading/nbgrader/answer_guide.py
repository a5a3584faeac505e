"""Guides for answers in words: how a trainer marks them, and a bank of comments.

A case may bring one file, `answer_guide.toml`; a class has its own copy in `huong_dan_cham`, which
the trainer edits and no rebuild overwrites.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grading.nbgrader.class_error import ClassError
from grading.nbgrader.points import points_text
from scenarios.case import case_folder

GUIDE_NAME = "answer_guide.toml"
CLASS_FOLDER = "huong_dan_cham"


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Level(_Record):
    """What an answer of this level says; `share` of the points of the question, 0 to 1."""

    share: Annotated[float, Field(ge=0, le=1)]
    says: str


class BankComment(_Record):
    """A comment ready for use; the trainer writes its code, the learner reads its text."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9]{1,8}$")]
    text: str


class Guide(_Record):
    """The guide for one question."""

    question: str
    levels: Annotated[tuple[Level, ...], Field(alias="level")] = ()
    comments: Annotated[tuple[BankComment, ...], Field(alias="comment")] = ()

    def lines(self) -> list[str]:
        """The levels as a trainer reads them."""
        return [f"- {points_text(100 * one.share)}%: {one.says}" for one in self.levels]

    def expanded(self, comment: str) -> str:
        """The trainer's comment with the bank's texts in place of their codes."""
        known = {one.code: one.text for one in self.comments}
        return re.sub(r"\[([a-z0-9]{1,8})\]", lambda one: known.get(one[1], one[0]), comment)


class _Guides(_Record):
    schema_: Annotated[Literal[1], Field(alias="schema")]
    answers: Annotated[tuple[Guide, ...], Field(alias="answer")] = ()


def guides(case_id: str, class_folder: Path) -> Mapping[str, Guide]:
    """Question -> its guide: the class's own, else the case's. Raises ClassError."""
    path = guide_file(case_id, class_folder)
    if not path.exists():
        return {}
    try:
        content = _Guides.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise ClassError(
            f"Tệp hướng dẫn chấm “{path}” viết chưa đúng mẫu; anh/chị sửa lại theo tệp gốc của "
            "tình huống."
        ) from error
    return {one.question: one for one in content.answers}


def guide_file(case_id: str, class_folder: Path) -> Path:
    """The file that counts in a class; it need not exist."""
    own = class_folder / CLASS_FOLDER / f"{case_id}.toml"
    return own if own.exists() else case_folder(case_id) / GUIDE_NAME


def copy_guide(case_id: str, class_folder: Path) -> None:
    """Give a class its own copy to edit, unless it has one. Raises OSError."""
    own, shipped = (
        class_folder / CLASS_FOLDER / f"{case_id}.toml",
        case_folder(case_id) / GUIDE_NAME,
    )
    if shipped.exists() and not own.exists():
        own.parent.mkdir(exist_ok=True)
        shutil.copyfile(shipped, own)
