"""Slides, handouts and minutes of a class, made from the lessons as they are."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from course import lesson_index
from course.cli import main
from course.lesson_index import Lesson
from course.look import html_widget
from course.showing import notes, time_plan
from course.showing.blocks import Kind, markdown_blocks, read
from course.showing.files import ShowingError, write_handouts, write_slides
from course.showing.handout import handout_page
from course.showing.slides import clock, slides_page
from course.showing.still import still
from course.showing.time_plan import Plan, minutes, part_minutes

LESSONS = lesson_index.load()
OUTSIDE = re.compile(r"""(?:src|href)="(?:https?:)?//|url\((?!data:|#)|@import""")


def number(lesson: Lesson) -> str:
    return lesson.number


@pytest.mark.parametrize(("plan", "whole"), [(Plan.FULL, 150), (Plan.SCALED, 120)])
def test_the_minutes_of_a_class_add_up_to_its_plan(plan: Plan, whole: int) -> None:
    time = minutes(plan, LESSONS, notes.home_sections(LESSONS))
    assert time.total == timedelta(minutes=whole)
    for part, given in part_minutes(plan).items():
        own = [time.of(one) for one in LESSONS if time_plan.part_of(one.number) == part]
        assert sum(own, timedelta()) == given


def test_the_scaled_plan_takes_every_part_at_four_fifths() -> None:
    full, scaled = part_minutes(Plan.FULL), part_minutes(Plan.SCALED)
    assert {part: span * 120 / 150 for part, span in full.items()} == scaled


def test_no_section_of_a_class_is_without_time_unless_it_is_read_at_home() -> None:
    home = notes.home_sections(LESSONS)
    for plan in (Plan.FULL, Plan.SCALED):
        time = minutes(plan, LESSONS, home)
        assert {key for key, span in time.sections.items() if not span} == home


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_every_section_has_notes_that_say_ask_and_watch(lesson: Lesson) -> None:
    for told in notes.load(lesson).values():
        assert len(told.say.split()) >= 8
        assert told.ask.endswith("?")
        assert len(told.watch.split()) >= 5


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_slides_need_no_other_file_and_hold_notes_and_questions(lesson: Lesson) -> None:
    page = slides_page(lesson)
    assert not OUTSIDE.search(page)
    ids = re.findall(r'<marker id="([^"]+)"', page)
    assert len(set(ids)) == len(ids)
    assert page.count('class="vp-answer"') >= 3
    for told in notes.load(lesson).values():
        assert told.watch in page


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_a_handout_has_every_section_and_its_answers_at_the_end(lesson: Lesson) -> None:
    page = handout_page(lesson)
    assert not OUTSIDE.search(page)
    for section in lesson.sections:
        assert f"<h2>{section.title}</h2>" in page
    asked, answers = page.split("<h2>Trả lời và lý do</h2>")
    assert asked.count("vp-asked") - 1 >= len(lesson.questions)
    assert answers.count("<h3>Câu ") == len(lesson.questions)


@pytest.mark.parametrize("lesson", LESSONS, ids=number)
def test_a_form_stands_as_a_picture_with_words(lesson: Lesson) -> None:
    for shown in read(lesson):
        for block in shown.blocks:
            words = re.sub(r"<[^>]*>", "", block.html)
            assert len(words.strip()) > 5 or "aria-label" in block.html, shown.section.id


def test_a_framed_block_stays_whole_and_knows_its_kind() -> None:
    story = '<div class="vp-story">\n\n**A.** Một.\n\nHai.\n\n</div>\n\nSau.'
    framed, after = markdown_blocks(story)
    assert (framed.kind, after.kind) == (Kind.STORY, Kind.TEXT)
    assert "Hai." in framed.html


def test_what_is_hidden_is_not_in_the_picture() -> None:
    hidden = html_widget("bí mật")
    hidden.layout.display = "none"
    assert still(hidden) == ""


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "đọc ở nhà"), (30, "nửa phút"), (90, "1 phút rưỡi"), (120, "2 phút")]
)
def test_a_span_is_said_as_people_say_it(seconds: int, words: str) -> None:
    assert clock(timedelta(seconds=seconds)) == words


def test_the_command_writes_both_and_refuses_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lesson", "slides", "04.1", str(tmp_path), "--plan", "120"]) == 0
    assert main(["lesson", "print", "04.1", str(tmp_path)]) == 0
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".html", ".html"]
    assert main(["lesson", "slides", "9", str(tmp_path)]) != 0
    assert "Không có bài “9”" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    taken = tmp_path / "tệp"
    taken.write_text("x", encoding="utf-8")
    for write in (lambda: write_slides(LESSONS[:1], Plan.FULL, taken),
                  lambda: write_handouts(LESSONS[:1], taken)):  # fmt: skip
        with pytest.raises(ShowingError, match="Không ghi được"):
            write()
