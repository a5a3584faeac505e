"""The rebuild: what nbgrader executes is the released notebook over the learner's data files.

nbgrader calls the exporter twice for each submission: to sanitize (submitted -> autograded) and to
execute (autograded -> autograded). At the first call the exporter never opens the notebook that
was handed in; it reads the released one, and empties the folder of everything but data. Whatever
goes wrong here raises, so that nbgrader gives the submission up: it fails closed. The hook before
it tidies the submitted folder too, but nbgrader swallows its errors, so nothing depends on it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter

from grading.nbgrader.assignment import read_assignment
from grading.nbgrader.data_files import COURIER_FILES, MAX_NOTEBOOK_BYTES, data_files
from grading.nbgrader.notebook import REMARK_ID
from grading.nbgrader.quarantine import FOLDER, SetAside, set_aside
from grading.nbgrader.shown_answers import remark_source
from grading.nbgrader.timestamps import TIMESTAMP, has_bad_timestamp

REASONS_FILE = "ly_do.txt"


class RebuildError(Exception):
    """A submission cannot be prepared for marking; the message is one Vietnamese sentence."""


class ReleasedNotebookExporter(NotebookExporter):
    """Gives nbgrader's `autograde` the released notebook in place of the one handed in."""

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> Any:
        """The notebook to go on with. Raises RebuildError if the submission is not in order."""
        who = resources["nbgrader"]
        converter: Any = self.parent
        folders = converter.coursedir
        names = (who["student"], who["assignment"])
        marked = Path(folders.format_path(folders.autograded_directory, *names))
        if Path(filename) == marked / f"{who['notebook']}.ipynb" and not converter._sanitizing:
            return super().from_filename(filename, resources, **kw)
        submitted = Path(folders.format_path(folders.submitted_directory, *names))
        released = Path(folders.format_path(folders.release_directory, ".", who["assignment"]))
        keep_only_data(submitted, marked, released, Path(folders.root))
        read: Any = nbformat.read  # untyped
        content = read(released / f"{who['notebook']}.ipynb", as_version=4)
        case_id = content.metadata["vanphong"]["case"]
        for cell in content.cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == REMARK_ID:
                cell.source = remark_source(case_id, marked)
        resources["metadata"] = {"name": who["notebook"], "path": str(marked)}
        export: Any = self.from_notebook_node  # untyped
        return export(content, resources, **kw)


def keep_only_data(submitted: Path, marked: Path, released: Path, root: Path) -> list[SetAside]:
    """Empty `marked` of all that is not data that stands as a plain file in `submitted`.

    Returns what was taken away. Raises RebuildError if the submission is reached over a link.
    """
    for place in (submitted, submitted.parent, marked, marked.parent):
        if place.is_symlink():
            raise RebuildError(f"Bài nộp “{place.name}” là liên kết sang nơi khác nên không chấm.")
    released = released.resolve()
    allowed = {**data_files(read_assignment(released).case_id), **COURIER_FILES}
    fine = {name: size for name, size in allowed.items() if is_plain(submitted / name, size)}
    place = root / FOLDER / submitted.parent.name / submitted.name
    return set_aside(marked, fine, place / "autograded")


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
