"""The ledger of a class: which hand-ins were taken, kept as one file beside the gradebook."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.receipt import Receipt
from scenarios.atomic_file import reason, write_atomically

LEDGER_NAME = "so_thu_bai.json"


class Taken(BaseModel):
    """One hand-in that stands in `submitted/`, with the time at which it was collected."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    receipt: Receipt
    collected: datetime
    file: str
    notes: tuple[str, ...] = ()


class Ledger(BaseModel):
    """All hand-ins that stand, newest state only; what they replaced lies in the kept zips."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    taken: tuple[Taken, ...] = ()

    def standing(self, assignment: str, learner: str) -> Taken | None:
        """The hand-in of a learner for an assignment that counts, None if there is none."""
        for one in self.taken:
            if (one.receipt.assignment, one.receipt.learner.id) == (assignment, learner):
                return one
        return None

    def with_one(self, new: Taken) -> Ledger:
        """The ledger in which `new` stands in place of the learner's earlier hand-in."""
        key = (new.receipt.assignment, new.receipt.learner.id)
        others = tuple(
            one for one in self.taken if (one.receipt.assignment, one.receipt.learner.id) != key
        )
        return self.model_copy(update={"taken": (*others, new)})


def read_ledger(folder: Path, name: str = LEDGER_NAME) -> Ledger:
    """The ledger of a class, empty if nothing was collected. Raises ClassError."""
    path = folder / name
    try:
        return Ledger.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Ledger()
    except (OSError, ValidationError) as error:
        raise ClassError(
            f"Sổ thu bài “{path}” không đọc được; anh/chị khôi phục tệp này từ bản sao rồi thu lại."
        ) from error


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Save the ledger, whole or not at all. Raises ClassError."""
    try:
        text = ledger.model_dump_json(by_alias=True, indent=1)
        write_atomically(folder / LEDGER_NAME, text + "\n")
    except OSError as error:
        raise ClassError(
            f"Không ghi được sổ thu bài ({reason(error)}); anh/chị kiểm tra chỗ trống trên "
            "đĩa rồi làm lại."
        ) from error
