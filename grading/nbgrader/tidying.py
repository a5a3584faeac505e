"""Tidying a submitted folder: strange files go to quarantine, the notebook is there in any case."""

from __future__ import annotations

import shutil
from pathlib import Path

from grading.nbgrader.assignment import read_assignment
from grading.nbgrader.data_files import COURIER_FILES, MAX_NOTEBOOK_BYTES, data_files
from grading.nbgrader.quarantine import FOLDER, SetAside, set_aside
from grading.nbgrader.timestamps import TIMESTAMP, has_bad_timestamp

REASONS_FILE = "ly_do.txt"


def tidy_submission(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's hook before it copies a submission: move strange files away, note why.

    `student` is always "*" and `assignment` may be, so the place is taken from the notebooks.
    """
    for submitted in {Path(name).parent for name in notebooks}:
        tidy(submitted)


def tidy(submitted: Path) -> list[SetAside]:
    """Move what is not the learner's data out of a submitted folder; what was moved.

    The notebook that was handed in stays if it is a plain file of a fair size, else the released
    one takes its place. `submitted` is <class>/submitted/<learner>/<assignment>.
    """
    root = submitted.parents[2]
    released = root / "release" / submitted.name
    assignment = read_assignment(released)
    notebook = f"{assignment.id}.ipynb"
    allowed = {
        **data_files(assignment.case_id),
        **COURIER_FILES,
        notebook: MAX_NOTEBOOK_BYTES,
    }
    place = root / FOLDER / submitted.parent.name / submitted.name
    moved = set_aside(submitted, allowed, place)
    if has_bad_timestamp(submitted):
        moved += set_aside(
            submitted, {name: allowed[name] for name in allowed if name != TIMESTAMP}, place
        )
    if not (submitted / notebook).exists():
        shutil.copyfile(assignment.notebook, submitted / notebook)
    if moved:
        text = "".join(f"{one}\n" for one in moved)
        with (place / REASONS_FILE).open("a", encoding="utf-8") as file:
            file.write(text)
    return moved


def is_plain(path: Path, size: int) -> bool:
    """Whether this is a file in its own right of at most `size` bytes."""
    return path.is_file() and not path.is_symlink() and path.stat().st_size <= size
