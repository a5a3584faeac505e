"""The week in words: what happened when, by whom, and nothing of what is right."""

from __future__ import annotations

from pathlib import Path

from grading.nbgrader.judgement import judge_folder
from grading.week_story import (
    day_lines,
    kind_rows,
    missed_rows,
    person_rows,
    week_story,
    whole_week,
)
from scenarios.case import load_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.work import Work
from scenarios.work_file import FILE_NAME

CASE = load_case("mot_tuan_o_van_phong")
REFERENCE = reference_work(CASE)
STORY = week_story(CASE, REFERENCE)
assert STORY is not None


def test_the_whole_week_adds_up() -> None:
    count = len(STORY.result.outcomes)
    assert whole_week(STORY).startswith(f"Tuần này có {count} việc tới: ")
    rows = kind_rows(STORY)
    assert sum(int(row[1]) for row in rows) == count
    assert all(int(row[1]) == sum(map(int, row[2:])) for row in rows)
    assert sum(int(row[4]) for row in person_rows(STORY)) == len(missed_rows(STORY))


def test_the_days_name_missed_deadlines_overtime_and_who_was_away() -> None:
    days = dict(day_lines(STORY))
    assert list(days) == [
        "17:00 Thứ Hai 12/10",
        "17:00 Thứ Ba 13/10",
        "17:00 Thứ Tư 14/10",
        "17:00 Thứ Năm 15/10",
        "17:00 Thứ Sáu 16/10",
    ]
    assert "vắng 14:00–16:30: phục vụ hội nghị đột xuất" in days["17:00 Thứ Tư 14/10"]
    assert "làm thêm" in days["17:00 Thứ Hai 12/10"]
    assert "lỡ hạn" in days["17:00 Thứ Sáu 16/10"]


def test_nothing_says_what_would_be_right() -> None:
    edit = Edit(tables={"tuan_viec": {"@noi_khac": {"cach": "lam"}}})
    story = week_story(CASE, edited(CASE, REFERENCE, edit))
    assert story is not None
    told = " ".join([whole_week(story), *(words for _, words in day_lines(story))])
    assert "chuyển" not in told.lower()
    assert not any(row.why in told for row in CASE.true_table("tuan_viec").rows)  # type: ignore[union-attr]


def test_an_empty_table_is_a_week_in_which_nobody_did_anything() -> None:
    story = week_story(CASE, Work(case=CASE.id))
    assert story is not None
    assert "xong đúng hạn" not in whole_week(story)
    assert whole_week(story).endswith("Không ai làm thêm.")
    assert {row[1] for row in missed_rows(story)} == {"chưa giao ai"}


def test_a_case_without_a_week_has_no_story() -> None:
    other = load_case("don_thu")
    assert week_story(other, reference_work(other)) is None


def test_the_feedback_tells_the_days_of_the_week(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(REFERENCE.to_json(), encoding="utf-8")
    timeline = judge_folder(CASE.id, tmp_path).timeline
    assert next(at for at, _ in timeline) == "17:00 Thứ Hai 12/10"
    assert len(timeline) >= 5
