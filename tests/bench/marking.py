"""How much faster a class is marked in batch than by nbgrader's own commands, in one run.

    python tests/bench/marking.py [LEARNERS]      40 learners unless told otherwise

Marks the same generated hand-ins with `nbgrader autograde` + `nbgrader generate_feedback` and with
`class grade`, compares every mark and every file, and shows how the time grows to ten times as many
hand-ins (batch only). Four learners hand in broken work.
"""

from __future__ import annotations

import importlib.util
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from grading.nbgrader.class_folder import new_class
from grading.nbgrader.commands import run
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
    """Hand in work for so many learners: works of all kinds, two Word files each, four broken."""
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
        for name in ("giay_moi.docx", "thong_bao.docx"):
            (place / name).write_bytes(chance.randbytes(30_000))


def batch(folder: Path) -> tuple[float, int]:
    """Seconds and peak memory (MiB) of marking the class in batch, start of Python included."""
    started = time.perf_counter()
    answer = subprocess.run(
        [sys.executable, "-c", GRADE, str(folder), BAI], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - started, int(answer.stdout.split()[-1])


def stock(folder: Path) -> float:
    """Seconds of nbgrader's own autograde and generate_feedback."""
    started = time.perf_counter()
    for command in ("autograde", "generate_feedback"):
        outcome = run(folder, command, BAI)
        assert outcome.code == 0, outcome.output[-2000:]
    return time.perf_counter() - started


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
        seconds, memory = batch(base / "lo")
        theirs = stock(base / "goc")
        print(f"{learners} hand-ins: nbgrader {theirs:.1f} s, batch {seconds:.2f} s", end="")
        print(f", ratio {theirs / seconds:.0f}")
        print(compare(base / "goc", base / "lo"))
        shutil.copytree(base / "mau", base / "nhieu")
        fill(base / "nhieu", 10 * learners)
        longer, more = batch(base / "nhieu")
        each, each_of_many = 1000 * seconds / learners, 100 * longer / learners
        print(f"batch, {10 * learners} hand-ins: {longer:.2f} s", end="")
        print(f" ({each_of_many:.0f} ms each, against {each:.0f} ms), ", end="")
        print(f"peak memory {more} MiB against {memory} MiB")


if __name__ == "__main__":
    main()
