"""The work file `bai_lam.json`: read with care, saved atomically after every change."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scenarios.atomic_file import reason, write_atomically
from scenarios.edition import Edition
from scenarios.work import JournalEntry, Work, chain

FILE_NAME = "bai_lam.json"
HAND_IN_FOLDER = "nop_bai"  # beside the work: what was packed to hand in
MAX_BYTES = 4_000_000
MAX_DEPTH = 12


class WorkError(Exception):
    """The work file cannot be read or saved; the message is one Vietnamese sentence."""


class UnreadableError(WorkError):
    """The work file is there but cannot be opened now (no right, held by another program)."""


class OutdatedError(WorkError):
    """Somebody else has saved the work since; `WorkFile.reload` takes the newer one."""


_KEPT_VI = (
    "Khi anh/chị làm tiếp, bản cũ được giữ nguyên dưới tên bắt đầu bằng “bai_lam_giu_lai”, "
    "bài bắt đầu lại."
)


def read_work(path: Path) -> Work | None:
    """The work in the file, None if there is no file. Raises WorkError; changes nothing."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorkError(f"Tệp {path.name} lớn quá mức của một bài làm nên không đọc được.")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise WorkError(
            f"Tệp {path.name} không phải chữ Unicode (UTF-8) nên không đọc được."
        ) from None
    except OSError as error:
        raise UnreadableError(
            f"Không mở được tệp {path.name} ({reason(error)}); anh/chị đóng chương trình đang mở "
            "tệp này rồi tải lại trang."
        ) from error
    return parse_work(text, path.name)


def parse_work(text: str, name: str = FILE_NAME) -> Work:
    """The work in the text. Raises WorkError if it is damaged, too deep or not a work."""
    try:
        content = json.loads(text, parse_constant=_no_constant)
        if _depth(content) > MAX_DEPTH:
            raise RecursionError
        return Work.model_validate(content)
    except RecursionError:
        raise WorkError(f"Tệp {name} lồng quá nhiều lớp nên không đọc được.") from None
    except ValidationError as error:
        spot = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise WorkError(f"Tệp {name} không đúng mẫu bài làm ở mục “{spot}”.") from None
    except (ValueError, _ConstantError):
        # ValueError is broken JSON, and a number too long for Python to read.
        raise WorkError(f"Tệp {name} bị hỏng (không phải JSON) nên không đọc được.") from None


class WorkFile:
    """The work of one folder, kept equal to its file. `now` gives the real time for the journal.

    Opening writes nothing. A file that cannot be used is set aside under a name of its own, never
    lost, before the first save.
    """

    def __init__(self, path: Path, work: Work, now: Callable[[], datetime] = datetime.now) -> None:
        self.path = path
        self.work = work
        self._now = now
        self._seen = _stamp(path)
        self._unusable = False

    @classmethod
    def open(
        cls,
        folder: Path,
        case: str,
        edition: Edition | str,
        now: Callable[[], datetime] = datetime.now,
    ) -> tuple[WorkFile, str]:
        """The folder's work file, and a Vietnamese sentence if it is damaged or of another case.

        Raises UnreadableError if the file is there but cannot be opened now.
        """
        names = {"variant": edition} if isinstance(edition, str) else asdict(edition)
        opened = cls(folder / FILE_NAME, Work(case=case, **names), now)
        try:
            work = read_work(opened.path)
        except UnreadableError:
            raise
        except WorkError as error:
            opened._unusable = True
            return opened, f"{error} {_KEPT_VI}"
        if work is not None and work.case != case:
            opened._unusable = True
            return opened, f"Thư mục này có bài của tình huống khác. {_KEPT_VI}"
        opened.work = work or opened.work
        return opened, ""

    def is_outdated(self) -> bool:
        """Whether another page or program has saved another work into the file since."""
        stamp = _stamp(self.path)
        if stamp == self._seen or stamp is None:
            return False
        try:
            other = read_work(self.path)
        except WorkError:
            other = None
        self._unusable = other is None or other.case != self.work.case
        if other == self.work:
            self._seen = stamp
        return not self._unusable and other != self.work

    def reload(self) -> None:
        """Take the work that is in the file now. Raises WorkError."""
        stamp = _stamp(self.path)
        work = read_work(self.path)
        if work is not None:
            self.work, self._seen = work, stamp

    def save(self, work: Work, what: str, subject: str = "") -> None:
        """Make `work` the work of this file, with one more journal entry if `what` is given.

        A run of entries about the same thing (typing on in one answer) stays one entry. Raises
        OutdatedError if somebody else has saved since, WorkError if it cannot be written or would
        not be readable again.
        """
        if self.is_outdated():
            raise OutdatedError(
                "Bài này vừa được lưu từ một cửa sổ khác nên trang này không ghi đè lên."
            )
        changed = work.model_copy(update={"journal": self._journal(work, what, subject)})
        text = _readable(changed)
        try:
            if self._unusable:
                _set_aside(self.path, self._now())
            write_atomically(self.path, text)
        except OSError as error:
            raise WorkError(
                f"Chưa lưu được bài ({reason(error)}); kiểm tra chỗ trống và quyền ghi của "
                "thư mục, rồi bấm lại."
            ) from error
        self.work, self._seen, self._unusable = changed, _stamp(self.path), False

    def _journal(self, work: Work, what: str, subject: str) -> tuple[JournalEntry, ...]:
        journal = list(work.journal)
        if not what:
            return work.journal
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
        return (*journal, entry.model_copy(update={"chain": link}))


class _ConstantError(Exception):
    """JSON holds NaN or Infinity."""


def _no_constant(name: str) -> None:
    raise _ConstantError(name)


def _depth(content: Any) -> int:
    """How deep lists and objects nest; 0 for a plain value."""
    depth, layer = 0, [content]
    while layer := [one for one in layer if isinstance(one, list | dict)]:
        depth += 1
        layer = [two for one in layer for two in (one.values() if isinstance(one, dict) else one)]
    return depth


def _readable(work: Work) -> str:
    """The text of the work, which reads back as the same work. Raises WorkError."""
    try:
        text = work.to_json()
        text.encode("utf-8")
        parse_work(text)
    except (UnicodeEncodeError, WorkError) as error:
        raise WorkError(
            "Chưa lưu được bài: có phần quá dài hoặc có ký tự hỏng; anh/chị rút gọn phần vừa nhập "
            "rồi bấm lại."
        ) from error
    if len(text.encode("utf-8")) > MAX_BYTES:
        raise WorkError("Chưa lưu được bài: bài đã quá lớn; anh/chị bỏ bớt phần không cần.")
    return text


def _set_aside(path: Path, at: datetime) -> None:
    """Give the file a name of its own, never that of one set aside before."""
    name = f"bai_lam_giu_lai_{at:%Y%m%d_%H%M%S}"
    kept, number = path.with_name(f"{name}.json"), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{name}_{number}.json")
    with contextlib.suppress(FileNotFoundError):
        path.replace(kept)


def _stamp(path: Path) -> tuple[int, int] | None:
    """What shows that a file was written: its time and size; None if it is not there."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
