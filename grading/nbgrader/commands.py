"""nbgrader's own commands, run in a class folder."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LOG_NAME = "nbgrader.log"
_FULL = ("No space left", "disk is full", "File too large", "Disk quota exceeded")
# A package that jsonschema can do without: building its grammar takes seconds of every start.
_LIGHT = 'import sys; sys.modules["rfc3987_syntax"] = None\n'
_ONE = _LIGHT + "from nbgrader.apps.nbgraderapp import main; main()"
_RELEASE = (
    _LIGHT
    + """
from nbgrader.apps import GenerateAssignmentApp
for name in sys.argv[1:]:
    app = GenerateAssignmentApp()
    app.initialize([name, "--force"])
    app.start()
    print("released", name, flush=True)
"""
)


class CommandFailedError(Exception):
    """An nbgrader command came back with an error; the message is one Vietnamese sentence."""

    def __init__(self, command: str, output: str) -> None:
        super().__init__(f"Lệnh nbgrader “{command}” không chạy được.")
        self.command = command
        self.output = output

    @property
    def why(self) -> str:
        """What stopped it, in Vietnamese, as far as nbgrader's log tells."""
        if any(sign in self.output for sign in _FULL):
            return "ổ đĩa hết chỗ"
        return f"nbgrader báo lỗi, xem tệp {LOG_NAME} trong thư mục lớp"


@dataclass(frozen=True)
class Outcome:
    """What a command came back with; `output` is nbgrader's own log (English)."""

    code: int
    output: str


def run(folder: Path, command: str, *words: str) -> Outcome:
    """Run `nbgrader COMMAND WORDS...` in the class folder, in a process of its own."""
    return _run(folder, _ONE, command, *words)


def must_run(folder: Path, command: str, *words: str) -> Outcome:
    """The same. Raises CommandFailedError if nbgrader reports a failure."""
    outcome = run(folder, command, *words)
    if outcome.code:
        raise _failed(folder, command, outcome)
    return outcome


def must_release(folder: Path, assignments: Sequence[str]) -> None:
    """Run `nbgrader generate_assignment ASSIGNMENT --force` for each, in one process for all.

    Raises CommandFailedError, with the assignment as its command, at the first that fails.
    """
    outcome = _run(folder, _RELEASE, *assignments)
    if outcome.code:
        done = sum(line.startswith("released ") for line in outcome.output.splitlines())
        raise _failed(folder, assignments[done], outcome)


def _failed(folder: Path, command: str, outcome: Outcome) -> CommandFailedError:
    with contextlib.suppress(OSError):  # the disk may be what it is about
        (folder / LOG_NAME).write_text(outcome.output, encoding="utf-8", newline="\n")
    return CommandFailedError(command, outcome.output)


def _run(folder: Path, program: str, *words: str) -> Outcome:
    # nbgrader calls `alembic` by its bare name, so the environment's programs must be on the path.
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    answer = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", "PATH": programs},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return Outcome(answer.returncode, answer.stdout + answer.stderr)
