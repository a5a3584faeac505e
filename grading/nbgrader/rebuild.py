"""The rebuild: what nbgrader executes is the released notebook over the learner's data files.

nbgrader calls the exporter twice for each submission: to sanitize (submitted -> autograded) and to
execute (autograded -> autograded). At the first call the exporter never opens the notebook that
was handed in; it reads the released one, and empties the folder of everything but data. Whatever
goes wrong here raises, so that nbgrader gives the submission up: it fails closed. The hook before
it tidies the submitted folder too, but nbgrader swallows its errors, so nothing depends on it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter

from grading.nbgrader.assignment import read_assignment
from grading.nbgrader.class_source import uncounted
from grading.nbgrader.data_files import COURIER_FILES, data_files
from grading.nbgrader.quarantine import FOLDER, SetAside, set_aside
from grading.nbgrader.tidying import is_plain
from grading.nbgrader.word_cells import word_sources
from scenarios.case import load_case


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
        resources["metadata"] = {"name": who["notebook"], "path": str(marked)}
        read: Any = nbformat.read  # untyped
        export: Any = self.from_notebook_node  # untyped
        if Path(filename) == marked / f"{who['notebook']}.ipynb" and not converter._sanitizing:
            content = read(filename, as_version=4)
            uncounted(content.cells, content.metadata.vanphong.get("dropped", ()))
            return export(content, resources, **kw)
        submitted = Path(folders.format_path(folders.submitted_directory, *names))
        released = Path(folders.format_path(folders.release_directory, ".", who["assignment"]))
        keep_only_data(submitted, marked, released, Path(folders.root))
        content = read(released / f"{who['notebook']}.ipynb", as_version=4)
        about = read_assignment(released)
        case = load_case(about.case_id, about.edition)
        words = word_sources(case, marked, Path(folders.root))
        for cell in content.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = words.get(name, cell.source)
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
