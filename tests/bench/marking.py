"""How much faster a class is marked in batch than by nbgrader's own commands, in one run.

    python tests/bench/marking.py [LEARNERS]      40 learners unless told otherwise

Marks the same generated hand-ins with `nbgrader autograde` + `nbgrader generate_feedback` and with
`class grade`, compares every mark and every file, and shows how the time grows to ten times as many
hand-ins (batch only). Four learners hand in broken work. Seconds are by the wall and, since a busy
machine stretches those, of CPU.
"""

from __future__ import annotations

import importlib.util
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from grading.nbgrader.class_folder import new_class
from grading.written_documents import write_document
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.variants import all_variants

BAI = "tinh_huong_1"
CASE = "hoi_nghi_dot_xuat"
BROKEN = (
    '{"cells": [',
    '{"schema": 1, "case": "khac"}',
    "[" * 5_000,
    '{"schema": 1, "case": "hoi_nghi_dot_xuat", "variant": "khong_co"}',
)
# Runs in a process of its own, so that the peak memory is that of marking alone.
GRADE = """
import pathlib, resource, sys
from grading.nbgrader.batch import grade
report = grade(pathlib.Path(sys.argv[1]), sys.argv[2])
assert not report.failed, report.failed
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def fill(folder: Path, learners: int) -> None:
    """Hand in work for so many learners: works of all kinds, four of them broken, each with an
    invitation in Word and a file that is none.
    """
    chance = random.Random(7)
    variants = [one.id for one in all_variants(load_case(CASE).file)]
    for number in range(learners):
        place = folder / "submitted" / f"hv_{number:04d}" / BAI
        shutil.copytree(folder / "release" / BAI, place)
        work = reference_work(load_case(CASE, chance.choice(variants)))
        orders = tuple(one for one in work.orders if chance.random() < 0.9)
        text = work.model_copy(update={"orders": orders}).to_json()
        if number % 10 == 9 and number < 40:
            text = BROKEN[number // 10]
        (place / "bai_lam.json").write_text(text, encoding="utf-8")
        write_document(load_case(CASE, work.edition), "giay_moi", place)
        (place / "bien_ban.docx").write_bytes(chance.randbytes(30_000))


@dataclass(frozen=True)
class Cost:
    """What something took: seconds by the wall, seconds of CPU in all processes."""

    wall: float
    cpu: float

    @classmethod
    def since(cls, before: Cost) -> Cost:
        """What was taken between then and now."""
        now = cls.now()
        return cls(now.wall - before.wall, now.cpu - before.cpu)

    @classmethod
    def now(cls) -> Cost:
        """The two clocks; the second one counts the processes that have ended."""
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return cls(time.perf_counter(), ended.ru_utime + ended.ru_stime)


def batch(folder: Path) -> tuple[Cost, int]:
    """The cost and peak memory (MiB) of marking the class in batch, start of Python included."""
    started = Cost.now()
    answer = subprocess.run(
        [sys.executable, "-c", GRADE, str(folder), BAI], capture_output=True, text=True, check=True
    )
    return Cost.since(started), int(answer.stdout.split()[-1])


def stock(folder: Path) -> Cost:
    """The cost of nbgrader's own autograde and generate_feedback, started as its users do."""
    started = Cost.now()
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    for command in ("autograde", "generate_feedback"):
        outcome = subprocess.run(
            [sys.executable, "-m", "nbgrader", command, BAI],
            cwd=folder,
            env={**os.environ, "PATH": programs},
            capture_output=True,
            text=True,
        )
        assert outcome.returncode == 0, outcome.stderr[-2000:]
    return Cost.since(started)


def compare(theirs: Path, ours: Path) -> str:
    """In words, whether the two folders are the same."""
    same = _same()
    parts = {"gradebook": same.book(theirs) == same.book(ours)}
    for kind in ("autograded", "feedback"):
        parts[kind] = same.files(theirs / kind) == same.files(ours / kind)
    return ", ".join(f"{name} {'identical' if fine else 'DIFFERS'}" for name, fine in parts.items())


def _same() -> ModuleType:
    path = Path(__file__).parents[1] / "grading" / "nbgrader" / "same.py"
    spec = importlib.util.spec_from_file_location("same", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Run and print."""
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        new_class(base / "mau", "do", [BAI])
        shutil.copytree(base / "mau", base / "goc")
        fill(base / "goc", learners)
        shutil.copytree(base / "goc", base / "lo")
        ours, memory = batch(base / "lo")
        theirs = stock(base / "goc")
        for name, slow, fast in (
            ("by the wall", theirs.wall, ours.wall),
            ("of CPU", theirs.cpu, ours.cpu),
        ):
            print(
                f"{learners} hand-ins, seconds {name}: nbgrader {slow:.1f}, batch {fast:.2f}",
                end="",
            )
            print(f", ratio {slow / fast:.0f}")
        print(compare(base / "goc", base / "lo"))
        shutil.copytree(base / "mau", base / "nhieu")
        fill(base / "nhieu", 10 * learners)
        longer, more = batch(base / "nhieu")
        each, of_many = 1000 * ours.cpu / learners, 100 * longer.cpu / learners
        print(
            f"batch, {10 * learners} hand-ins: {longer.wall:.2f} s, of CPU {longer.cpu:.2f} s",
            end="",
        )
        print(f" ({of_many:.0f} ms each, against {each:.0f} ms), ", end="")
        print(f"peak memory {more} MiB against {memory} MiB")


if __name__ == "__main__":
    main()
