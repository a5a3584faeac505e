"""Every number that lessons and questions state as a fact has a rule or a source line behind it."""

from __future__ import annotations

import csv

import pytest

from course import lesson_index, stated_numbers
from course.lesson_index import Lesson
from course.quiz import bank, sources
from course.stated_numbers import ANY, FICTION, SUM, Statement, numbers_in, of_lesson, of_question

LESSONS = lesson_index.load()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_a_number_in_a_lesson_has_its_source(lesson: Lesson) -> None:
    assert stated_numbers.unbacked(of_lesson(lesson)) == []


def test_a_number_that_a_question_holds_right_has_its_source() -> None:
    stated = [one for question in bank.load() for one in of_question(question)]
    assert len(stated) > 90
    assert stated_numbers.unbacked(stated) == []


def test_the_list_names_sources_that_exist_and_numbers_that_are_there() -> None:
    stated = {
        (one.place, one.number)
        for statements in (map(of_lesson, LESSONS), map(of_question, bank.load()))
        for found in statements
        for one in found
    }
    places = {place for place, _ in stated}
    with stated_numbers.FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["place"], row["number"]) for row in rows}) == len(rows)
    for row in rows:
        known = places if row["number"] == ANY else stated
        key = row["place"] if row["number"] == ANY else (row["place"], row["number"])
        assert key in known, row
        assert row["source"] in (FICTION, SUM) or sources.problem(row["source"]) is None, row


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("hai phần ba số thành viên", ["2/3"]),
        ("trong năm ngày làm việc, đủ hai bản", ["5", "2"]),
        ("chậm nhất 5 - 7 ngày", ["5", "7"]),
        ("giảm 30, 50 hoặc 70%; mức 0,5%", ["30", "50", "70", "0,5"]),
        ("mỗi người 5.000 đồng", ["5.000"]),
        ("Quy định 01-QĐ/TW, ngày 03/02/2026, hiệu lực từ 01/02/2026", []),
        ("7 giờ 30 sáng thứ Hai, Bài 2.1, nhóm 3, dòng 44-56", []),
        ("Luật 117/2025/QH15 và Nghị định 30/2020, Điều 18.1", []),
    ],
)
def test_numbers_are_found_in_figures_and_in_words(text: str, numbers: list[str]) -> None:
    assert [number for number, _ in numbers_in(text)] == numbers


def test_a_number_that_nobody_said_is_found_out() -> None:
    wrong = Statement("02.5 gui-tai-lieu", "9", "gửi trước 9 ngày", ("R09", "000:780-784"))
    right = Statement("02.5 gui-tai-lieu", "7", "gửi trước 7 ngày", ("R09",))
    assert stated_numbers.unbacked([wrong, right]) == [wrong]
