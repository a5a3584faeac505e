"""The folder that was judged last, kept: forty test cells ask about the same work."""

from __future__ import annotations

from pathlib import Path

from grading.score import Judged, judged_folder
from scenarios.case import UnknownCaseError
from scenarios.edition import Edition
from scenarios.variants import VariantError
from scenarios.work_file import FILE_NAME, WorkError

UNREADABLE = (WorkError, VariantError, UnknownCaseError)
_seen: dict[tuple[str, Edition, str, int, int], Judged | Exception] = {}


def last_judged(case_id: str, folder: Path, edition: Edition) -> Judged:
    """The judged work of the folder, played anew only when the work file has changed.

    A file that cannot be read is not read forty times either: its error is raised again.
    """
    path = (folder / FILE_NAME).resolve()
    stat = path.stat() if path.exists() else None
    key = (
        case_id,
        edition,
        str(path),
        stat.st_mtime_ns if stat else 0,
        stat.st_size if stat else 0,
    )
    if key not in _seen:
        _seen.clear()
        try:
            _seen[key] = judged_folder(case_id, folder, edition)
        except UNREADABLE as error:
            _seen[key] = error
    seen = _seen[key]
    if isinstance(seen, Exception):
        raise seen
    return seen
