"""No hostile hand-in gains a point, harms another, or stops the class from being marked."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from grading import score, score_folder
from grading.nbgrader.batch import grade
from grading.nbgrader.marking_report import Report
from scenarios.case import load_case
from scenarios.edits import reference_work

from .attacks import (
    BAI,
    CASE,
    EARNS_ITS_DATA,
    EARNS_NOTHING,
    PLAYABLE,
    Scene,
    honest_work,
    make_class,
)

ALL = {**EARNS_ITS_DATA, **EARNS_NOTHING, **PLAYABLE}


@dataclass(frozen=True)
class Marked:
    """The class after marking; `before` holds the bytes of what nobody may touch."""

    root: Path
    marker: Path
    report: Report
    before: dict[Path, bytes]

    def marks(self, student: str) -> dict[str, float]:
        """Criterion -> points in the gradebook."""
        base = sqlite3.connect(self.root / "gradebook.db")
        rows = base.execute(
            "select bc.name, g.auto_score from grade g join base_cell bc on bc.id = g.cell_id"
            " join submitted_notebook sn on sn.id = g.notebook_id"
            " join submitted_assignment sa on sa.id = sn.assignment_id where sa.student_id = ?",
            (student,),
        ).fetchall()
        base.close()
        return {name.removeprefix("tieu_chi_"): points for name, points in rows}


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marked]:
    base = tmp_path_factory.mktemp("ac_y")
    root, marker = make_class(base / "lop"), base / "da_chay"
    for name in ("hang_xom", *ALL, "zz_cuoi"):
        place = root / "submitted" / name / BAI
        shutil.copytree(root / "release" / BAI, place)
        honest = name in ("hang_xom", "zz_cuoi")
        work = reference_work(load_case(CASE)) if honest else honest_work()
        (place / "bai_lam.json").write_text(work.to_json(), encoding="utf-8")
        if not honest:
            ALL[name](Scene(root, place, marker))
    safe = [path for part in ("source", "release") for path in (root / part).rglob("*.ipynb")]
    before = {path: path.read_bytes() for path in safe}
    yield Marked(root, marker, grade(root, BAI), before)


@pytest.fixture(scope="module")
def earned() -> dict[str, float]:
    sheet = score(load_case(CASE), honest_work())
    return {one.criterion: one.points for one in sheet.findings}


def test_there_are_enough_attacks() -> None:
    assert len(ALL) >= 30


@pytest.mark.parametrize("name", EARNS_ITS_DATA)
def test_it_gets_exactly_what_its_data_earns(
    marked: Marked, earned: dict[str, float], name: str
) -> None:
    assert marked.marks(name) == earned


@pytest.mark.parametrize("name", EARNS_NOTHING)
def test_work_that_cannot_be_read_or_played_earns_nothing(marked: Marked, name: str) -> None:
    assert name in marked.report.marked
    assert set(marked.marks(name).values()) == {0}


@pytest.mark.parametrize("name", PLAYABLE)
def test_strange_work_earns_what_the_judge_says(marked: Marked, name: str) -> None:
    sheet = score_folder(CASE, marked.root / "submitted" / name / BAI)
    assert marked.marks(name) == {one.criterion: one.points for one in sheet.findings}
    assert sheet.points < 50


@pytest.mark.parametrize("name", ["hang_xom", "zz_cuoi"])
def test_the_honest_ones_keep_their_full_marks(marked: Marked, name: str) -> None:
    assert sum(marked.marks(name).values()) == pytest.approx(100)


def test_nothing_ran_and_nothing_of_the_class_was_touched(marked: Marked) -> None:
    assert not marked.marker.exists()
    for path, content in marked.before.items():
        assert path.read_bytes() == content
    assert not marked.report.failed


def test_nothing_strange_reaches_the_folders_of_results(marked: Marked) -> None:
    allowed = {"bai_lam.json", "giay_moi.docx", f"{BAI}.ipynb", f"{BAI}.html"}
    for kind in ("autograded", "feedback"):
        for path in (marked.root / kind).rglob("*"):
            assert not path.is_symlink()
            assert path.is_dir() or path.name in allowed
            assert path.stat().st_size < 5_000_000


@pytest.mark.parametrize("name", ALL)
def test_the_page_of_each_is_in_vietnamese_and_shows_no_traceback(
    marked: Marked, name: str
) -> None:
    page = (marked.root / "feedback" / name / BAI / f"{BAI}.html").read_text(encoding="utf-8")
    assert "điểm" in page
    for word in ("Traceback", "Error", "/lop/", "<b>hang_xom", "grade_id"):
        assert word not in page


@pytest.mark.parametrize("name", {**EARNS_ITS_DATA, **EARNS_NOTHING})
def test_each_is_told_to_the_trainer_in_plain_sentences(marked: Marked, name: str) -> None:
    said = [line for line in marked.report.lines() if line.startswith(f"- {name}:")]
    assert said
    for line in said:
        assert line.endswith(".")
        assert "Traceback" not in line
        assert len(line) < 800


def test_of_honest_ones_nothing_is_said(marked: Marked) -> None:
    lines = marked.report.lines()
    assert [one for one in lines if one.startswith(("- hang_xom:", "- zz_cuoi:"))] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ghi_so_diem", "khác bản phát (có ô lệnh lạ)"),
        ("xoa_o", "khác bản phát (thiếu ô chấm điểm)"),
        ("nhan_doi_o", "khác bản phát (có ô lặp lại)"),
        ("diem_100", "khác bản phát (thông tin điểm trong ô bị đổi)"),
        ("nhan_khac", "khác bản phát (dùng ngôn ngữ khác)"),
        ("so_rong", "khác bản phát (không đọc được)"),
        ("nhat_ky_sua", "Nhật ký làm bài đã bị sửa"),
        ("tu_cho_diem", "có 2 mục không thuộc mẫu"),
        ("json_sau", "lồng quá nhiều lớp"),
        ("tinh_huong_khac", "Bài nộp không đọc được nên chưa có điểm."),
        ("mo_dun_grading", "không thuộc danh mục tệp được nộp"),
        ("bai_cua_hang_xom", "là liên kết sang nơi khác"),
        ("bai_200_mb", "lớn quá mức cho phép (200.000.000 byte)"),
        ("thu_muc_thay_tep", "không phải là tệp thường"),
    ],
)
def test_what_was_set_aside_is_said_in_one_sentence(marked: Marked, name: str, words: str) -> None:
    said = [line for line in marked.report.lines() if line.startswith(f"- {name}:")]
    assert any(words in line for line in said)
