"""The class lock: one marking run at a time; it opens by itself when its process dies."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from grading.nbgrader.class_folder import ClassError

LOCK_NAME = ".khoa_cham"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the class for one run. Raises ClassError if another run holds it."""
    with (folder / LOCK_NAME).open("a+b") as file:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ClassError(
                "Lớp này đang được chấm ở một cửa sổ khác; anh/chị chờ xong rồi chạy lại."
            ) from None
        yield
