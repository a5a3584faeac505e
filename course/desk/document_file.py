"""Keeping a learner's Word file beside the work, and links that carry a file home."""

from __future__ import annotations

import base64
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from course.desk.refusals import DeskError
from course.look import Html, text
from course.page.atomic import write_bytes
from grading.documents import file_name
from scenarios.atomic_file import reason
from scenarios.document_file import DocumentText
from scenarios.work import DocumentLine

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".json": "application/json",
    ".zip": "application/zip",
}


def beside(folder: Path, wanted: DocumentText, content: bytes) -> DocumentLine:
    """Put the file into the folder under the document's own name. Raises DeskError."""
    path = folder / file_name(wanted)
    try:
        keep_file(path, content, datetime.now())
    except OSError as error:
        raise DeskError(f"Chưa chép được tệp vào thư mục bài làm ({reason(error)}).") from error
    return DocumentLine(slot=wanted.id, file=path.name, sha256=sha256(content).hexdigest())


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
        f'href="data:{_TYPES[path.suffix]};base64,{content}">{text(label)}</a>'
    )
