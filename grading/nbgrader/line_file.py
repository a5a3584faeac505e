"""Files that only grow: one JSON record a line, kept in order, never rewritten."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class LineFile:
    """One such file; it need not exist yet."""

    path: Path

    def mend(self) -> None:
        """Cut away a last line that a power cut tore off."""
        if self.path.exists() and not self._ends_well():
            content = self.path.read_bytes()
            with self.path.open("r+b") as file:
                file.truncate(content.rfind(b"\n") + 1)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """All records, oldest first; lines that are none are passed over."""
        if not self.path.exists():
            return
        with self.path.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                try:
                    record = json.loads(line)
                except ValueError:
                    continue
                if isinstance(record, dict):
                    yield record

    def add(self, record: Mapping[str, Any]) -> None:
        """Write one more record, on the disk when this returns. Raises OSError."""
        self.mend()
        line = json.dumps(dict(record), ensure_ascii=False, sort_keys=True)
        with self.path.open("ab") as file:
            file.write(line.encode("utf-8") + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _ends_well(self) -> bool:
        with self.path.open("rb") as file:
            if file.seek(0, os.SEEK_END) == 0:
                return True
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"
