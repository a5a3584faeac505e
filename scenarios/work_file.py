"""The work file `bai_lam.json`: read with care, saved atomically after every change."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from scenarios.work import JournalEntry, Work, chain

FILE_NAME = "bai_lam.json"
MAX_BYTES = 4_000_000
MAX_DEPTH = 12


class WorkError(Exception):
    """The work file cannot be read or saved; the message is one Vietnamese sentence."""


def read_work(path: Path) -> Work | None:
    """The work in the file, None if there is no file. Raises WorkError; changes nothing."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorkError(f"Tệp {path.name} lớn quá mức của một bài làm nên không đọc được.")
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise WorkError(
            f"Tệp {path.name} không phải chữ Unicode (UTF-8) nên không đọc được."
        ) from None
    except OSError as error:
        raise WorkError(f"Không mở được tệp {path.name}: {error.strerror}.") from error
    return parse_work(text, path.name)


def parse_work(text: str, name: str = FILE_NAME) -> Work:
    """The work in the text. Raises WorkError if it is damaged, too deep or not a work."""
    try:
        if _depth(text) > MAX_DEPTH:
            raise WorkError(f"Tệp {name} lồng quá nhiều lớp nên không đọc được.")
        content = json.loads(text, parse_constant=_no_constant)
        return Work.model_validate(content)
    except (json.JSONDecodeError, _ConstantError, RecursionError):
        raise WorkError(f"Tệp {name} bị hỏng (không phải JSON) nên không đọc được.") from None
    except ValidationError as error:
        spot = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise WorkError(f"Tệp {name} không đúng mẫu bài làm ở mục “{spot}”.") from None


def write_atomically(path: Path, text: str) -> None:
    """Put the text into the file, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".luu_", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


class WorkFile:
    """The work of one folder, kept equal to its file. `now` gives the real time for the journal."""

    def __init__(self, path: Path, work: Work, now: Callable[[], datetime] = datetime.now) -> None:
        self.path = path
        self.work = work
        self._now = now

    @classmethod
    def open(
        cls, folder: Path, case: str, variant: str, now: Callable[[], datetime] = datetime.now
    ) -> tuple[WorkFile, str]:
        """The folder's work file, and a Vietnamese sentence if something had to be put right.

        A damaged file, or one of another case, is set aside under a name of its own: never lost.
        """
        path = folder / FILE_NAME
        fresh = Work(case=case, variant=variant)
        try:
            work = read_work(path)
        except WorkError as error:
            kept = _set_aside(path, now())
            return cls(
                path, fresh, now
            ), f"{error} Bản cũ được giữ ở tệp {kept.name}; bài bắt đầu lại."
        if work is None:
            return cls(path, fresh, now), ""
        if work.case != case:
            kept = _set_aside(path, now())
            return (
                cls(path, fresh, now),
                f"Thư mục này có bài của tình huống khác; bản đó được giữ ở tệp {kept.name}.",
            )
        return cls(path, work, now), ""

    def save(self, work: Work, what: str, subject: str = "") -> None:
        """Make `work` the work of this file, with one more journal entry. Raises WorkError.

        A run of entries about the same thing (typing on in one answer) stays one entry.
        """
        journal = list(self.work.journal)
        if (
            what == "answer"
            and journal
            and (journal[-1].what, journal[-1].subject) == (what, subject)
        ):
            journal.pop()
        entry = JournalEntry(
            number=journal[-1].number + 1 if journal else 0,
            at=self._now().isoformat(timespec="seconds"),
            what=what,
            subject=subject,
        )
        link = chain(journal[-1].chain if journal else "", entry)
        journal.append(entry.model_copy(update={"chain": link}))
        changed = work.model_copy(update={"journal": tuple(journal)})
        try:
            write_atomically(self.path, changed.to_json())
        except OSError as error:
            raise WorkError(
                f"Chưa lưu được bài ({error.strerror}); kiểm tra chỗ trống và quyền ghi của "
                "thư mục, rồi bấm lại."
            ) from error
        self.work = changed


class _ConstantError(Exception):
    """JSON holds NaN or Infinity."""


def _no_constant(name: str) -> None:
    raise _ConstantError(name)


def _depth(text: str) -> int:
    """How deep brackets nest, without reading the JSON (a bracket in a string counts too)."""
    depth = deepest = 0
    for char in text:
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _set_aside(path: Path, at: datetime) -> Path:
    kept = path.with_name(f"bai_lam_giu_lai_{at:%Y%m%d_%H%M%S}.json")
    path.replace(kept)
    return kept
