"""Marking that is killed at random moments and started again ends as if nothing had happened."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grading.nbgrader.batch import grade
from scenarios.case import load_case
from scenarios.edits import reference_work

from .conftest import BAI, CASE, Class
from .same import book, files

KILLS = 20
GRADE = (
    "import pathlib, sys\nfrom grading.nbgrader.batch import grade\n"
    "grade(pathlib.Path(sys.argv[1]), sys.argv[2], everything=True, processes=1)\n"
)


def start(folder: Path) -> subprocess.Popen[bytes]:
    """A marking run in a process of its own."""
    return subprocess.Popen([sys.executable, "-c", GRADE, str(folder), BAI])


@pytest.mark.slow
def test_twenty_kills_leave_the_marks_of_an_undisturbed_run(
    empty_class: Path, tmp_path: Path
) -> None:
    quiet, killed = Class(tmp_path / "yen", tmp_path / "x"), Class(tmp_path / "dut", tmp_path / "x")
    shutil.copytree(empty_class, quiet.folder)
    work = reference_work(load_case(CASE))
    for number in range(6):
        quiet.hand_in(f"hv_{number}", work.model_copy(update={"orders": work.orders[number:]}))
    shutil.copytree(quiet.folder, killed.folder)

    began = time.monotonic()
    assert start(quiet.folder).wait() == 0
    length = time.monotonic() - began

    chance, cut_off = random.Random(20), 0
    for _ in range(KILLS):
        run = start(killed.folder)
        time.sleep(chance.uniform(0.3, 1.0) * length)
        if run.poll() is None:
            cut_off += 1
        else:
            length *= 0.8  # the machine was slower when the length was taken
        run.kill()
        run.wait()
        for path in killed.folder.glob(f"autograded/*/{BAI}/{BAI}.ipynb"):
            json.loads(path.read_text(encoding="utf-8"))
    assert cut_off >= KILLS / 4

    grade(killed.folder, BAI)
    assert book(killed.folder) == book(quiet.folder)
    for kind in ("autograded", "feedback"):
        assert files(killed.folder / kind) == files(quiet.folder / kind)
    assert not (killed.folder / ".dang_cham").exists()
    assert not grade(killed.folder, BAI).marked
