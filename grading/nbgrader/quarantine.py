"""Quarantine: what a submission holds beside the learner's data is moved away and named."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = "quarantine"


@dataclass(frozen=True)
class SetAside:
    """A file that was moved away. `reason` is a Vietnamese clause."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"Đã để riêng “{self.name}”: {self.reason}."


def set_aside(folder: Path, allowed: Mapping[str, int], into: Path) -> list[SetAside]:
    """Move everything out of `folder` that is not an allowed file, to `into`; what was moved.

    `allowed` maps exact names to the greatest size in bytes. Links are never followed.
    """
    if not folder.is_dir():
        return []
    moved = []
    for entry in sorted(_entries(folder)):
        reason = _objection(entry, allowed)
        if reason:
            _move(entry, into)
            moved.append(SetAside(entry.name, reason))
    return moved


def _entries(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            yield Path(entry.path)


def _objection(path: Path, allowed: Mapping[str, int]) -> str:
    """Why the entry may not stay, "" if it may."""
    state = path.lstat()
    if stat.S_ISLNK(state.st_mode):
        return "là liên kết sang nơi khác, không phải tệp"
    if path.name not in allowed:
        return "không thuộc danh mục tệp được nộp"
    if not stat.S_ISREG(state.st_mode):
        return "không phải là tệp thường"
    if state.st_size > allowed[path.name]:
        return f"lớn quá mức cho phép ({state.st_size:,} byte)".replace(",", ".")
    return ""


def _move(path: Path, into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    target = into / path.name
    number = 1
    while os.path.lexists(target):
        number += 1
        target = into / f"{path.name}.{number}"
    # A link is moved as a link; nothing behind it is touched.
    shutil.move(path, target)
