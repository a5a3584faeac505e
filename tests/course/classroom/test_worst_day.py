"""The trainer's worst day: power cut while marking, full disk, last year's class."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.classroom import steps
from course.classroom.card import ClassCard
from course.classroom.marks import class_marks
from course.classroom.pack import make_pack
from course.classroom.plan import read_plan
from grading.nbgrader.ledger import read_ledger

from .conftest import BAI
from .simulated import broken_zips, everybody_hands_in

MARK = (
    "import pathlib, sys\nfrom course.classroom.steps import mark\n"
    "mark(pathlib.Path(sys.argv[1]), sys.argv[2])\n"
)
# No file may grow beyond the limit: what a full disk does, without filling anybody's disk.
PACK_ON_A_FULL_DISK = """
import pathlib, resource, signal, sys
from course.classroom.pack import make_pack
from grading.nbgrader.class_folder import ClassError
import grading.word.write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    make_pack(pathlib.Path(sys.argv[1]), sys.argv[2])
except ClassError as error:
    print(error)
"""
RELEASED = Path(__file__).parent / "released"


@pytest.mark.slow
def test_a_laptop_switched_off_while_marking_loses_nothing(school: Path, tmp_path: Path) -> None:
    plan = read_plan(school)
    everybody_hands_in(school, plan, tmp_path / "usb")
    broken_zips(tmp_path / "usb")
    assert "không nhận 3 gói" in steps.collect(school, tmp_path / "usb").sentence
    for delay in (1.0, 2.5):
        process = subprocess.Popen([sys.executable, "-c", MARK, str(school), BAI])
        time.sleep(delay)
        process.kill()
        process.wait()
    done = steps.mark(school, BAI)
    assert not done.troubled
    marks = class_marks(school)
    assert {student for student, _ in marks.marks} == {one.id for one in plan.students}
    assert "Đã chấm 0 bài" in steps.mark(school, BAI).sentence


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is POSIX's")
def test_a_full_disk_is_said_in_one_sentence_and_harms_nothing(school: Path) -> None:
    make_pack(school, BAI)
    pack = school / "ho_so_giang_vien" / BAI
    before = {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()}
    answer = subprocess.run(
        [sys.executable, "-c", PACK_ON_A_FULL_DISK, str(school), BAI],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert "Không ghi được hồ sơ" in answer.stdout, answer.stderr
    assert {path: path.read_bytes() for path in pack.rglob("*") if path.is_file()} == before
    assert make_pack(school, BAI).sentence == "Đã làm xong hồ sơ giảng viên."


@pytest.mark.parametrize("sample", sorted(RELEASED.iterdir()), ids=lambda path: path.name)
def test_a_class_of_every_released_format_opens_and_goes_on(sample: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(sample, tmp_path / "lớp cũ"))
    plan = read_plan(folder)
    assert [one.name for one in plan.students]
    assert read_ledger(folder).taken
    card = (folder / "phat_cho_hoc_vien" / "the_lop.json").read_bytes()
    assert ClassCard.model_validate_json(card).learners
    assert steps.release(folder, BAI).sentence == f"Đã phát bài {BAI}."
    assert make_pack(folder, BAI).files


def test_a_class_of_a_newer_kit_opens_with_what_this_kit_knows(
    school: Path,
) -> None:
    path = school / "lop.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["something_new"] = {"a": 1}
    content["students"][0]["mood"] = "tốt"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    assert len(read_plan(school).students) == 7
