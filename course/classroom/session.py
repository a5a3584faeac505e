"""A session of the class: when it began, and the trainer's hand in the works of a shared folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from course.classroom.diary import Done
from grading.nbgrader.class_folder import ClassError
from office_sim.hand import HandKind
from scenarios.atomic_file import reason, write_atomically
from scenarios.hand_file import FILE_NAME, HandFileError, ask

SESSION_NAME = "buoi_hoc.json"
_SAID = {
    HandKind.FIRE: "Đã đưa ra tình tiết cho cả lớp",
    HandKind.SKIP: "Đã bỏ qua tình tiết cho cả lớp",
    HandKind.DELAY: "Đã lùi tình tiết cho cả lớp",
}


def begin(folder: Path, now: datetime) -> Done:
    """Start the clock of the session; again starts it anew. Raises ClassError."""
    try:
        content = {"began": now.isoformat(timespec="seconds")}
        write_atomically(folder / SESSION_NAME, json.dumps(content) + "\n")
    except OSError as error:
        raise ClassError(f"Chưa bấm giờ được ({reason(error)}); anh/chị bấm lại.") from error
    return Done(f"Buổi học bắt đầu lúc {now:%H:%M}.")


def clock_line(folder: Path, minutes: int, now: datetime) -> str:
    """How long the session runs and what is left of it; "" if it was not begun."""
    try:
        content = json.loads((folder / SESSION_NAME).read_text(encoding="utf-8"))
        began = datetime.fromisoformat(content["began"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    gone = now - began
    left = timedelta(minutes=minutes) - gone
    past = f"Đã học {_minutes(gone)} phút"
    if left < timedelta():
        return f"{past}, quá giờ {_minutes(-left)} phút."
    return f"{past}, còn {_minutes(left)} phút."


def touch(
    works: Iterable[Path], kind: HandKind, inject: str, minutes: int = 0, title: str = ""
) -> Done:
    """Ask every desk of the class to fire, skip or put off an inject. Raises ClassError.

    `title` is what people call the inject.
    The request lies beside the works, or one folder above where all of a class lie in it.
    """
    folders = {path.parent.parent for path in works}
    if not folders:
        raise ClassError("Chưa thấy bài làm nào trong thư mục chung nên chưa điều hành được.")
    try:
        for folder in sorted(folders):
            ask(folder / FILE_NAME, kind, inject, minutes)
    except HandFileError as error:
        raise ClassError(str(error)) from error
    called = f"“{title or inject}”" + (f", {minutes} phút" if minutes else "")
    return Done(f"{_SAID[kind]}: {called}. Máy học viên nhận ở lần chạy kế tiếp.")


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
