"""The week at the desk: run by a button, seen as a chart and in words, old after a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.tabs import WEEK, kinds_of
from course.desk.timeline_chart import MIME
from course.desk.week_panel import WeekPanel
from scenarios.case import load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME

CASE = load_case("mot_tuan_o_van_phong")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    work = reference_work(CASE)
    (tmp_path / FILE_NAME).write_text(work.to_json(), encoding="utf-8")
    return Desk.open(CASE.id, Edition(), tmp_path)


def test_only_a_case_with_a_week_has_the_tab(desk: Desk, tmp_path: Path) -> None:
    assert WEEK in kinds_of(desk)
    assert WEEK not in kinds_of(Desk.open("don_thu", Edition(), tmp_path / "khac"))


def test_the_week_is_drawn_and_told_and_becomes_old_after_a_change(desk: Desk) -> None:
    panel = WeekPanel(desk)
    assert panel._words.value == ""
    panel._run()
    assert "Tuần này có" in panel._words.value
    assert "Thứ Tư 14/10" in panel._words.value
    spec = panel._chart.outputs[0]["data"][MIME]
    assert len(spec["vconcat"]) == 5
    desk.answer("du_phong", "0")
    assert "Bảng đã thay đổi" in panel._old.value
    panel._run()
    assert panel._old.value == ""
