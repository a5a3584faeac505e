"""nbgrader's exchange, where the machine has one: assignments go out, hand-ins come back."""

from __future__ import annotations

import sys
from pathlib import Path

from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.commands import CommandFailedError, must_run

HAS_EXCHANGE = sys.platform != "win32"
_NONE_VI = (
    "Hộp trao đổi (exchange) của nbgrader không có trên Windows; anh/chị thu bài từ thư mục hoặc "
    "USB."
)


def send_out(folder: Path, assignment: str, root: Path | None = None) -> None:
    """Put the released assignment into the exchange; again is allowed. Raises ClassError."""
    _run(folder, "release_assignment", assignment, root, "--force")


def take_in(folder: Path, assignment: str, root: Path | None = None) -> list[str]:
    """Take new hand-ins out of the exchange; the learners whose hand-ins stand now.

    Raises ClassError.
    """
    _run(folder, "collect", assignment, root, "--update")
    return sorted(path.parent.name for path in (folder / "submitted").glob(f"*/{assignment}"))


def _run(folder: Path, command: str, assignment: str, root: Path | None, *words: str) -> None:
    if not HAS_EXCHANGE:
        raise ClassError(_NONE_VI)
    place = [] if root is None else [f"--Exchange.root={root}"]
    try:
        must_run(folder, command, assignment, *place, *words)
    except CommandFailedError as error:
        raise ClassError(
            "Hộp trao đổi (exchange) trên máy này chưa dùng được; anh/chị thu bài từ thư mục hoặc "
            "nhờ người quản trị máy kiểm tra."
        ) from error
