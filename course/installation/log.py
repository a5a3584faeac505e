"""The file that keeps every line of the last installation, for whoever has to help."""

import platform
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO


class Log:
    """A text file in the kit's own folder, or in the temporary folder if that cannot be written.

    `place` is None when neither can be written; lines are then dropped.
    """

    def __init__(self, folder: Path) -> None:
        self.place: Path | None = None
        self._file: TextIO | None = None
        for parent in (folder, Path(tempfile.gettempdir())):
            try:
                parent.mkdir(exist_ok=True)
                self._file = (parent / "cai_dat.log").open("w", encoding="utf-8")
            except OSError:
                continue
            self.place = parent / "cai_dat.log"
            self.write(f"Python {sys.version} · {platform.platform()}")
            return

    def write(self, line: str) -> None:
        """Add one line; a full disk loses the line, not the sentence that the user gets."""
        if self._file:
            try:
                self._file.write(line + "\n")
                self._file.flush()
            except OSError:
                self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()
