"""Swapping folders: a finished folder takes the place of an older one in two quick steps."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

WORKSHOP = ".dang_cham"


def new_folder(root: Path) -> Path:
    """An empty folder in the class's workshop, on the same disk as everything else."""
    place = root / WORKSHOP / uuid.uuid4().hex
    place.mkdir(parents=True)
    return place


def swap_in(root: Path, made: Path, target: Path) -> None:
    """Let `made` stand at `target`; what stood there is removed afterwards.

    If the power goes between the steps `target` is missing, never half-written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    old = root / WORKSHOP / uuid.uuid4().hex
    if target.exists():
        target.replace(old)
    made.replace(target)
    remove_tree(old)


@contextlib.contextmanager
def kept_aside(root: Path, target: Path) -> Iterator[None]:
    """Meanwhile nothing stands at `target`; what stood there comes back if the rest fails."""
    old = root / WORKSHOP / uuid.uuid4().hex
    old.parent.mkdir(exist_ok=True)
    stood = target.exists()
    if stood:
        target.replace(old)
    try:
        yield
    except BaseException:
        remove_tree(target)
        if stood:
            old.replace(target)
        raise
    finally:
        close_workshop(root, old)


def close_workshop(root: Path, *used: Path) -> None:
    """Take away the folders that were used, and the workshop if nothing else is in it."""
    for one in used:
        remove_tree(one)
    with contextlib.suppress(OSError):
        (root / WORKSHOP).rmdir()


def clear_workshop(root: Path) -> None:
    """Take away what an interrupted run has left."""
    remove_tree(root / WORKSHOP)


def set_permissions(folder: Path, mode: int) -> None:
    """Give the files of a folder the permissions that nbgrader gives them."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(mode)


def remove_tree(folder: Path) -> None:
    """Remove a folder whose files may be read-only (which Windows refuses at first)."""

    def allow(function: Callable[[str], Any], path: str, _: object) -> None:
        os.chmod(path, stat.S_IWRITE)  # noqa: PTH101  # shutil hands over a text
        function(path)

    if folder.exists():
        shutil.rmtree(folder, onerror=allow)
