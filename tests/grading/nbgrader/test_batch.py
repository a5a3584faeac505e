"""Marking in batch leaves what nbgrader's own commands leave, and can be cut off anywhere."""

import csv
import shutil
from pathlib import Path

import pytest

from course.cli import main
from grading.nbgrader.batch import grade
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.class_lock import locked
from grading.nbgrader.commands import run
from grading.nbgrader.history import History
from scenarios.case import load_case
from scenarios.edits import reference_work

from .conftest import BAI, CASE, Class, half_work
from .same import book, files


@pytest.fixture
def school(empty_class: Path, tmp_path: Path) -> Class:
    """A class of three, nothing marked yet."""
    shutil.copytree(empty_class, tmp_path / "lop")
    school = Class(tmp_path / "lop", tmp_path / "da_chay.txt")
    school.hand_in("mau", reference_work(load_case(CASE)))
    school.hand_in("nua", half_work())
    school.hand_in("trong", None)
    return school


def test_nothing_is_marked_twice_and_what_changed_is_marked_again(school: Class) -> None:
    assert sorted(grade(school.folder, BAI).marked) == ["mau", "nua", "trong"]
    again = grade(school.folder, BAI)
    assert (again.marked, sorted(again.unchanged)) == ([], ["mau", "nua", "trong"])
    school.hand_in("trong", half_work())
    third = grade(school.folder, BAI)
    assert third.marked == ["trong"]
    assert third.changed["trong"].startswith("0 → ")
    kept = [one.total for one in History.open(school.folder) if one.student == "trong"]
    assert kept == [0, sum(school.marks("nua").values())]


def test_nbgrader_goes_on_from_a_batch(school: Class) -> None:
    grade(school.folder, BAI)
    before = book(school.folder)
    outcome = run(school.folder, "autograde", BAI)
    assert outcome.code == 0, outcome.output
    assert outcome.output.count("Skipping existing assignment") == 3
    exported = run(school.folder, "export")
    assert exported.code == 0, exported.output
    with (school.folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["assignment"] == BAI]
    exported_scores = {row["student_id"]: float(row["score"]) for row in rows}
    assert exported_scores == {
        name: pytest.approx(sum(school.marks(name).values())) for name in ("mau", "nua", "trong")
    }
    assert book(school.folder) == before


def test_a_manual_mark_and_a_remark_outlive_a_re_mark(school: Class) -> None:
    grade(school.folder, BAI)
    school.change(
        "update grade set manual_score = 1.5 where cell_id in"
        " (select id from base_cell where name = 'tieu_chi_T01') and notebook_id in"
        " (select sn.id from submitted_notebook sn join submitted_assignment sa"
        " on sa.id = sn.assignment_id where sa.student_id = 'mau')"
    )
    school.change("update comment set manual_comment = 'Làm <b>tốt</b>.'")
    report = grade(school.folder, BAI, everything=True, reason="rà lại")
    assert len(report.marked) == 3
    assert school.query("select manual_score from grade where manual_score is not null") == [(1.5,)]
    assert "99,5 / 130 điểm" in school.page("mau")
    assert "Làm &lt;b&gt;tốt&lt;/b&gt;." in school.page("mau")
    assert [one.reason for one in History.open(school.folder)][-1] == "rà lại"


def test_a_run_that_was_cut_off_is_gone_on_with(school: Class) -> None:
    grade(school.folder, BAI)
    whole = book(school.folder), files(school.folder / "autograded")
    # As a power cut may leave it: a folder away, a torn line, rubbish in the workshop.
    shutil.rmtree(school.folder / "autograded" / "nua" / BAI)
    with (school.folder / "lich_su_cham.jsonl").open("ab") as file:
        file.write(b'{"assignment": "tinh')
    (school.folder / ".dang_cham" / "x").mkdir(parents=True)
    assert grade(school.folder, BAI).marked == ["nua"]
    assert (book(school.folder), files(school.folder / "autograded")) == whole
    assert not (school.folder / ".dang_cham").exists()
    assert len(list(History.open(school.folder))) == 4


def test_two_runs_at_once_are_refused(school: Class) -> None:
    with locked(school.folder), pytest.raises(ClassError, match="đang được chấm"):
        grade(school.folder, BAI)


def test_the_command_marks_and_says_so(school: Class, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", "grade", str(school.folder), BAI]) == 0
    assert "Đã chấm 3 bài" in capsys.readouterr().out
    assert main(["class", "grade", str(school.folder), "khong_co"]) == 1
    assert "Lớp này không có bài tập “khong_co”" in capsys.readouterr().err
