"""The terms of a class: deadlines said beforehand, late days, extensions, dropped criteria."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from course.cli import main
from course.page.fingerprint import fingerprint, read_notebook
from grading.nbgrader.appeal_note import note_of
from grading.nbgrader.appeals import accept, receive
from grading.nbgrader.batch import grade
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.class_source import deadline_of
from grading.nbgrader.class_terms import drop, extend, restore, set_deadline
from grading.nbgrader.commands import run
from grading.nbgrader.history import History
from grading.nbgrader.lateness import Lateness, moment_text, penalty, read_moment, span_text
from grading.nbgrader.receipt import Learner
from grading.nbgrader.terms import LateKind, LateRule, term_changes, terms

from .conftest import BAI, Class, half_work
from .same import book, files
from .test_hand_back import words_in

DUE = datetime(2026, 11, 20, 2, 0)
TENTH = LateRule(kind=LateKind.PERCENT, percent=10, most=50)


@pytest.fixture(scope="module")
def marked_early(empty_class: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of two, marked: one in time, one a day and a half late; copy it, do not use it."""
    base = tmp_path_factory.mktemp("quy_dinh")
    shutil.copytree(empty_class, base / "lop")
    school = Class(base / "lop", base / "x")
    for name, moment in (("som", "2026-11-19 02:00:00 UTC"), ("muon", "2026-11-21 14:00:00 UTC")):
        school.hand_in(name, half_work())
        (school.submitted(name) / "timestamp.txt").write_text(moment)
    grade(school.folder, BAI)
    return school.folder


@pytest.fixture
def school(marked_early: Path, tmp_path: Path) -> Class:
    """That class, to be changed."""
    shutil.copytree(marked_early, tmp_path / "lop")
    return Class(tmp_path / "lop", tmp_path / "x")


@pytest.mark.parametrize(
    ("rule", "late", "points"),
    [
        (LateRule(kind=LateKind.NONE), timedelta(days=9), None),
        (LateRule(), timedelta(days=9), None),
        (TENTH, timedelta(0), None),
        (TENTH, timedelta(seconds=1), 8),
        (TENTH, timedelta(days=1), 8),
        (TENTH, timedelta(days=1, seconds=1), 16),
        (TENTH, timedelta(days=300), 40),
    ],
)
def test_a_late_day_costs_what_the_rule_says(
    rule: LateRule, late: timedelta, points: float | None
) -> None:
    assert penalty(rule, 80, late.total_seconds()) == points


def test_times_are_read_and_said_in_vietnams_time() -> None:
    assert read_moment("09:00 20/11/2026") == read_moment(" 9g00  20/11/2026 ") == DUE
    assert moment_text(DUE) == "09:00 ngày 20/11/2026"
    assert span_text(timedelta(days=1, hours=2, minutes=5)) == "1 ngày 2 giờ"
    assert span_text(timedelta(minutes=2)) == "2 phút"
    for wrong in ("mai", "25:00 20/11/2026", "09:00 31/2/2026", "03:00 1/1/0001"):
        with pytest.raises(ClassError, match="không phải là giờ và ngày"):
            read_moment(wrong)


def test_only_a_late_hand_in_is_called_late() -> None:
    assert Lateness(TENTH).said(0) == []
    assert Lateness(TENTH, DUE, handed_in=DUE).said(0) == ["Hạn nộp: 09:00 ngày 20/11/2026."]
    late = Lateness(LateRule(), DUE, True, DUE + timedelta(hours=3)).said(0)
    assert late[0] == "Hạn nộp: 09:00 ngày 20/11/2026 (đã gia hạn)."
    assert late[1] == "Nộp lúc 12:00 ngày 20/11/2026, muộn 3 giờ: ghi nhận, không trừ điểm."


def test_a_deadline_is_said_beforehand_and_marks_the_late_anew(school: Class) -> None:
    before = school.points()
    assert before["som"] == before["muon"]
    set_deadline(school.folder, BAI, DUE, TENTH)
    released = school.folder / "release" / BAI / f"{BAI}.ipynb"
    assert deadline_of(released) == (
        "Hạn nộp: 09:00 ngày 20/11/2026. "
        "Nộp muộn trừ 10% số điểm cho mỗi ngày muộn, nhiều nhất 50%."
    )
    grade(school.folder, BAI)
    after = school.points()
    assert after == {"som": before["som"], "muon": pytest.approx(before["muon"] * 0.8, abs=0.01)}
    assert school.exported() == pytest.approx(after)
    (due,) = school.query("select duedate from assignment")[0]
    assert due.startswith("2026-11-20 02:00:00")

    extend(school.folder, BAI, "muon", DUE + timedelta(days=2), "ốm")
    assert grade(school.folder, BAI).marked == ["muon"]
    assert school.points() == before
    extend(school.folder, BAI, "muon", None, "nhầm người")
    grade(school.folder, BAI)
    assert school.points() == after
    changes = [(one["what"], one.get("reason")) for one in term_changes(school.folder, BAI)]
    assert changes == [("deadline", None), ("extension", "ốm"), ("extension", "nhầm người")]


