"""The classes that lie in one folder, for a list to pick from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from course.classroom.plan import PLAN_NAME, read_plan
from grading.nbgrader.class_folder import CONFIG_NAME, ClassError

DEFAULT_HOME = "lop_hoc"


@dataclass(frozen=True)
class KnownClass:
    """A class folder with its title; `trouble` is a sentence if its plan cannot be read."""

    folder: Path
    title: str
    trouble: str = ""


def classes_in(home: Path) -> list[KnownClass]:
    """The classes in a folder, the one changed last first; [] if there is no such folder."""
    found = [path.parent for path in home.glob(f"*/{CONFIG_NAME}")]
    found = [folder for folder in found if not folder.name.startswith(".")]
    return [_known(folder) for folder in sorted(found, key=_changed, reverse=True)]


def _known(folder: Path) -> KnownClass:
    try:
        return KnownClass(folder, read_plan(folder).title)
    except ClassError as error:
        return KnownClass(folder, folder.name, str(error))


def _changed(folder: Path) -> float:
    path = folder / PLAN_NAME
    return path.stat().st_mtime if path.exists() else (folder / CONFIG_NAME).stat().st_mtime
