"""The trainer's worst day: power cut while marking, full disk, last year's class."""

from __future__ import annotations

import contextlib
import gc
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import get_args

import pytest

from course.classroom import steps
from course.classroom.card import ClassCard
from course.classroom.commitments import read_cards
from course.classroom.marks import class_marks
from course.classroom.pack import make_pack, notes_of
from course.classroom.plan import ClassPlan, read_plan
from course.classroom.report import make_report
from course.classroom.rulings import terms_in_words
from course.classroom.session import clock_line
from course.classroom.tests_taken import outcomes
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.ledger import read_ledger
from grading.nbgrader.terms import terms

from .conftest import BAI
from .simulated import broken_zips, everybody_hands_in

MARK = (
    "import pathlib, sys\nfrom course.classroom.steps import mark\n"
    "mark(pathlib.Path(sys.argv[1]), sys.argv[2])\n"
)
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


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond the limit: what a full disk does, without filling anybody's disk."""
    resource = pytest.importorskip("resource", reason="the limit on a file's size is POSIX's")
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, heard)


def files(folder: Path) -> dict[str, bytes]:
    """What lies in a class, but for what holds no work: the lock, the ledger kept for taking back,
    nbgrader's log."""
    passing = {".khoa_cham", "so_thu_bai.truoc", "nbgrader.log"}
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name not in passing]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


# python-docx leaves a zip open when it cannot write; what is left of it is thrown away.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_full_disk_is_said_in_one_sentence_and_leaves_nothing_half_written(
    school: Path, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    everybody_hands_in(school, read_plan(school), usb)
    for step, said in (
        (lambda: steps.release(school, BAI), "Đã phát bài"),
        (lambda: steps.collect(school, usb), "thu 7 bài"),
        (lambda: steps.mark(school, BAI), "Đã chấm 7 bài"),
        (lambda: steps.give_back(school, BAI), "7 học viên"),
    ):
        before = files(school)
        with full_disk(), pytest.raises(ClassError, match="hết chỗ") as refused:
            step()
        assert str(refused.value).count("anh/chị") + str(refused.value).count("Anh/chị") == 1
        del refused
        gc.collect()
        assert files(school) == before, said
        assert said in step().sentence
    assert make_pack(school, BAI).sentence == "Đã làm xong hồ sơ giảng viên."
    before = files(school)
    with full_disk(), pytest.raises(ClassError, match="hết chỗ"):
        make_pack(school, BAI)
    gc.collect()
    assert files(school) == before


@pytest.mark.parametrize("sample", sorted(RELEASED.glob("lop_?")), ids=lambda path: path.name)
def test_a_class_of_every_released_format_opens_and_goes_on(sample: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(sample, tmp_path / "lớp cũ"))
    plan = read_plan(folder)
    assert [one.name for one in plan.students]
    assert read_ledger(folder).taken
    card = (folder / "phat_cho_hoc_vien" / "the_lop.json").read_bytes()
    assert ClassCard.model_validate_json(card).learners
    assert steps.release(folder, BAI).sentence == f"Đã phát bài {BAI}."


def test_a_whole_class_of_an_earlier_kit_keeps_all_that_it_holds(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(RELEASED / "lop_1_day_du", tmp_path / "lớp cũ"))
    plan = read_plan(folder)
    assert [plan.called(one.id) for one in plan.in_order()] == ["Nguyễn Văn An", "Lê Thị Bình"]
    assert list(plan.groups) == ["Nhóm 1", "Nhóm 2"]
    assert [one.when for one in read_cards(folder)] == ["mất điện"]
    assert notes_of(folder, BAI) == "Nhóm 2 có người mới."
    assert clock_line(folder, plan.minutes, datetime(2026, 11, 25, 10)).startswith("Đã học 60 phút")
    assert outcomes(folder)["le_thi_binh"].before is not None
    assert len(terms_in_words(folder, BAI)) > 1
    assert list(terms(folder, BAI).extensions) == ["le_thi_binh"]
    assert {student for student, _ in class_marks(folder).marks} == {
        one.id for one in plan.students
    }
    assert make_report(folder).files


def test_every_format_that_a_class_can_have_is_kept() -> None:
    (known,) = get_args(ClassPlan.model_fields["schema_"].annotation)
    kept = {json.loads((one / "lop.json").read_bytes())["schema"] for one in RELEASED.iterdir()}
    assert kept == {known}


def test_a_class_of_a_newer_kit_opens_with_what_this_kit_knows(
    school: Path,
) -> None:
    path = school / "lop.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["something_new"] = {"a": 1}
    content["students"][0]["mood"] = "tốt"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    assert len(read_plan(school).students) == 7
