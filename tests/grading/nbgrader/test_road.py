"""The whole road with nbgrader's own commands, and the same hand-ins marked in batch.

All that needs the class marked by nbgrader itself stands here: that takes a minute.
"""

import shutil
import zipfile
from pathlib import Path

import pytest

from grading import score
from grading.nbgrader.commands import Outcome, run
from grading.nbgrader.leaks import leaks
from grading.nbgrader.marking_report import Report
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work import Work

from .conftest import ATTACKS, BAI, CASE, WRONG, Class, half_work, wrong_work
from .same import book, files

Marked = tuple[Class, Outcome]
BatchMarked = tuple[Class, Report]


def points(work: Work) -> dict[str, float]:
    """What the judge gives, by criterion."""
    sheet = score(load_case(CASE, work.variant), work)
    return {one.criterion: one.points for one in sheet.findings}


def test_nbgrader_marks_everybody(marked: Marked) -> None:
    school, outcome = marked
    assert outcome.code == 0, outcome.output
    waiting = school.query(
        "select count(*) from grade where needs_manual_grade or auto_score is null"
    )
    assert waiting == [(0,)]


def test_the_reference_work_gets_full_marks_cell_by_cell(marked: Marked) -> None:
    school, _ = marked
    marks = school.marks("mau")
    assert marks == points(reference_work(load_case(CASE)))
    assert sum(marks.values()) == pytest.approx(100)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_work_gets_the_judges_points_cell_by_cell(marked: Marked, name: str) -> None:
    school, _ = marked
    marks = school.marks(name.lower())
    assert marks == points(wrong_work(name))
    assert 0 < sum(marks.values()) < 100


def test_an_untouched_work_gets_nothing_and_is_told_that_it_is_not_attempted(
    marked: Marked,
) -> None:
    school, _ = marked
    assert set(school.marks("trong").values()) == {0}
    assert "Bài nộp còn trống" in school.page("trong")
    assert "Chưa làm" in school.page("trong")
    assert "Chưa đạt" not in school.page("trong")


@pytest.mark.parametrize("name", ATTACKS)
def test_a_tampered_notebook_gets_exactly_what_its_data_earns(marked: Marked, name: str) -> None:
    school, _ = marked
    assert school.marks(name) == points(half_work())


def test_nothing_that_was_handed_in_ran(marked: Marked) -> None:
    school, _ = marked
    assert not school.marker.exists()
    for kind in ("autograded", "feedback"):
        names = {path.name for path in (school.folder / kind).rglob("*") if path.is_file()}
        data = {"bai_lam.json", "giay_moi.docx", "timestamp.txt"}
        assert names <= {*data, f"{BAI}.ipynb", f"{BAI}.html"}


def test_what_does_not_belong_is_set_aside_and_said(marked: Marked) -> None:
    school, _ = marked
    place = school.folder / "quarantine" / "gia_mo_dun" / BAI
    assert (place / "grading.py").exists()
    assert (place / "scenarios" / "__init__.py").exists()
    said = (place / "ly_do.txt").read_text(encoding="utf-8")
    assert "“grading.py”: không thuộc danh mục tệp được nộp." in said


def test_the_page_tells_the_total_and_nothing_of_code(marked: Marked) -> None:
    school, _ = marked
    page = school.page("mau")
    assert "100 / 130 điểm" in page
    for word in ("http://", "https://", "award(", "Traceback", "MathJax"):
        assert word not in page


def test_the_gradebook_is_the_one_that_autograde_leaves(
    marked: Marked, batch_marked: BatchMarked
) -> None:
    assert book(batch_marked[0].folder) == book(marked[0].folder)


@pytest.mark.parametrize("kind", ["autograded", "feedback"])
def test_the_files_are_those_that_nbgrader_writes(
    marked: Marked, batch_marked: BatchMarked, kind: str
) -> None:
    theirs, ours = files(marked[0].folder / kind), files(batch_marked[0].folder / kind)
    assert set(ours) == set(theirs)
    for name in theirs:
        assert ours[name] == theirs[name], name


def test_everybody_is_marked_and_what_was_strange_is_said(batch_marked: BatchMarked) -> None:
    school, report = batch_marked
    assert not report.failed
    assert len(report.marked) == len(list((school.folder / "submitted").iterdir()))
    assert set(report.set_aside) == {"gia_mo_dun"}
    assert any("grading.py" in line for line in report.lines())
    assert not school.marker.exists()
    assert set(ATTACKS) <= set(report.marked)


def test_in_batch_and_by_autograde_the_same_late_ones_lose_the_same(
    marked: Marked, batch_marked: BatchMarked
) -> None:
    theirs, ours = marked[0].penalties(), batch_marked[0].penalties()
    total = sum(marked[0].marks("muon").values())
    assert theirs["muon"] == pytest.approx(total * 0.2, abs=0.01)
    assert theirs["gia_han"] is theirs["mau"] is None
    assert ours == theirs
    assert "(đã gia hạn)" in batch_marked[0].page("gia_han")
    assert "muộn 1 ngày 1 giờ: trừ" in batch_marked[0].page("muon")


@pytest.mark.parametrize("situation", ["tinh_huong_1", "tinh_huong_2"])
def test_a_release_holds_one_notebook_without_answers(empty_class: Path, situation: str) -> None:
    assert leaks(empty_class / "release" / situation) == []


def test_a_planted_leak_is_found(empty_class: Path, tmp_path: Path) -> None:
    place = tmp_path / BAI
    place.mkdir()
    text = (empty_class / "release" / BAI / f"{BAI}.ipynb").read_text(encoding="utf-8")
    lesson = "Hai bản: hồ sơ hội nghị và hồ sơ tên gọi."
    planted = text.replace("Tên người", f"{lesson} Tên người")
    (place / f"{BAI}.ipynb").write_text(planted, encoding="utf-8")
    (place / "dap_an.docx").write_bytes(b"")
    found = leaks(place)
    assert any("dap_an.docx" in one for one in found)
    assert any("bảng tiêu chí (S03)" in one for one in found)


def test_zips_named_after_learners_are_collected_by_nbgrader(
    empty_class: Path, tmp_path: Path
) -> None:
    school = Class(tmp_path / "lop", tmp_path / "x")
    shutil.copytree(empty_class, school.folder)
    archive = school.folder / "downloaded" / BAI / "archive"
    archive.mkdir(parents=True)
    with zipfile.ZipFile(archive / "nguyen_an.zip", "w") as parcel:
        parcel.writestr("bai_lam.json", half_work().to_json())
        parcel.write(school.folder / "release" / BAI / f"{BAI}.ipynb", f"{BAI}.ipynb")
        parcel.writestr("timestamp.txt", "2026-11-22 08:00:00")
    outcome = run(school.folder, "zip_collect", BAI)
    assert outcome.code == 0, outcome.output
    names = {path.name for path in (school.folder / "submitted" / "nguyen_an" / BAI).iterdir()}
    assert names == {"bai_lam.json", f"{BAI}.ipynb", "timestamp.txt"}
