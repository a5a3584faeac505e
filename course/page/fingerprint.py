"""The fingerprint of a notebook: a SHA-256 over type, source and tags of all its cells.

Outputs, execution counts, cell ids and other metadata do not count, so a page that was only used
keeps its fingerprint. `fingerprint.js` of the kit's JupyterLab extension computes the same in the
browser; a test holds the two together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class NotebookError(Exception):
    """A file is not a notebook that can be read; the message is one Vietnamese sentence."""


def read_notebook(path: Path) -> dict[str, Any]:
    """The notebook in a file, as plain data.

    Raises NotebookError if the file holds no notebook, OSError if it cannot be opened.
    """
    try:
        notebook = json.loads(path.read_bytes())
    except (ValueError, RecursionError):  # ValueError: wrong JSON or wrong UTF-8
        notebook = None
    if not isinstance(notebook, dict):
        raise NotebookError(f"Tệp “{path.name}” không phải là trang học đọc được.")
    return notebook


def fingerprint(notebook: Mapping[str, Any]) -> str:
    """The fingerprint as 64 hexadecimal digits.

    Cells that are not as a notebook's cells should be count with what can be read of them.
    """
    digest = hashlib.sha256()
    for cell in _list(notebook.get("cells")):
        cell = cell if isinstance(cell, dict) else {}
        metadata = cell.get("metadata")
        tags = _list(metadata.get("tags")) if isinstance(metadata, dict) else []
        words = [word for word in tags if isinstance(word, str)]
        for part in (_text(cell.get("cell_type")), _source(cell.get("source")), *words):
            # A length before each part: no two notebooks run together into the same bytes.
            content = _bytes(part)
            digest.update(b"%d:" % len(content) + content)
        digest.update(b";")
    return digest.hexdigest()


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _source(value: object) -> str:
    """A source as one string with line feeds; in a file it may also be a list of lines."""
    whole = "".join(_text(line) for line in value) if isinstance(value, list) else _text(value)
    return whole.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(text: str) -> bytes:
    """UTF-8, where half a surrogate pair becomes U+FFFD as it does in a browser."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.encode("utf-8")
