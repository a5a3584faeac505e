"""A class marked on a Dask cluster: the same marks, and a machine that dies costs a turn."""

import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from course.cli import main
from grading.nbgrader.batch import grade
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.cluster import judge_there

from .conftest import BAI, CASE, Class, half_work
from .same import book, files

# Dask's own start and end say what our settings would take for errors.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two machines in small: two processes of one thread each."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as made:
        yield made


@pytest.fixture
def school(empty_class: Path, tmp_path: Path) -> Class:
    """A class of eight, of which one handed in rubbish, nothing marked yet."""
    shutil.copytree(empty_class, tmp_path / "lop")
    school = Class(tmp_path / "lop", tmp_path / "x")
    work = half_work()
    for number in range(7):
        school.hand_in(f"hv_{number}", work.model_copy(update={"orders": work.orders[number:]}))
    (school.submitted("hong") / "bai_lam.json").write_text("[" * 5_000, encoding="utf-8")
    return school


def test_a_cluster_gives_the_marks_of_this_machine(
    school: Class, tmp_path: Path, cluster: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(school.folder, tmp_path / "day")
    assert main(["class", "grade", str(tmp_path / "day"), BAI]) == 0
    address = cluster.scheduler_address
    assert main(["class", "grade", str(school.folder), BAI, "--dask", address]) == 0
    assert capsys.readouterr().out.count("Đã chấm 8 bài") == 2
    assert book(school.folder) == book(tmp_path / "day")
    for kind in ("autograded", "feedback"):
        assert files(school.folder / kind) == files(tmp_path / "day" / kind)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is the way to let a machine die here")
def test_a_machine_that_dies_costs_no_more_than_its_turn(school: Class, cluster: Any) -> None:
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        pids = list(client.run(os.getpid).values())
    threading.Thread(target=_kill, args=(pids[0],), daemon=True).start()
    report = grade(school.folder, BAI, dask=cluster.scheduler_address)
    assert len(report.marked) + len(report.failed) == 8
    assert len(report.failed) <= 1
    assert not grade(school.folder, BAI, dask=cluster.scheduler_address).failed
    assert sum(school.marks("hv_0").values()) > 0


def _kill(pid: int) -> None:
    time.sleep(0.3)
    os.kill(pid, signal.SIGKILL)


def test_without_a_cluster_one_sentence_says_so(
    school: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grading.nbgrader.cluster.CONNECT_SECONDS", 1)
    with pytest.raises(ClassError, match="Không nối được với cụm máy chấm"):
        grade(school.folder, BAI, dask="tcp://127.0.0.1:9")
    assert len(grade(school.folder, BAI).marked) == 8


def test_a_machine_with_another_kit_marks_nothing(school: Class) -> None:
    found = judge_there("an", CASE, {}, [], {}, "another kit")
    assert found == {"refused": "máy chấm ở xa có bản học liệu khác với máy này"}
