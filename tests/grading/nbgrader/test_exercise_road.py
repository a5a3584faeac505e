"""An exercise on the whole road: released without leaks, marked, given back cell by cell."""

from pathlib import Path

import pytest

from grading.nbgrader.assignment import assignments_in
from grading.nbgrader.class_folder import new_class
from grading.nbgrader.feedback_page import feedback_page
from grading.nbgrader.judgement import Judgement, judge_folder
from grading.nbgrader.leaks import leaks
from grading.nbgrader.points import Mark
from grading.nbgrader.result_document import result_blocks
from grading.nbgrader.results import Result
from grading.word.draft import Text
from scenarios.case import case_ids, load_case
from scenarios.edits import edited, read_edit, reference_work
from scenarios.table_sources import source_of

EXERCISES = [one for one in case_ids() if load_case(one).world.meeting is None]
DRAWN = [
    one
    for one in EXERCISES
    if any(source_of(table.rows) is not None for table in load_case(one).file.tables)
]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class with every exercise released by nbgrader itself."""
    folder = tmp_path_factory.mktemp("lop") / "lop"
    new_class(folder, "lop", EXERCISES)
    return folder


def test_every_exercise_is_an_assignment_and_is_released_without_leaks(school: Path) -> None:
    assert [one.case_id for one in assignments_in(school / "release")] == EXERCISES
    for one in EXERCISES:
        assert leaks(school / "release" / one) == []


def test_a_line_of_a_pool_in_the_notebook_is_a_leak(school: Path) -> None:
    case = load_case("don_thu")
    why = next(
        line.strip()
        for line in (case.folder / "don.toml").read_text(encoding="utf-8").splitlines()
        if line.startswith("why")
    )
    place = school / "release" / "don_thu" / "don_thu.ipynb"
    text = place.read_text(encoding="utf-8")
    spoiled = text.replace("# Bài tập", why.replace('"', '\\"') + " # Bài tập", 1)
    assert spoiled != text
    place.write_text(spoiled, encoding="utf-8")
    try:
        assert any("don.toml" in one for one in leaks(place.parent))
    finally:
        place.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case_id", DRAWN)
def test_after_hand_in_every_wrong_cell_is_told_with_what_is_right(
    case_id: str, tmp_path: Path
) -> None:
    case = load_case(case_id)
    edit = next(
        read_edit(path)
        for path in sorted((case.folder / "wrong").glob("*/edit.toml"))
        if read_edit(path).tables or read_edit(path).slips
    )
    here = case.in_variant(edit.variant) if edit.variant else case
    work = edited(here, reference_work(here), edit)
    (tmp_path / "bai_lam.json").write_text(work.to_json(), encoding="utf-8")
    judgement = judge_folder(case_id, tmp_path)
    assert Judgement.from_data(judgement.as_data()) == judgement
    marks = {one.criterion: Mark(one.points, one.max_points) for one in judgement.findings}
    result = Result("hv", judgement, marks)
    page, words = (
        feedback_page(result),
        [one.text for one in result_blocks(result) if isinstance(one, Text)],
    )
    assert set(judgement.cells) <= set(edit.fails)
    for line in (line for lines in judgement.cells.values() for line in lines):
        assert f"- {line}" in words
        assert "<li>" in page
