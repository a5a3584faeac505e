"""A class with its hand-ins, marked once by nbgrader's own commands for all tests here."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from grading.nbgrader.batch import grade
from grading.nbgrader.class_folder import new_class
from grading.nbgrader.class_terms import extend, set_deadline
from grading.nbgrader.commands import Outcome, run
from grading.nbgrader.marking_report import Report
from grading.nbgrader.terms import LateKind, LateRule
from scenarios.case import load_case
from scenarios.edits import edited, read_edit, reference_work
from scenarios.work import Work

CASE = "hoi_nghi_dot_xuat"
BAI = "tinh_huong_1"
WRONG = ("T07_moi_bao_chi", "D02_hop_khong_dien")


@dataclass
class Class:
    """A class folder in a test. `marker` is a file that only hostile code would make."""

    folder: Path
    marker: Path

    def submitted(self, student: str) -> Path:
        """The folder of a hand-in with the released notebook in it, made when missing."""
        place = self.folder / "submitted" / student / BAI
        if not place.exists():
            shutil.copytree(self.folder / "release" / BAI, place)
        return place

    def hand_in(self, student: str, work: Work | None) -> Path:
        """Hand in a work; returns the folder."""
        place = self.submitted(student)
        if work is not None:
            (place / "bai_lam.json").write_text(work.to_json(), encoding="utf-8")
        return place

    def marks(self, student: str) -> dict[str, float]:
        """Criterion -> points in the gradebook."""
        rows = self.query(
            "select bc.name, g.auto_score from grade g"
            " join base_cell bc on bc.id = g.cell_id"
            " join submitted_notebook sn on sn.id = g.notebook_id"
            " join submitted_assignment sa on sa.id = sn.assignment_id"
            " where sa.student_id = ?",
            student,
        )
        return {name.removeprefix("tieu_chi_"): score for name, score in rows}

    def penalties(self) -> dict[str, float | None]:
        """Learner -> what nbgrader's gradebook takes for being late."""
        return dict(
            self.query(
                "select sa.student_id, sn.late_submission_penalty from submitted_notebook sn"
                " join submitted_assignment sa on sa.id = sn.assignment_id"
            )
        )

    def points(self) -> dict[str, float]:
        """Learner -> the points that count, as nbgrader reckons them from what is in its book."""
        scores = self.query(
            "select sa.student_id, sum(coalesce(g.manual_score, g.auto_score)) from grade g"
            " join submitted_notebook sn on sn.id = g.notebook_id"
            " join submitted_assignment sa on sa.id = sn.assignment_id group by 1"
        )
        late = self.penalties()
        return {name: round(score - (late[name] or 0), 6) for name, score in scores}

    def exported(self) -> dict[str, float]:
        """Learner -> the points in the table that nbgrader's own `export` writes."""
        assert run(self.folder, "export").code == 0
        with (self.folder / "grades.csv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["assignment"] == BAI]
        return {row["student_id"]: float(row["score"]) for row in rows}

    def query(self, text: str, *words: str) -> list[Any]:
        """Rows of the gradebook."""
        with sqlite3.connect(self.folder / "gradebook.db") as book:
            rows = book.execute(text, words).fetchall()
        book.close()
        return rows

    def change(self, text: str) -> None:
        """Change the gradebook, as formgrader would."""
        with sqlite3.connect(self.folder / "gradebook.db") as book:
            book.execute(text)
        book.close()

    def page(self, student: str) -> str:
        """The feedback page of a learner."""
        path = self.folder / "feedback" / student / BAI / f"{BAI}.html"
        return path.read_text(encoding="utf-8")


def wrong_work(name: str) -> Work:
    """One of the case's typical wrong works."""
    case = load_case(CASE)
    edit = read_edit(case.folder / "wrong" / name / "edit.toml")
    case = load_case(CASE, edit.variant)
    return edited(case, reference_work(case), edit)


def half_work() -> Work:
    """A work that earns some of the points: the plan without its second half."""
    work = reference_work(load_case(CASE))
    return work.model_copy(update={"orders": work.orders[: len(work.orders) // 2]})


def spell(place: Path, sources: dict[str, str]) -> None:
    """Write files into a hand-in."""
    for name, text in sources.items():
        (place / name).write_text(text, encoding="utf-8")


def attack_code(school: Class) -> str:
    """Code that gives everybody full marks and leaves a trace if anything runs it."""
    return (
        "import pathlib, sqlite3\n"
        f"pathlib.Path({str(school.marker)!r}).write_text('ran')\n"
        f"book = sqlite3.connect({str(school.folder / 'gradebook.db')!r})\n"
        "book.execute('update grade set auto_score = 100, manual_score = 100')\n"
        "book.commit()\n"
    )


def with_cells(change: Callable[[list[dict[str, Any]]], object], place: Path) -> None:
    """Change the cells of the notebook that is handed in."""
    path = place / f"{BAI}.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content["cells"])
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture(scope="session")
def empty_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class folder as `class new` makes it; copy it, do not use it."""
    folder = tmp_path_factory.mktemp("lop_mau") / "lớp A"
    new_class(folder, "lop_a", [BAI, "tinh_huong_2"])
    return folder


@pytest.fixture(scope="session")
def marked_pair(empty_class: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of two, marked in batch: half the work and none; copy it, do not use it."""
    base = tmp_path_factory.mktemp("hai_nguoi")
    shutil.copytree(empty_class, base / "lop")
    school = Class(base / "lop", base / "x")
    school.hand_in("nua", half_work())
    school.hand_in("trong", None)
    grade(school.folder, BAI)
    return school.folder


@pytest.fixture(scope="session")
def marked(empty_class: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Class, Outcome]:
    """The class after nbgrader's own autograde and generate_feedback, with autograde's outcome."""
    base = tmp_path_factory.mktemp("lop")
    school = Class(base / "lớp A", base / "da_chay.txt")
    shutil.copytree(empty_class, school.folder)
    # The settings hold the class's own place, so a copied class is a class.
    school.hand_in("mau", reference_work(load_case(CASE)))
    school.hand_in("trong", None)
    for name in WRONG:
        school.hand_in(name.lower(), wrong_work(name))
    for name, attack in ATTACKS.items():
        attack(school, school.hand_in(name, half_work()))
    (school.submitted("mau") / "timestamp.txt").write_text("2026-11-20 01:00:00 UTC")
    (school.submitted("mau") / "giay_moi.docx").write_bytes(b"a Word file")
    for name in ("muon", "gia_han"):
        school.hand_in(name, half_work())
        (school.submitted(name) / "timestamp.txt").write_text("2026-11-21 03:30:00 UTC")
    rule = LateRule(kind=LateKind.PERCENT, percent=10)
    set_deadline(school.folder, BAI, datetime(2026, 11, 20, 2, 0), rule)
    extend(school.folder, BAI, "gia_han", datetime(2026, 11, 22), "đi công tác")
    # The same hand-ins for marking in batch, before nbgrader has seen them.
    shutil.copytree(school.folder, base / "lớp B")
    outcome = run(school.folder, "autograde", BAI)
    feedback = run(school.folder, "generate_feedback", BAI)
    assert feedback.code == 0, feedback.output
    return school, outcome


@pytest.fixture(scope="session")
def batch_marked(marked: tuple[Class, Outcome]) -> tuple[Class, Report]:
    """The same hand-ins, marked in batch."""
    twin = Class(marked[0].folder.parent / "lớp B", marked[0].marker)
    return twin, grade(twin.folder, BAI)


def _deleted(school: Class, place: Path) -> None:
    with_cells(lambda cells: cells.clear(), place)


def _duplicated(school: Class, place: Path) -> None:
    with_cells(lambda cells: cells.extend([dict(cell) for cell in cells]), place)


def _replaced(school: Class, place: Path) -> None:
    def change(cells: list[dict[str, Any]]) -> None:
        for cell in cells:
            if cell["cell_type"] == "code":
                cell["source"] = attack_code(school) + "2.0"
                cell["metadata"].get("nbgrader", {})["points"] = 100

    with_cells(change, place)


def _module(school: Class, place: Path) -> None:
    for name in ("grading.py", "json.py", "scenarios.py", "sitecustomize.py", "ipython_config.py"):
        (place / name).write_text(attack_code(school), encoding="utf-8")
    (place / "scenarios").mkdir()
    (place / "scenarios" / "__init__.py").write_text(attack_code(school), encoding="utf-8")


def _broken(school: Class, place: Path) -> None:
    (place / f"{BAI}.ipynb").write_text('{"cells": [', encoding="utf-8")


def _other_kernel(school: Class, place: Path) -> None:
    path = place / f"{BAI}.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["metadata"] = {"kernelspec": {"name": "bash", "display_name": "x", "language": "x"}}
    for cell in content["cells"]:
        cell["cell_type"] = "raw"
        cell.get("metadata", {}).get("nbgrader", {})["grade_id"] = "la"
    path.write_text(json.dumps(content), encoding="utf-8")


ATTACKS: dict[str, Callable[[Class, Path], None]] = {
    "xoa_o": _deleted,
    "nhan_doi_o": _duplicated,
    "thay_ma": _replaced,
    "gia_mo_dun": _module,
    "so_hong": _broken,
    "nhan_khac": _other_kernel,
}
