"""A class's own edition of an assignment's source: what it says of deadlines, what it drops.

Sources of cells stay as the kit ships them, so that a learner's page still knows itself and opens
by itself. What a dropped criterion's cell calls changes only where it is marked.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from grading.nbgrader.lateness import moment_text, rule_text
from grading.nbgrader.notebook import GRADE_PREFIX, notebook_text
from grading.nbgrader.terms import Terms
from grading.nbgrader.word_cells import set_worth
from scenarios.atomic_file import write_atomically

_ENDING = ")"
_UNCOUNTED = ", counts=False)"


def write_terms(notebook: Path, terms: Terms, due: datetime | None) -> None:
    """Put the terms into a source notebook that was just written from its case."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    about = content["metadata"]["vanphong"]
    if due is not None:
        about["deadline"] = f"Hạn nộp: {moment_text(due)}. {rule_text(terms.late)}"
    if terms.dropped:
        about["dropped"] = sorted(terms.dropped)
    drop_cells(content["cells"], terms.dropped)
    set_worth(content["cells"], terms.words)
    write_atomically(notebook, notebook_text(content))


def drop_cells(cells: list[dict[str, Any]], dropped: Collection[str]) -> None:
    """Let the cells of dropped criteria be worth nothing. Changes the cells."""
    for cell in _cells_of(cells, dropped):
        cell["metadata"]["nbgrader"]["points"] = 0


def uncounted(cells: Iterable[dict[str, Any]], dropped: Collection[str]) -> None:
    """Let the cells of dropped criteria give no points when they are marked. Changes the cells.

    A class of an earlier kit may have released its cells so; they stay as they are.
    """
    for cell in _cells_of(cells, dropped):
        source = "".join(cell["source"])
        if not source.endswith(_UNCOUNTED):
            changed = source.removesuffix(_ENDING) + _UNCOUNTED
            is_text = isinstance(cell["source"], str)
            cell["source"] = changed if is_text else changed.splitlines(keepends=True)


def deadline_of(notebook: Path) -> str:
    """What a released notebook says of its deadline, "" if nothing or it cannot be read."""
    try:
        content = json.loads(notebook.read_text(encoding="utf-8"))
        return str(content["metadata"]["vanphong"].get("deadline", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""


def _cells_of(
    cells: Iterable[dict[str, Any]], criteria: Collection[str]
) -> Iterator[dict[str, Any]]:
    names = {f"{GRADE_PREFIX}{one}" for one in criteria}
    for cell in cells:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") in names:
            yield cell
