"""nbgrader's own commands, run in a class folder."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


class CommandFailedError(Exception):
    """An nbgrader command came back with an error; the message is one Vietnamese sentence."""

    def __init__(self, command: str, output: str) -> None:
        super().__init__(f"Lệnh nbgrader “{command}” không chạy được.")
        self.output = output


@dataclass(frozen=True)
class Outcome:
    """What a command came back with; `output` is nbgrader's own log (English)."""

    code: int
    output: str


def run(folder: Path, command: str, *words: str) -> Outcome:
    """Run `nbgrader COMMAND WORDS...` in the class folder, in a process of its own."""
    # nbgrader calls `alembic` by its bare name, so the environment's programs must be on the path.
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    answer = subprocess.run(
        [sys.executable, "-m", "nbgrader", command, *words],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", "PATH": programs},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return Outcome(answer.returncode, answer.stdout + answer.stderr)


def must_run(folder: Path, command: str, *words: str) -> Outcome:
    """The same. Raises CommandFailedError if nbgrader reports a failure."""
    outcome = run(folder, command, *words)
    if outcome.code:
        raise CommandFailedError(command, outcome.output)
    return outcome
