"""Every lesson has its parts: story, picture or thing to try, mistakes, questions, way on."""

from __future__ import annotations

import json
from pathlib import Path

import ipywidgets as widgets
import pytest

from course import lesson, lesson_index
from course.lesson_index import Lesson
from course.page.shipped import OWN_SHELF
from course.review import leads
from course.showing.blocks import Kind, read

LESSONS = lesson_index.load()
NEEDED = (Kind.STORY, Kind.MISTAKE, Kind.SUMMARY, Kind.QUESTION)


@pytest.mark.parametrize("one", LESSONS, ids=lambda one: one.number)
def test_a_lesson_has_story_mistakes_summary_and_something_to_see_or_try(one: Lesson) -> None:
    kinds = {block.kind for shown in read(one) for block in shown.blocks}
    assert set(NEEDED) <= kinds
    assert kinds & {Kind.PICTURE, Kind.FORM}


@pytest.mark.parametrize("one", LESSONS, ids=lambda one: one.number)
def test_no_section_of_some_minutes_goes_by_without_a_question_or_a_thing_to_try(
    one: Lesson,
) -> None:
    for shown in read(one):
        kinds = {block.kind for block in shown.blocks}
        assert shown.section.minutes < 3 or kinds & {Kind.QUESTION, Kind.FORM}, shown.section.id


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with every exercise that the kit has."""
    assert OWN_SHELF.exercises
    for source in OWN_SHELF.exercises.glob("*/*.ipynb"):
        copy = tmp_path / source.parent.name / source.name
        copy.parent.mkdir()
        copy.write_bytes(source.read_bytes())
    return tmp_path


@pytest.mark.parametrize("one", LESSONS, ids=lambda one: one.number)
def test_a_lesson_leads_to_an_exercise_that_trains_it(one: Lesson, workspace: Path) -> None:
    cells = json.loads((lesson_index.FOLDER / one.file).read_text(encoding="utf-8"))["cells"]
    written = any("(tinh_huong_1/" in "".join(cell["source"]) for cell in cells)
    assert written or leads.to_exercises(one.points, workspace)


def test_the_end_of_a_lesson_shows_the_exercises_that_exist(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "00_bat_dau.ipynb").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(workspace)
    found = lesson._exercises("02.8")
    assert 'href="don_thu/don_thu.ipynb"' in found
    assert isinstance(lesson.SectionEnd("02.8", "can-cu").widget, widgets.HBox)
