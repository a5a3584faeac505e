"""The folder that was judged last, kept: forty test cells ask about the same work."""

from __future__ import annotations

from pathlib import Path

from grading.documents import file_name
from grading.score import Judged, judged_folder
from scenarios.case import UnknownCaseError, load_case
from scenarios.edition import Edition
from scenarios.variants import VariantError
from scenarios.work_file import FILE_NAME, WorkError

UNREADABLE = (WorkError, VariantError, UnknownCaseError)
_seen: dict[tuple[object, ...], Judged | Exception] = {}


def last_judged(case_id: str, folder: Path, edition: Edition) -> Judged:
    """The judged work of the folder, played anew only when one of its files has changed.

    A file that cannot be read is not read forty times either: its error is raised again.
    """
    key = (case_id, edition, str(folder.resolve()), *_state(case_id, folder))
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


def _state(case_id: str, folder: Path) -> list[tuple[int, int]]:
    """When the work and its documents were last written, and how large they are."""
    try:
        papers = [file_name(one) for one in load_case(case_id).file.documents]
    except UnknownCaseError:
        papers = []  # said when it is judged
    return [_written(folder / name) for name in (FILE_NAME, *papers)]


def _written(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
