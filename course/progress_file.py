"""The file `tien_do.json`: where it lies, how it is read with care and written whole."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import time
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from course.page import atomic
from course.page.shipped import FIRST_PAGE
from course.progress_events import Draft, Event, History

FILE_NAME = "tien_do.json"

LOCK_WAIT = 2.0
"""Seconds to wait for another page that is writing."""
LOCK_STALE = 15.0
"""Seconds after which a lock is what a crash left behind."""


_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}


class ProgressError(Exception):
    """The progress cannot be saved; the message is one Vietnamese sentence."""


class _DamageError(Exception):
    """The file is not a progress file; the message says in Vietnamese what it is."""


def place(folder: Path | None = None) -> Path:
    """The progress file for work in `folder` (None: the current one).

    It lies beside the first page: in this folder, or in one of the two above it.
    """
    start = (folder or Path.cwd()).resolve()
    near = (start, *start.parents[:2])
    home = next((one for one in near if (one / FIRST_PAGE).is_file()), start)
    return home / FILE_NAME


def fresh() -> History:
    """The history of a learner who starts now."""
    return History(learner=uuid.uuid4().hex[:12])


def read(path: Path, now: datetime) -> tuple[History | None, str]:
    """The history in the file, and a Vietnamese sentence if the file was damaged.

    None if there is no file or nothing could be read. A damaged file is kept beside under a name
    of its own, and what can still be read in it is used. Raises ProgressError if the file is
    there and cannot be opened.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None, ""
    except OSError as error:
        raise ProgressError(
            f"Không mở được tệp tiến độ {path.name} ({_reason(error)}); anh/chị đóng chương trình "
            "đang mở tệp này rồi tải lại trang."
        ) from error
    try:
        return _parse(content), ""
    except _DamageError as damage:
        kept = _set_aside(path, content, now)
        rescued = _rescue(content)
        count = f"đọc lại được {len(rescued.events)} mục" if rescued else "tiến độ bắt đầu lại"
        sentence = f"{damage} Bản cũ được giữ nguyên ở tệp {kept.name}; {count}."
        return rescued, sentence


def read_copy(path: Path) -> tuple[History, str]:
    """As `parse_copy`, for a file, which is not touched. Raises ProgressError."""
    try:
        return parse_copy(path.read_bytes(), path.name)
    except OSError as error:
        raise ProgressError(
            f"Không mở được tệp {path.name} ({_reason(error)}); anh/chị xem tệp còn ở đó không."
        ) from error


def parse_copy(content: bytes, name: str) -> tuple[History, str]:
    """The history in a copy of a progress file, and a Vietnamese sentence if it is damaged and
    only a part could be read. Raises ProgressError if it is no progress file at all."""
    try:
        return _parse(content), ""
    except _DamageError as damage:
        rescued = _rescue(content)
        if rescued is None or not (rescued.events or rescued.drafts):
            raise ProgressError(
                f"Tệp {name} không phải bản sao tiến độ của bộ học liệu; anh/chị chọn tệp có tên "
                "bắt đầu bằng “tien_do”, đuôi “.json”."
            ) from None
        return rescued, f"{damage} Chỉ đọc lại được {len(rescued.events)} mục."


def write(path: Path, history: History) -> None:
    """Put the history into the file, whole or not at all. Raises ProgressError."""
    try:
        _write_patiently(path, packed(history))
    except OSError as error:
        raise ProgressError(
            f"Chưa lưu được tiến độ ({_reason(error)}); anh/chị xem ổ đĩa còn chỗ trống và thư mục "
            "có cho ghi không, rồi bấm lại."
        ) from error


