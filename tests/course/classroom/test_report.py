"""The report: marks in the order of names, items that tell nobody apart, gain, certificates."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from course.classroom import steps
from course.classroom.certificates import certified, set_rule
from course.classroom.item_analysis import items
from course.classroom.marks import class_marks
from course.classroom.names import name_key
from course.classroom.plan import read_plan
from course.classroom.report import compare_classes, make_report
from course.classroom.tests_taken import collect_progress
from grading.nbgrader.class_folder import ClassError

from .conftest import BAI
from .simulated import different_works


@pytest.fixture
def marked(school: Path) -> Path:
    """Six of the seven have handed in and are marked."""
    for one, work in zip(read_plan(school).in_order()[:6], different_works(6), strict=True):
        place = school / "submitted" / one.id / BAI / "bai_lam.json"
        place.parent.mkdir(parents=True)
        fitting = work.model_copy(update={"level": "standard", "format": "m75"})
        place.write_text(fitting.to_json(), encoding="utf-8")
    steps.mark(school, BAI)
    return school


def test_excel_and_csv_hold_everybody_in_the_vietnamese_order(marked: Path) -> None:
    done = make_report(marked)
    book = load_workbook(done.files[0])
    assert {"Tổng hợp", f"Tiêu chí 1 {BAI}", f"Độ khó 1 {BAI}", "Chứng nhận"} <= set(
        book.sheetnames
    )
    assert {sheet.print_title_rows for sheet in book} == {"$1:$1"}
    rows = list(book["Tổng hợp"].iter_rows(values_only=True))
    names = [str(row[1]) for row in rows[1:]]
    assert len(names) == 7
    assert names == sorted(names, key=name_key)
    assert isinstance(rows[1][6], int | float)
    assert rows[-1][7] == BAI, "the one who has not handed in"
    table = list(csv.reader(done.files[1].read_text(encoding="utf-8-sig").splitlines()))
    assert [row[1] for row in table[1:]] == names


def test_certificates_follow_the_trainers_rule(marked: Path) -> None:
    set_rule(marked, 0, wants_all=True)
    lines = certified(class_marks(marked))
    assert sum(one.is_proposed for one in lines) == 6
    assert [one.reason for one in lines if not one.is_proposed] == ["chưa nộp bài nào"]
    set_rule(marked, 100, wants_all=True)
    reasons = [one.reason for one in certified(class_marks(marked)) if not one.is_proposed]
    assert "chưa đạt 100%" in reasons
    with pytest.raises(ClassError, match="từ 0 đến 100"):
        set_rule(marked, 101, wants_all=True)


def test_an_item_that_tells_nobody_apart_is_warned_of() -> None:
    shares = {
        f"hv_{n}": {"hay": float(n >= 6), "nhu_nhau": 1.0, "nguoc": float(n < 6), "a": n / 12}
        for n in range(12)
    }
    found = {one.id: one for one in items(shares)}
    assert found["hay"].discrimination is not None
    assert "không phân loại" in found["nhu_nhau"].warning
    assert "gần như ai cũng đạt" in found["nhu_nhau"].warning
    assert "xem lại lời câu hỏi" in found["nguoc"].warning
    few = items({"hv": {"a": 1.0, "b": 0.0}})
    assert few[0].discrimination is None
    assert "chưa đủ" in few[0].warning


def test_progress_files_are_gathered_by_learner_and_broken_ones_named(
    marked: Path, tmp_path: Path
) -> None:
    for name, text in (("le_thi_binh", '{"schema": 1, "learner": "abc"}'), ("hong", "không phải")):
        (tmp_path / "tt" / name).mkdir(parents=True)
        (tmp_path / "tt" / name / "tien_do.json").write_text(text, encoding="utf-8")
    done = collect_progress(marked, tmp_path / "tt")
    assert "1 người, 1 tệp cần xem lại" in done.sentence
    assert (marked / "tien_do" / "le_thi_binh.json").is_file()
    assert "Trước – sau" in load_workbook(make_report(marked).files[0]).sheetnames


def test_classes_are_compared_over_time(marked: Path, tmp_path: Path) -> None:
    done = compare_classes([marked, marked], tmp_path)
    rows = list(load_workbook(done.files[0])["Các lớp"].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["Lớp thử", "Lớp thử"]
    with pytest.raises(ClassError, match="hai lớp"):
        compare_classes([marked], tmp_path)


def test_before_marking_there_is_nothing_to_report(school: Path) -> None:
    with pytest.raises(ClassError, match="Chưa có bài nào được chấm"):
        make_report(school)
