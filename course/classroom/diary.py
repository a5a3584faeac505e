"""What was done in a class: every step says it, and it stands in `nhat_ky_lop.txt`."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

DIARY_NAME = "nhat_ky_lop.txt"


@dataclass(frozen=True)
class Done:
    """What a step did: a sentence, further ones, files to open; `troubled` asks to look."""

    sentence: str
    details: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    troubled: bool = False

    def lines(self) -> list[str]:
        """All of it as lines of text."""
        return [self.sentence, *(f"- {one}" for one in self.details)]


def note(folder: Path, done: Done, now: datetime | None = None) -> Done:
    """Write what was done into the class's diary and give it back.

    A diary that cannot be written keeps no step from being done.
    """
    moment = now or datetime.now()
    lines = [f"{moment:%H:%M %d/%m/%Y}  {done.sentence}", *(f"    {one}" for one in done.details)]
    with (
        contextlib.suppress(OSError),
        (folder / DIARY_NAME).open("a", encoding="utf-8", newline="\n") as file,
    ):
        file.write("\n".join(lines) + "\n")
    return done


def last_lines(folder: Path, most: int = 30) -> Sequence[str]:
    """The last lines of the diary, newest last; empty if nothing was done yet."""
    try:
        return (folder / DIARY_NAME).read_text(encoding="utf-8").splitlines()[-most:]
    except (OSError, UnicodeDecodeError):
        return []
