"""How the panel tells what a step did, and does a step with care."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from course.classroom.diary import Done
from course.look import Html, html_widget, join, notice, text
from grading.handouts.paper_case import PaperError
from grading.nbgrader.assignment import AssignmentError
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason
from scenarios.case import CaseError, UnknownCaseError
from scenarios.variants import VariantError

_LOG = logging.getLogger("vanphong.classroom")
_REFUSALS = (
    ClassError,
    AssignmentError,
    UnknownCaseError,
    CaseError,
    VariantError,
    PaperError,
)
_WAIT_VI = "Đang làm, anh/chị chờ một lát…"


class Said:
    """The place below a button where the panel says what came of it."""

    def __init__(self, home: Path) -> None:
        self.widget = html_widget("")
        self._home = home

    def do(self, action: Callable[[], Done]) -> bool:
        """Do a step and say what it did, or why it could not; True if it was done."""
        self.widget.value = notice(_WAIT_VI, "info", "")
        try:
            done = action()
        except _REFUSALS as error:
            self.say(str(error))
            return False
        except OSError as error:
            _LOG.exception("a step of the panel")
            self.say(
                f"Không ghi hoặc đọc được tệp ({reason(error)}); anh/chị kiểm tra chỗ trống trên "
                "đĩa, đóng tệp đang mở rồi làm lại."
            )
            return False
        self.widget.value = shown(done, self._home)
        return True

    def say(self, sentence: str) -> None:
        """Say that something could not be done."""
        self.widget.value = notice(sentence, "bad")

    def progress(self, label: str) -> Callable[[int, int], None]:
        """A bar for a step that takes long."""
        from course.look import progress as bar

        def advance(done: int, total: int) -> None:
            self.widget.value = bar(done, total, label)

        return advance


def shown(done: Done, home: Path) -> Html:
    """What a step did, as the panel shows it, with links to its files."""
    head = notice(done.sentence, "warn" if done.troubled else "good", "")
    items = "".join(f"<li>{text(one)}</li>" for one in done.details)
    listed = Html(f'<ul class="vp vp-room-list">{items}</ul>') if items else Html("")
    links = [file_link(path, home) for path in done.files]
    return join(head, listed, *(Html(f"<p class='vp'>{one}</p>") for one in links))


def file_link(path: Path, home: Path) -> Html:
    """A link that opens a file of the workspace, or its place in words if it lies elsewhere."""
    try:
        place = path.resolve().relative_to(home.resolve().parent)
    except ValueError:
        return Html(f"Tệp: <code>{text(path)}</code>")
    name = place.as_posix()
    if path.is_dir():
        return Html(f"Thư mục: <code>{text(path)}</code>")
    # As the file itself: JupyterLab's own address of a page shows it in a frame without its clock.
    address = f"{os.environ.get('JUPYTERHUB_SERVICE_PREFIX', '/')}files/{quote(name)}"
    return Html(f'<a class="vp-link" href="{text(address)}" target="_blank">{text(name)}</a>')


def hint(words: str) -> Any:
    """A sentence in grey above a form."""
    return html_widget(Html(f'<p class="vp vp-desk-hint">{text(words)}</p>'))


def heading(words: str) -> Any:
    """The heading of a part of a tab."""
    return html_widget(Html(f'<h3 class="vp vp-desk-heading">{text(words)}</h3>'))
