"""Where the cases that a trainer has made lie: in a folder of the workspace."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER_NAME = "tinh_huong_rieng"
FORM_NAME = "mau_tinh_huong.xlsx"
"""The form that a case was made from lies in its folder."""
VARIABLE = "VANPHONG_OWN_CASES"
"""Names the folder for this process and those that it starts; set where a workspace is opened."""
_WORKSPACE = Path(__file__).resolve().parents[1] / "hoc_tap"


def own_cases_dir() -> Path:
    """The folder of the trainer's own cases; it need not exist."""
    given = os.environ.get(VARIABLE)
    return Path(given) if given else _WORKSPACE / FOLDER_NAME


def use_workspace(workspace: Path) -> Path:
    """Take the own cases from this workspace from now on; where they lie.

    Changes the environment, so that kernels and marking processes find them too.
    """
    place = workspace.resolve() / FOLDER_NAME
    os.environ[VARIABLE] = str(place)
    return place