def test_a_manual_mark_changes_what_a_late_day_costs(school: Class) -> None:
    set_deadline(school.folder, BAI, DUE, TENTH)
    grade(school.folder, BAI)
    before = school.penalties()["muon"]
    assert before is not None
    lost = next(name for name, points in school.marks("muon").items() if points == 0)
    receive(school.folder, note_of(Learner(id="muon", name="x"), BAI, "", {lost: "x"}))
    accept(school.folder, 1, 1, "đúng")
    assert school.penalties()["muon"] == pytest.approx(before + 0.2, abs=0.01)


@pytest.mark.parametrize(
    ("until", "words"),
    [(DUE - timedelta(days=1), "sau hạn nộp chung"), (DUE, "sau hạn nộp chung")],
)
def test_an_extension_that_is_none_is_refused(school: Class, until: datetime, words: str) -> None:
    with pytest.raises(ClassError, match="chưa có hạn nộp"):
        extend(school.folder, BAI, "muon", until, "x")
    set_deadline(school.folder, BAI, DUE)
    with pytest.raises(ClassError, match=words):
        extend(school.folder, BAI, "muon", until, "x")


def test_a_dropped_criterion_counts_for_nobody_and_can_come_back(school: Class) -> None:
    school.change(
        "update grade set manual_score = 1.5 where cell_id in (select id from base_cell"
        " where name = 'tieu_chi_T01')"
    )
    before = school.points()
    released = school.folder / "release" / BAI / f"{BAI}.ipynb"
    shipped = fingerprint(read_notebook(released))
    drop(school.folder, BAI, "T01", "đề chưa rõ")
    with pytest.raises(ClassError, match="đã được bỏ"):
        drop(school.folder, BAI, "T01", "x")
    report = grade(school.folder, BAI)
    assert report.changed["som"].endswith("(T01 2 → 0)")
    assert school.points() == {name: points - 1.5 for name, points in before.items()}
    page = school.page("som")
    assert "/ 128 điểm" in page
    assert "Giảng viên đã bỏ tiêu chí này, không tính cho ai: đề chưa rõ" in page
    notebook = read_notebook(released)
    assert notebook["metadata"]["vanphong"]["dropped"] == ["T01"]
    assert fingerprint(notebook) == shipped  # so that the page still opens by itself
    assert main(["class", "feedback", str(school.folder), BAI]) == 0
    assert "đề chưa rõ" in words_in(school.folder / "ket_qua" / "som" / BAI / "ket_qua.docx")

    restore(school.folder, BAI, "T01", "đề đã rõ")
    grade(school.folder, BAI)
    assert school.points() == before
    totals = [one.points["tieu_chi_T01"] for one in History.open(school.folder)]
    assert totals == [2, 2, 0, 0, 2, 2]
    assert terms(school.folder, BAI).dropped == {}


def test_autograde_itself_marks_a_dropped_criterion_as_the_batch_does(
    school: Class, tmp_path: Path
) -> None:
    drop(school.folder, BAI, "T01", "đề chưa rõ")
    shutil.copytree(school.folder, tmp_path / "khac")
    grade(school.folder, BAI)
    outcome = run(tmp_path / "khac", "autograde", BAI, "--force")
    assert outcome.code == 0, outcome.output
    assert book(tmp_path / "khac") == book(school.folder)
    assert files(tmp_path / "khac" / "autograded") == files(school.folder / "autograded")


def test_the_command_sets_and_shows_the_terms(
    school: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(school.folder)
    assert main(["class", "terms", "deadline", folder, BAI, "09:00 20/11/2026", "--tru", "5"]) == 0
    assert main(["class", "terms", "extend", folder, BAI, "muon", "09:00 25/11/2026"]) == 0
    assert main(["class", "terms", "drop", folder, BAI, "T01", "--ly-do", "chưa rõ"]) == 0
    capsys.readouterr()
    assert main(["class", "terms", "show", folder, BAI]) == 0
    said = capsys.readouterr().out
    for words in (
        "Hạn nộp: 09:00 ngày 20/11/2026.",
        "Nộp muộn trừ 5% số điểm cho mỗi ngày muộn.",
        "- muon được gia hạn đến 09:00 ngày 25/11/2026.",
        "- Bỏ tiêu chí T01: chưa rõ",
        "Đã thay đổi 3 lần.",
    ):
        assert words in said
    assert main(["class", "terms", "deadline", folder, BAI, "mai"]) == 1
    assert "17:00 20/12/2026" in capsys.readouterr().err
