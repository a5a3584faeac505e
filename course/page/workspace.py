"""The learner's workspace: the folder `hoc_tap` with the kit's notebooks and the learner's work."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from course.page import atomic
from course.page.fingerprint import NotebookError, fingerprint, read_notebook
from course.page.shipped import PROJECT, ShippedNotebook
from scenarios.atomic_file import reason

DEFAULT_FOLDER = PROJECT / "hoc_tap"
ARCHIVE = ".luu_cu"

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}


class WorkspaceError(Exception):
    """The workspace cannot be used; the message is one Vietnamese sentence for the user."""


@dataclass
class Update:
    """What an update did, by the names of the notebooks; `archived` holds where old ones lie."""

    written: list[str] = field(default_factory=list)
    archived: list[Path] = field(default_factory=list)


def update(folder: Path, shipped: Sequence[ShippedNotebook], now: datetime) -> Update:
    """Put every shipped notebook into the folder and tell what changed.

    A notebook of that name with another content is kept under `.luu_cu`, with the time `now`.
    Nothing else in the folder is touched. Raises WorkspaceError if the folder cannot be used.
    """
    done = Update()
    with storage(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for notebook in shipped:
            _place(folder, notebook, now, done)
    return done


@contextlib.contextmanager
def storage(folder: Path) -> Iterator[None]:
    """Turn an OSError inside the block into a WorkspaceError about the folder."""
    try:
        yield
    except OSError as error:
        raise WorkspaceError(_sentence(folder, error)) from error


def _place(folder: Path, notebook: ShippedNotebook, now: datetime, done: Update) -> None:
    target = folder / notebook.name
    wanted = notebook.text.encode("utf-8")
    found = target.read_bytes() if target.exists() else None
    if found == wanted:
        return
    if found is not None and not _is_shipped(target, notebook):
        # The other edition goes into the archive first: at no moment is it nowhere.
        kept = _archive_place(folder, notebook.name, now)
        atomic.write_bytes(kept, found)
        done.archived.append(kept)
    atomic.write_bytes(target, wanted)
    done.written.append(notebook.name)


def _is_shipped(path: Path, notebook: ShippedNotebook) -> bool:
    """Whether the file differs from the shipped notebook in nothing that a learner made."""
    try:
        return fingerprint(read_notebook(path)) == notebook.fingerprint
    except NotebookError:
        return False


def _archive_place(folder: Path, name: str, now: datetime) -> Path:
    """A place in the archive that is still free."""
    place = folder / ARCHIVE / name
    stem = f"{place.stem}-{now:%Y%m%d-%H%M%S}"
    free, count = place.with_name(f"{stem}.ipynb"), 1
    while free.exists():
        count += 1
        free = place.with_name(f"{stem}-{count}.ipynb")
    return free


def _sentence(folder: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"Ổ đĩa chứa thư mục “{folder}” đã đầy; anh/chị xóa bớt tệp rồi chạy lại."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            f"Không có quyền ghi vào thư mục “{folder}”, hoặc một tệp trong đó đang được chương "
            "trình khác mở; anh/chị đóng tệp, hoặc chọn thư mục khác bằng --folder, rồi chạy lại."
        )
    if isinstance(error, FileExistsError | NotADirectoryError | IsADirectoryError):
        return (
            f"“{error.filename or folder}” đang chiếm chỗ của tệp hoặc thư mục mà bộ học liệu "
            "cần; anh/chị đổi tên nó, hoặc chọn thư mục khác bằng --folder, rồi chạy lại."
        )
    return (
        f"Không dùng được thư mục “{folder}” ({reason(error)}); "
        "anh/chị chọn thư mục khác bằng --folder rồi chạy lại."
    )
