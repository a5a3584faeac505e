"""From a weak point to the section that teaches it and the exercise that trains it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from course import lesson_index
from course.quiz import bank
from course.quiz.question import Question
from course.review import duty, leads

EXERCISES = Path(__file__).parents[3] / "exercises"


def headings(file: str) -> set[str]:
    """The headings of a lesson as JupyterLab names them."""
    cells = json.loads((lesson_index.FOLDER / file).read_text(encoding="utf-8"))["cells"]
    lines = [line for cell in cells for line in "".join(cell["source"]).splitlines()]
    return {line.lstrip("# ").replace(" ", "-") for line in lines if line.startswith("#")}


@pytest.mark.parametrize("question", list(bank.load()), ids=lambda one: one.id)
def test_every_question_leads_to_a_heading_that_is_there(question: Question) -> None:
    lead = leads.to_lesson(question)

    assert lead
    file, name = lead.href.split("#")
    assert unquote(name) in headings(file)


def test_a_question_of_a_lesson_leads_to_the_section_that_asks_it() -> None:
    for lesson in lesson_index.load():
        for section in lesson.sections:
            for name in section.questions:
                lead = leads.to_lesson(bank.load()[name])
                assert lead and lead.href.startswith(lesson.file), name
                assert lead.title.endswith(section.title), name


def test_a_meeting_question_leads_to_the_exercise_of_the_extraordinary_meeting(
    tmp_path: Path,
) -> None:
    shutil.copytree(EXERCISES / "tinh_huong_1", tmp_path / "tinh_huong_1")

    lead = leads.to_exercise(["II.2.2.c.T7"], tmp_path)

    assert lead and lead.href == "tinh_huong_1/tinh_huong_1.ipynb"


def test_without_an_exercise_that_trains_it_there_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "hong").mkdir()
    (tmp_path / "hong" / "hong.ipynb").write_text("{", encoding="utf-8")

    assert leads.to_exercise(["II.2.2.c.T7"], tmp_path) is None


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("I.3.b.NV1.4.a", "I.3.b.NV1.4"),
        ("II.3.1.YC2", "I.3.b.NV1.4"),
        ("II.1.1.b.TT3", "I.3.b.NV3.1"),
        ("II.1.1.b.ND2", "I.3.b.NV3.2"),
        ("II.1.2.ND2", "I.3.b.NV1.3"),
        ("II.1.2.YC1", "I.3.b.NV1.2"),
        ("II.2.2.c.T5.M1", "I.3.b.NV1.7"),
        ("I.3.b.NV1", ""),
        ("III.4.2", ""),
        ("M", ""),
    ],
)
def test_a_point_belongs_to_the_duty_that_it_teaches(point: str, expected: str) -> None:
    assert duty.of_point(point) == expected
