"""The history of marks: every marking of every hand-in, kept in order, never rewritten."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from grading.nbgrader.line_file import LineFile
from scenarios.case import CASES_DIR

HISTORY_NAME = "lich_su_cham.jsonl"
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Marking:
    """One marking of one hand-in. `points` maps grade ids; `data` and `rules` are hashes."""

    assignment: str
    student: str
    at: str
    data: str
    rules: str
    points: Mapping[str, float]
    reason: str = ""

    @property
    def total(self) -> float:
        """The automatic points in all."""
        return round(sum(self.points.values()), 2)


@dataclass
class History:
    """The markings of a class. `last` maps (assignment, student) to the newest."""

    path: Path
    last: dict[tuple[str, str], Marking] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path) -> History:
        """The history of a class; a line that a power cut tore off is cut away."""
        history = cls(folder / HISTORY_NAME)
        LineFile(history.path).mend()
        for marking in history:
            history.last[marking.assignment, marking.student] = marking
        return history

    def __iter__(self) -> Iterator[Marking]:
        """All markings, oldest first; lines that are no markings are passed over."""
        for record in LineFile(self.path):
            with contextlib.suppress(TypeError):
                yield Marking(**record)

    def add(self, marking: Marking) -> None:
        """Write one more marking, on the disk when this returns. Raises OSError."""
        LineFile(self.path).add(marking.__dict__)
        self.last[marking.assignment, marking.student] = marking

    def is_current(self, assignment: str, student: str, data: str, rules: str) -> bool:
        """Whether the newest marking of a learner is of this data by these rules."""
        last = self.last.get((assignment, student))
        return last is not None and (last.data, last.rules) == (data, rules)


def data_hash(files: Mapping[str, Path]) -> str:
    """A hash over names and contents of a hand-in's files."""
    digest = hashlib.sha256()
    for name in sorted(files):
        with files[name].open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        digest.update(f"{name}={content}\n".encode())
    return digest.hexdigest()


def rules_hash(case: Path, released: Path, guide: Path) -> str:
    """A hash over all that decides about points: notebook, case, rubric, rulebook, our code.

    `guide` is the file by which a class marks words; it need not exist.
    """
    paths = {*_judges(), *case.glob("*.toml")} | ({guide} if guide.exists() else set())
    return _hash(paths, hashlib.sha256(released.read_bytes()))


@cache
def kit_hash() -> str:
    """A hash over the judge and all cases, the same wherever the kit is the same."""
    return _hash({*_judges(), *CASES_DIR.glob("*/*.toml")}, hashlib.sha256())


def _judges() -> set[Path]:
    """Our code, the rulebook, and the rules and kinds of Word documents."""
    rooms = [_ROOT / name for name in ("office_sim", "scenarios", "grading")]
    paths = {path for room in rooms for path in room.rglob("*.py") if "nbgrader" not in path.parts}
    data = [_ROOT / "office_sim", _ROOT / "grading" / "word"]
    return paths | {path for room in data for path in room.rglob("*.toml")}


def _hash(paths: set[Path], digest: hashlib._Hash) -> str:
    for path in sorted(paths):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def changes(before: Marking, after: Marking, words: Mapping[str, Any]) -> list[str]:
    """One Vietnamese clause for each criterion whose points are no longer the same."""
    said = []
    for name in sorted(set(before.points) | set(after.points)):
        old, new = before.points.get(name, 0.0), after.points.get(name, 0.0)
        if old != new:
            said.append(f"{words.get(name, name)} {old:g} → {new:g}".replace(".", ","))
    return said


def now_text() -> str:
    """The time of a marking, with its zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
