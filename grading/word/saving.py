"""Word files written whole: beside the target first, then put in its place in one step."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any


def save_whole(document: Any, out: Path) -> Path:
    """Save beside the target first and put it in place in one step."""
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=".dang_ghi_", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            document.save(file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(out)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return out
