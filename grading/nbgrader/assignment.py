"""Assignments: a folder with one notebook that says which case it is about."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from scenarios.case import CaseError, case_folder, load_case, own_ids
from scenarios.edition import OPEN, Edition

EXERCISES_DIR = Path(__file__).resolve().parents[2] / "exercises"


class AssignmentError(Exception):
    """An assignment cannot be used; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class Assignment:
    """One assignment. `id` is the name of its folder and of its notebook (without the ending).

    `edition` names the variant, level and format of the case that it is about, as far as fixed;
    `dropped` are the criteria that the class has let go.
    """

    id: str
    case_id: str
    notebook: Path
    edition: Edition = OPEN
    dropped: tuple[str, ...] = ()


def read_assignment(folder: Path) -> Assignment:
    """The assignment in a folder. Raises AssignmentError."""
    path = folder / f"{folder.name}.ipynb"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        about = content["metadata"]["vanphong"]
        case_id, edition = str(about["case"]), Edition.of(about)
        dropped = tuple(map(str, about.get("dropped", ())))
    except FileNotFoundError:
        raise AssignmentError(
            f"Thư mục bài tập “{folder.name}” thiếu sổ {path.name}; anh/chị chép lại từ bộ học "
            "liệu."
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise AssignmentError(
            f"Sổ {path.name} của bài tập “{folder.name}” không đọc được hoặc không ghi tình huống "
            "nào; anh/chị chép lại từ bộ học liệu."
        ) from None
    return Assignment(folder.name, case_id, path, edition, dropped)


def all_assignments() -> list[Assignment]:
    """The assignments that a class can be given: the kit's, then the trainer's own cases.

    The notebook of an own case is written where it is wanted; a damaged one is passed over.
    """
    found = assignments_in(EXERCISES_DIR)
    for one in own_ids():
        with contextlib.suppress(CaseError):
            found.append(Assignment(one, load_case(one).id, case_folder(one) / f"{one}.ipynb"))
    return found


def assignments_in(folder: Path) -> list[Assignment]:
    """The assignments below a folder, by name; folders that hold none are passed over."""
    found = []
    for entry in sorted(folder.glob("*/*.ipynb")):
        if entry.stem == entry.parent.name:
            found.append(read_assignment(entry.parent))
    return found
