"""Carrying the progress to another machine: a copy to take home, a copy to take in."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course import progress_file
from course.desk.class_seat import seated_learner
from course.lesson import narrow
from course.look import Html, html_widget, join, notice, text
from course.page import atomic
from course.progress import Progress, ProgressError
from course.progress_events import History
from course.review.blocks import button, column, place, row, say, show_if
from scenarios.atomic_file import reason

BACKUPS = "sao_luu"
"""The folder beside the progress file with what it was before a copy was taken in."""
LARGEST = 50_000_000

_TAKE_VI = "Nhận bản sao từ máy khác…"
_INTRO_VI = (
    "Mọi câu trả lời nằm trong một tệp nhỏ, “tien_do.json”, ngay trong góc học tập. Muốn học "
    "tiếp ở máy "
    "khác, anh/chị tải một bản sao, chép sang máy ấy rồi nhận vào ở đây. Học ở hai máy cũng "
    "được: hai bản "
    "gộp lại thành một, không câu nào mất, không câu nào tính hai lần."
)


class CopiesPanel:
    """Two buttons: take a copy home, take a copy in; the second says first what it would bring."""

    def __init__(self, own: Progress, changed: Callable[[], None] = lambda: None) -> None:
        self._own = own
        self._changed = changed
        self._wanted: History | None = None
        self._link = place()
        self._said = place()
        copy = button("Tải bản sao tiến độ", self._offer)
        self._upload = widgets.FileUpload(
            accept=".json",
            multiple=False,
            description=_TAKE_VI,
            tooltip=_TAKE_VI,  # shown in place of the description, to which "(0)" is added
            layout=narrow(),
        )
        self._upload.observe(lambda change: self._look(change["new"]), names="value")
        self._yes = button("Gộp vào tiến độ của tôi", self._take_in, "primary")
        self._no = button("Thôi, không gộp", self._drop)
        self._ask(False)
        intro = html_widget(Html(f'<p class="vp">{text(_INTRO_VI)}</p>'))
        self.widget = column(
            intro, row(copy, self._upload), self._link, self._said, row(self._yes, self._no)
        )

    def _offer(self) -> None:
        try:
            history = self._own.refresh()
        except ProgressError as error:
            say(self._link, notice(str(error), "bad"))
            return
        me = seated_learner(self._own.path.parent)
        whose = f"_{me.id}__" if me else ""
        name = f"tien_do_{whose}{self._own.today:%Y-%m-%d}.json"
        say(self._link, download(name, progress_file.packed(history)))

    def _look(self, files: Any) -> None:
        if not files:
            return
        name, content = str(files[0]["name"]), bytes(files[0]["content"])
        try:
            if len(content) > LARGEST:
                raise ProgressError(f"Tệp {name} quá lớn nên không phải bản sao tiến độ.")
            found, warning = progress_file.parse_copy(content, name)
            new = new_events(self._own.refresh(), found)
        except ProgressError as error:
            say(self._said, notice(str(error), "bad"))
            self._ask(False)
            return
        told = [notice(warning, "warn")] if warning else []
        say(self._said, join(*told, notice(_what_comes(name, found, new), "info", "")))
        self._wanted = found
        self._ask(bool(new or found.drafts))

    def _take_in(self) -> None:
        if self._wanted is None:
            return
        try:
            before = len(self._own.history.events)
            kept = keep_backup(self._own.path, datetime.now())
            self._own.take_in(self._wanted)
        except ProgressError as error:
            say(self._said, notice(str(error), "bad"))
            return
        count = len(self._own.history.events) - before
        words = f"Đã gộp thêm {count} mục."
        if kept:
            words += f" Bản trước khi gộp được giữ ở {BACKUPS}/{kept.name}."
        say(self._said, notice(words, "good", ""))
        self._wanted = None
        self._ask(False)
        self._changed()

    def _drop(self) -> None:
        self._wanted = None
        say(self._said, notice("Không gộp gì; tiến độ ở máy này giữ nguyên.", "info", ""))
        self._ask(False)
        self._upload.focus()

    def _ask(self, asked: bool) -> None:
        for one in (self._yes, self._no):
            show_if(one, asked)


def new_events(own: History, other: History) -> int:
    """How many events of the other record this one lacks."""
    known = {event.id for event in own.events}
    return len({event.id for event in other.events} - known)


def keep_backup(path: Path, now: datetime) -> Path | None:
    """Keep the progress file as it is under a name with the time; None if there is none yet.

    Raises ProgressError.
    """
    if not path.exists():
        return None
    kept, count = path.parent / BACKUPS / f"{path.stem}_{now:%Y%m%d_%H%M%S}.json", 1
    while kept.exists():
        count += 1
        kept = kept.with_name(f"{path.stem}_{now:%Y%m%d_%H%M%S}_{count}.json")
    try:
        kept.parent.mkdir(exist_ok=True)
        atomic.write_bytes(kept, path.read_bytes())
    except OSError as error:
        raise ProgressError(
            f"Chưa cất được bản đang có vào thư mục {BACKUPS} nên chưa gộp ({reason(error)}); "
            "anh/chị xem ổ đĩa còn chỗ trống và thư mục có cho ghi không, rồi bấm lại."
        ) from error
    return kept


def download(name: str, content: bytes) -> Html:
    """A link that saves the copy, carrying its content: it needs no server path."""
    coded = base64.b64encode(content).decode("ascii")
    return Html(
        f'<a class="vp vp-link" download="{text(name)}" '
        f'href="data:application/json;base64,{coded}">Lưu {text(name)} về máy</a>'
    )


def _what_comes(name: str, found: History, new: int) -> str:
    if not found.events:
        return f"Tệp {name} chưa có câu trả lời nào."
    first, last = found.events[0].at, found.events[-1].at
    span = f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    if not new:
        return f"Tệp {name} có {len(found.events)} mục ({span}); máy này đã có đủ cả."
    return (
        f"Tệp {name} có {len(found.events)} mục ({span}), trong đó {new} mục máy này chưa có. "
        "Chỉ gộp bản của "
        "chính anh/chị: gộp bản của người khác thì hai người thành một."
    )
