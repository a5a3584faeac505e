"""The committed source notebooks: made from their cases, worth what the rubrics say."""

import json
from pathlib import Path

import nbformat
import pytest

from grading.nbgrader.assignment import EXERCISES_DIR, Assignment, assignments_in
from grading.nbgrader.notebook import notebook_text, source_notebook, write_source
from grading.rubric import load_rubric
from scenarios.case import CASES_DIR

ASSIGNMENTS = assignments_in(EXERCISES_DIR)
each = pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda one: one.id)


def test_there_is_an_assignment() -> None:
    assert "tinh_huong_1" in {one.id for one in ASSIGNMENTS}


@each
def test_a_source_notebook_is_what_its_case_says(assignment: Assignment) -> None:
    wanted = notebook_text(source_notebook(assignment.case_id))
    assert assignment.notebook.read_text(encoding="utf-8") == wanted, (
        "run: vanphong class write-source"
    )


@each
def test_every_criterion_is_a_cell_with_its_worth(assignment: Assignment) -> None:
    cells = json.loads(assignment.notebook.read_text(encoding="utf-8"))["cells"]
    worth = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"]["nbgrader"]["points"]
        for cell in cells
        if cell["metadata"].get("nbgrader", {}).get("grade")
    }
    criteria = load_rubric(CASES_DIR / assignment.case_id).criteria
    assert worth == {f"tieu_chi_{one.id}": one.worth for one in criteria}


@each
def test_a_source_notebook_is_valid_and_its_folder_holds_nothing_else(
    assignment: Assignment,
) -> None:
    nbformat.validate(nbformat.read(assignment.notebook, as_version=4))
    assert list(assignment.notebook.parent.iterdir()) == [assignment.notebook]


def test_writing_a_source_notebook_twice_changes_it_once(tmp_path: Path) -> None:
    path = tmp_path / "bai" / "bai.ipynb"
    assert write_source("hoi_nghi_dot_xuat", path)
    assert not write_source("hoi_nghi_dot_xuat", path)


def test_a_notebook_speaks_of_word_files_only_where_its_case_wants_some() -> None:
    for case_id, wants in (("tong_hop_bao_cao", True), ("tham_27_7", True), ("don_thu", False)):
        assert ("văn bản Word" in notebook_text(source_notebook(case_id))) == wants