def packed(history: History) -> bytes:
    """What stands in the file of this history."""
    record = history.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = json.dumps({"schema": 1, **record}, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8")


def _write_patiently(path: Path, content: bytes) -> None:
    """Windows refuses to replace a file while another page reads it: that takes a moment."""
    for _ in range(5):
        with contextlib.suppress(PermissionError):
            atomic.write_bytes(path, content)
            return
        time.sleep(0.05)
    atomic.write_bytes(path, content)


@contextlib.contextmanager
def lock(path: Path) -> Iterator[None]:
    """Keep other pages of the same learner from writing meanwhile.

    A lock that cannot be had in time is passed over: events have ids, so that the next save
    brings both records together again.
    """
    sign = path.with_name(f".{path.name}.khoa")
    held = _take(sign)
    try:
        yield
    finally:
        if held:
            with contextlib.suppress(OSError):
                sign.unlink()


def _reason(error: OSError) -> str:
    """What the system says, in Vietnamese."""
    if error.errno in _FULL:
        return "ổ đĩa đã đầy"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "không có quyền, hoặc chương trình khác đang giữ tệp"
    return f"lỗi đọc ghi số {error.errno}"


def _take(sign: Path) -> bool:
    deadline = time.monotonic() + LOCK_WAIT
    while time.monotonic() < deadline:
        try:
            os.close(os.open(sign, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            with contextlib.suppress(OSError):
                if time.time() - sign.stat().st_mtime > LOCK_STALE:
                    sign.unlink()
            time.sleep(0.02)
        except PermissionError:
            time.sleep(0.02)  # Windows says so while another process removes the sign
        except OSError:
            return False  # a folder that takes no new file: writing will say so
        else:
            return True
    return False


def _parse(content: bytes) -> History:
    data = _json(content)
    if not isinstance(data, dict):
        raise _DamageError("Tệp tiến độ bị hỏng (không đúng dạng).")
    version = data.get("schema")
    if isinstance(version, int) and version > 1:
        raise _DamageError(
            "Tệp tiến độ do bản mới hơn của bộ học liệu ghi nên bản này chưa đọc hết."
        )
    try:
        return History.model_validate(data)
    except ValidationError as error:
        spot = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise _DamageError(f"Tệp tiến độ bị hỏng ở mục “{spot}”.") from None


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):  # ValueError: wrong JSON or wrong UTF-8
        raise _DamageError("Tệp tiến độ bị hỏng (không phải JSON).") from None


def _rescue(content: bytes) -> History | None:
    """Every event and draft of a damaged file that can still be read; None if there is none."""
    with contextlib.suppress(_DamageError):
        data = _json(content)
        if isinstance(data, dict):
            events = [event for one in _list(data.get("events")) if (event := _read_event(one))]
            drafts = data.get("drafts")
            kept = {
                question: draft
                for question, one in (drafts if isinstance(drafts, dict) else {}).items()
                if (draft := _read_draft(one))
            }
            learner = data.get("learner")
            key = learner if isinstance(learner, str) and 0 < len(learner) <= 64 else None
            if events or kept or key:
                return fresh().model_copy(
                    update={"events": tuple(events), "drafts": kept}
                    | ({"learner": key} if key else {})
                )
    return None


def _read_event(data: object) -> Event | None:
    try:
        return Event.model_validate(data)
    except ValidationError:
        return None


def _read_draft(data: object) -> Draft | None:
    try:
        return Draft.model_validate(data)
    except ValidationError:
        return None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _set_aside(path: Path, content: bytes, now: datetime) -> Path:
    """Keep the damaged file under another name; the place it had is free afterwards."""
    stem = f"{path.stem}_giu_lai_{now:%Y%m%d_%H%M%S}"
    kept, count = path.with_name(f"{stem}.json"), 1
    while kept.exists():
        count += 1
        kept = path.with_name(f"{stem}_{count}.json")
    try:
        atomic.write_bytes(kept, content)
        path.unlink()
    except OSError as error:
        raise ProgressError(
            f"Tệp tiến độ {path.name} bị hỏng và chưa cất riêng được ({_reason(error)}); anh/chị "
            "chép tệp ấy sang chỗ khác rồi tải lại trang."
        ) from error
    return kept
