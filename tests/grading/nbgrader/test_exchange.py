"""Where nbgrader's exchange exists, the whole road works through it."""

import shutil
import sys
from pathlib import Path

import pytest

from grading.nbgrader.batch import grade
from grading.nbgrader.commands import must_run
from scenarios.case import load_case
from scenarios.edits import reference_work

from .conftest import BAI, CASE, Class


@pytest.mark.skipif(sys.platform == "win32", reason="nbgrader has no exchange on Windows")
def test_release_fetch_submit_and_collect(empty_class: Path, tmp_path: Path) -> None:
    shutil.copytree(empty_class, tmp_path / "lop")
    school = Class(tmp_path / "lop", tmp_path / "x")
    exchange, home = tmp_path / "trao_doi", tmp_path / "hoc_vien"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    home.mkdir()
    own = (f"--Exchange.root={exchange}", f"--Exchange.cache={home / 'cache'}", "--course=lop_a")

    must_run(school.folder, "release_assignment", BAI, own[0])
    must_run(home, "fetch_assignment", BAI, *own)
    assert [path.name for path in (home / BAI).iterdir()] == [f"{BAI}.ipynb"]
    work = reference_work(load_case(CASE)).to_json()
    (home / BAI / "bai_lam.json").write_text(work, encoding="utf-8")
    must_run(home, "submit", BAI, *own)
    must_run(school.folder, "collect", BAI, own[0])

    report = grade(school.folder, BAI)
    assert len(report.marked) == 1
    assert not report.set_aside
    assert sum(school.marks(report.marked[0]).values()) == pytest.approx(100)
    rows = school.query("select timestamp is not null from submitted_assignment")
    assert rows == [(1,)]
