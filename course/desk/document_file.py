"""Keeping a learner's Word file beside the work, and offering files for download."""

from __future__ import annotations

import base64
from datetime import datetime
from pathlib import Path

from course.look import Html, text
from course.page.atomic import write_bytes

MAX_DOCUMENT_BYTES = 5_000_000
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def keep_file(path: Path, content: bytes, at: datetime) -> None:
    """Write the file whole or not at all; another one of that name is kept beside it.

    Raises OSError.
    """
    if path.exists():
        if path.read_bytes() == content:
            return
        path.replace(path.with_name(f"{path.stem}_ban_cu_{at:%Y%m%d_%H%M%S}{path.suffix}"))
    write_bytes(path, content)


def download_link(path: Path, label: str) -> Html:
    """A link that saves the file, carrying its content: it needs no server path."""
    content = base64.b64encode(path.read_bytes()).decode("ascii")
    return Html(
        f'<a class="vp-desk-download" download="{text(path.name)}" '
        f'href="data:{_WORD};base64,{content}">{text(label)}</a>'
    )
