"""The deadline of the class, said before a hand-in; a learner without a class has none."""

from __future__ import annotations

from pathlib import Path

from course.classroom.card import find_card
from grading.nbgrader.class_source import deadline_of


def deadline_here(folder: Path, case_id: str) -> str:
    """When the work in `folder` is due and what a late one costs, "" if nothing is known.

    The notebook that a class has released says it itself; else the class card does.
    """
    for notebook in sorted(folder.glob("*.ipynb")):
        if said := deadline_of(notebook):
            return said
    found = find_card(folder)
    return found[0].deadline(case_id) if found else ""
