"""Every page of the course: thin cells, sections with points and sources, questions that exist."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from course import coverage_map, lesson_index
from course.lesson_index import Lesson
from course.page import shipped
from course.quiz import bank, sources

PAGES = sorted(lesson_index.FOLDER.glob("*.ipynb"))
LESSONS = lesson_index.load()
LINK = re.compile(r"\]\(([^)#]+\.ipynb)\)")


def name(path: Path) -> str:
    return path.name


def number(lesson: Lesson) -> str:
    return lesson.number


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_is_a_notebook_of_the_kit_with_a_title_and_the_plain_kernel(path: Path) -> None:
    notebook = read(path)

    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert notebook["metadata"]["title"] == notebook["metadata"]["vanphong"]["title"]
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_code_cell_only_imports_and_calls(path: Path) -> None:
    for cell in read(path)["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            calls = [node for node in tree.body if isinstance(node, ast.Expr)]
            imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
            assert len(tree.body) == len(calls) + len(imports), cell["id"]
            assert all(isinstance(node.value, ast.Call) for node in calls), cell["id"]
            assert len(calls) <= 2, cell["id"]


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_link_leads_to_a_page_that_is_shipped(path: Path) -> None:
    pages = {notebook.name for notebook in shipped.collect()}

    for cell in read(path)["cells"]:
        for target in LINK.findall("".join(cell["source"])):
            assert target in pages, f"{cell['id']}: {target}"


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_what_is_taught_shows_where_it_stands(lesson: Lesson) -> None:
    """A section that teaches points names sources that exist, and a person can see them."""
    for cell in read(lesson_index.FOLDER / lesson.file)["cells"]:
        own = cell["metadata"].get("vanphong", {})
        for source in own.get("sources", []):
            assert sources.problem(source) is None, f"{cell['id']}: {source}"
    for section in lesson.sections:
        if section.points:
            assert section.sources, section.id
    for section, text in _sections(lesson).items():
        assert "Nguồn:" in text, section


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_a_lesson_names_only_points_and_questions_that_exist(lesson: Lesson) -> None:
    points, questions = coverage_map.load(), bank.load()

    assert [one for one in lesson.points if one not in points] == []
    assert [one for one in lesson.questions if one not in questions] == []


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_a_lesson_takes_10_to_25_minutes_which_are_those_of_its_sections(lesson: Lesson) -> None:
    assert 10 <= lesson.minutes <= 25
    assert sum(section.minutes for section in lesson.sections) == lesson.minutes


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_a_lesson_asks_every_few_minutes_and_never_the_same_twice(lesson: Lesson) -> None:
    assert len(set(lesson.questions)) == len(lesson.questions)
    assert len(lesson.questions) >= lesson.minutes / 5


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_the_questions_of_a_section_ask_what_its_lesson_or_an_earlier_one_taught(
    lesson: Lesson,
) -> None:
    taught = {
        point for one in LESSONS if one.number <= lesson.number for point in _with_headings(one)
    }
    for question in lesson.questions:
        assert set(bank.load()[question].points) & taught, question


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_section_ids_are_unique_and_each_can_be_marked_as_done(lesson: Lesson) -> None:
    ids = [section.id for section in lesson.sections]
    assert len(set(ids)) == len(ids)
    code = "\n".join(
        "".join(cell["source"])
        for cell in read(lesson_index.FOLDER / lesson.file)["cells"]
        if cell["cell_type"] == "code"
    )
    for section in ids:
        assert f'lesson.done("{lesson.number}", "{section}")' in code, section


def test_lesson_numbers_are_unique() -> None:
    numbers = [lesson.number for lesson in LESSONS]

    assert len(set(numbers)) == len(numbers)


def _sections(lesson: Lesson) -> dict[str, str]:
    """The Markdown of each section that teaches points."""
    texts: dict[str, str] = {}
    section = ""
    for cell in read(lesson_index.FOLDER / lesson.file)["cells"]:
        section = cell["metadata"].get("vanphong", {}).get("section", section)
        if cell["cell_type"] == "markdown" and section:
            texts[section] = texts.get(section, "") + "".join(cell["source"])
    teaching = {one.id for one in lesson.sections if one.points}
    return {one: text for one, text in texts.items() if one in teaching}


def _with_headings(lesson: Lesson) -> set[str]:
    """The points of a lesson and all headings above them."""
    points = coverage_map.load()
    found = set(lesson.points)
    for point in lesson.points:
        above = points[point].parent
        while above is not None:
            found.add(above)
            above = points[above].parent
    return found
