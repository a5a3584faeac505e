"""The line that says when the work was last saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from course.desk.desk import Desk
from course.desk.saving import Topic
from course.look import Html, html_widget, text


class SaveLine:
    """ "Đã lưu lúc 14:05:09", always in sight. `today` gives the real time."""

    def __init__(self, desk: Desk, today: Callable[[], datetime] = datetime.now) -> None:
        self._desk = desk
        self._today = today
        self.widget = html_widget("")
        self.widget.add_class("vp-desk-saved")
        desk.listen(self._on_change)
        self._say()

    def _on_change(self, topic: Topic) -> None:
        self._say()

    def _say(self) -> None:
        self.widget.value = Html(
            f'<span class="vp vp-desk-savedat" role="status">{text(self._words())}</span>'
        )

    def _words(self) -> str:
        journal = self._desk.work.journal
        if not journal:
            return "Bài tự lưu sau mỗi thay đổi"
        at = datetime.fromisoformat(journal[-1].at)
        day = "" if at.date() == self._today().date() else f" ngày {at.day}/{at.month}/{at.year}"
        return f"✓ Đã lưu lúc {at:%H:%M:%S}{day}"
