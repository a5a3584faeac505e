"""The notebooks that the kit ships: the course's pages and the learner's edition of exercises."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.page.fingerprint import NotebookError, fingerprint, read_notebook
from grading.rubric import RubricError
from scenarios.case import CaseError, case_ids, own_ids

PROJECT = Path(__file__).resolve().parents[2]
FIRST_PAGE = "00_bat_dau.ipynb"
TRAINER_PAGE = "giang_vien.ipynb"

Edition = Callable[[Path], dict[str, Any]]


class ShippedError(Exception):
    """A notebook of the kit itself is damaged; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class ShippedNotebook:
    """One notebook as learners get it: `name` is its place in the workspace, with `/`.

    `editions` are the fingerprints of the same exercise fixed to a level and a format: the kit's
    own, too, when a class hands them out.
    """

    name: str
    text: str
    fingerprint: str
    editions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """Where the notebooks to ship lie: pages in `course`, one folder per assignment below
    `exercises` (None or a missing folder: nothing from there).

    With `own` the cases that a trainer has made are shipped too, their notebooks made here.
    """

    course: Path
    exercises: Path | None = None
    own: bool = False


OWN_SHELF = Shelf(course=PROJECT / "course", exercises=PROJECT / "exercises", own=True)


def without_outputs(source: Path) -> dict[str, Any]:
    """The notebook in the file as it is, without what an execution left in it."""
    notebook = read_notebook(source)
    for cell in notebook.get("cells", []):
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            cell.update(outputs=[], execution_count=None)
    notebook.get("metadata", {}).pop("widgets", None)
    return notebook


def collect(shelf: Shelf = OWN_SHELF, edition: Edition = without_outputs) -> list[ShippedNotebook]:
    """All notebooks of the shelf in the order of their names, pages of the course first.

    `edition` makes the learner's notebook from the file of an exercise. Raises ShippedError if a
    notebook cannot be read.
    """
    pages = [(path.name, path, without_outputs) for path in sorted(shelf.course.glob("*.ipynb"))]
    sources = sorted(shelf.exercises.glob("*/*.ipynb")) if shelf.exercises else []
    tasks = [(f"{path.parent.name}/{path.name}", path, edition) for path in sources]
    shipped = [_ship(name, path, make) for name, path, make in (*pages, *tasks)]
    return shipped + (_own_cases() if shelf.own else [])


def first_page(shipped: list[ShippedNotebook]) -> str | None:
    """The name of the page to open first; None if nothing is shipped."""
    names = [notebook.name for notebook in shipped]
    return FIRST_PAGE if FIRST_PAGE in names else next(iter(names), None)


def trainer_page(shipped: list[ShippedNotebook]) -> str | None:
    """The name of the page that a trainer sees first; None if the shelf has none."""
    names = [notebook.name for notebook in shipped]
    return TRAINER_PAGE if TRAINER_PAGE in names else None


def _ship(name: str, path: Path, make: Edition) -> ShippedNotebook:
    try:
        notebook = make(path)
    except (NotebookError, OSError) as error:
        raise ShippedError(
            f"Tệp “{path}” của bộ học liệu bị hỏng hoặc không đọc được; anh/chị chép lại bộ học "
            "liệu từ bản gốc rồi chạy lại."
        ) from error
    return _shipped(name, notebook)


def _own_cases() -> list[ShippedNotebook]:
    """The notebooks of the cases that a trainer has made; a case that is damaged has none."""
    if not own_ids():
        return []
    from grading.nbgrader.notebook import source_notebook  # only where there is such a case

    made = []
    for case_id in own_ids():
        with contextlib.suppress(CaseError, RubricError):
            made.append(_shipped(f"{case_id}/{case_id}.ipynb", source_notebook(case_id)))
    return made


def _shipped(name: str, notebook: dict[str, Any]) -> ShippedNotebook:
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    return ShippedNotebook(name, text, fingerprint(notebook), _editions(notebook))


def _editions(notebook: dict[str, Any]) -> tuple[str, ...]:
    """The fingerprints of an exercise at every level and in every format; () for other pages."""
    about = notebook.get("metadata", {}).get("vanphong", {})
    case_id = about.get("case") if isinstance(about, dict) else None
    if case_id not in case_ids():
        return ()
    from grading.nbgrader.notebook import edition_notebooks  # only where a server starts

    return tuple(fingerprint(one) for one in edition_notebooks(case_id))
