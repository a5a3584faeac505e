"""A class's own edition of an assignment's source: what it says of deadlines, what it drops.

Sources of cells stay as the kit ships them, so that a learner's page still knows itself; only a
dropped criterion changes its cell, after everybody has handed in.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

from grading.nbgrader.lateness import moment_text, rule_text
from grading.nbgrader.notebook import GRADE_PREFIX, notebook_text
from grading.nbgrader.terms import Terms
from grading.nbgrader.word_cells import set_worth
from scenarios.atomic_file import write_atomically

_ENDING = ")"


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
    """Let the cells of dropped criteria count nothing. Changes the cells."""
    names = {f"{GRADE_PREFIX}{one}" for one in dropped}
    for cell in cells:
        info = cell["metadata"].get("nbgrader", {})
        if info.get("grade_id") in names:
            info["points"] = 0
            source = "".join(cell["source"]).removesuffix(_ENDING)
            cell["source"] = f"{source}, counts=False)".splitlines(keepends=True)


def deadline_of(notebook: Path) -> str:
    """What a released notebook says of its deadline, "" if nothing or it cannot be read."""
    try:
        content = json.loads(notebook.read_text(encoding="utf-8"))
        return str(content["metadata"]["vanphong"].get("deadline", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
