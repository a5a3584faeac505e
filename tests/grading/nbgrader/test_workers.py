"""A hand-in that hangs or kills its marking process costs only itself."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from grading.nbgrader.workers import Job, JudgingError, MarkingProcess, judge_all

from .conftest import CASE, half_work


def folder_of(base: Path, name: str) -> Path:
    """A folder with half a work in it."""
    place = base / name
    place.mkdir()
    (place / "bai_lam.json").write_text(half_work().to_json(), encoding="utf-8")
    return place


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_one_that_hangs_is_stopped_and_the_others_are_judged(tmp_path: Path) -> None:
    hanging = tmp_path / "treo"
    hanging.mkdir()
    os.mkfifo(hanging / "bai_lam.json")
    jobs = [Job(name, CASE, folder_of(tmp_path, name)) for name in ("a", "b")]
    jobs.insert(0, Job("treo", CASE, hanging))
    found = {job.student: answer for job, answer in judge_all(jobs, processes=1, seconds=4)}
    assert isinstance(found["treo"], JudgingError)
    assert "quá 4 giây" in str(found["treo"])
    for name in ("a", "b"):
        assert not isinstance(found[name], JudgingError)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    hanging = tmp_path / "treo"
    hanging.mkdir()
    os.mkfifo(hanging / "bai_lam.json")
    process = MarkingProcess()
    try:
        process.judge(Job("a", CASE, folder_of(tmp_path, "a")))
        running = process._process
        assert running is not None
        threading.Timer(0.3, running.kill).start()
        with pytest.raises(JudgingError, match="dừng đột ngột"):
            process.judge(Job("treo", CASE, hanging))
        assert process.judge(Job("b", CASE, folder_of(tmp_path, "b")))["judgement"]["findings"]
    finally:
        process.stop()


def test_a_marking_process_can_start_nothing_and_reach_nobody() -> None:
    import subprocess

    code = (
        "from grading.nbgrader.fences import fence_in\nfence_in()\n"
        "import socket, subprocess, sys\n"
        "for act in (lambda: socket.create_connection(('127.0.0.1', 9)),"
        " lambda: subprocess.run([sys.executable, '-c', 'pass'])):\n"
        "    try:\n        act()\n    except PermissionError as error:\n        print(error)\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.count("is not allowed while marking") == 2, answer.stderr


def test_stopping_early_leaves_no_process_behind(tmp_path: Path) -> None:
    jobs = [Job(str(n), CASE, folder_of(tmp_path, str(n))) for n in range(6)]
    before = threading.active_count()
    stream = judge_all(jobs, processes=2)
    next(stream)
    stream.close()  # type: ignore[attr-defined]  # a generator
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert threading.active_count() <= before
