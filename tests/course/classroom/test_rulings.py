"""Appeals, terms and lessons at the panel: every button does it and says what it did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.classroom import steps
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.lesson_form import LESSON_FOLDER, LessonForm
from course.classroom.panel.rulings_form import RulingsForm
from course.classroom.plan import read_plan
from grading.nbgrader.appeal_note import note_of
from grading.nbgrader.appeals import appeals, receive
from grading.nbgrader.class_terms import deadline
from grading.nbgrader.gradebook import Gradebook
from grading.nbgrader.receipt import Learner
from grading.nbgrader.results import by_criterion
from grading.nbgrader.terms import LateKind, terms

from ..review.conftest import press, read
from .conftest import BAI
from .simulated import different_works


def points(school: Path, student: str) -> dict[str, tuple[float, float]]:
    """Criterion -> points and the most that it gives, as they stand in the gradebook."""
    with Gradebook(school, BAI) as book:
        marks = by_criterion(book.marks(student))
    return {name: (one.points, one.max_points) for name, one in marks.items()}


@pytest.fixture
def form(school: Path, tmp_path: Path) -> Any:
    """The panel about a class in which one learner was marked and appeals twice."""
    who = read_plan(school).in_order()[0].id
    place = school / "submitted" / who / BAI / "bai_lam.json"
    place.parent.mkdir(parents=True)
    work = different_works(2)[1].model_copy(update={"level": "standard", "format": "m75"})
    place.write_text(work.to_json(), encoding="utf-8")
    steps.mark(school, BAI)
    lost = [name for name, (own, most) in points(school, who).items() if own < most]
    kept = next(name for name in points(school, who) if name != lost[0])
    said = {lost[0]: "Việc này tôi có làm.", kept: "Xin xem lại."}
    receive(school, note_of(Learner(id=who, name="x"), BAI, "", said))
    chosen = Chosen(tmp_path)
    chosen.take(school)
    return RulingsForm(chosen)


def test_appeals_are_accepted_and_rejected_with_a_reason(form: Any, school: Path) -> None:
    assert "2 đề nghị chờ trả lời" in read(form.widget)
    press(form.widget, "Chấp nhận")
    assert "chọn một đề nghị" in read(form.widget)
    first, second = appeals(school, BAI)
    _, most = points(school, first.student)[first.criterion]
    form._appeal.value, form._points.value = str(first.id), most
    press(form.widget, "Chấp nhận")
    assert "ghi lý do" in read(form.widget)
    assert len([one for one in appeals(school, BAI) if one.is_open]) == 2
    form._reason.value = "Có trong nhật ký."
    press(form.widget, "Chấp nhận")
    assert "Đã ghi quyết định" in read(form.widget)
    assert points(school, first.student)[first.criterion] == (most, most)

    before = points(school, second.student)
    form._appeal.value, form._reason.value = str(second.id), "Đã đúng quy định."
    press(form.widget, "Không chấp nhận")
    assert points(school, second.student) == before
    assert "0 đề nghị chờ trả lời, 2 đã trả lời" in read(form.widget)


def test_deadline_extension_and_criteria_are_ruled_at_the_panel(form: Any, school: Path) -> None:
    form._due.value = "mai"
    press(form.widget, "Đặt hạn nộp")
    assert "không phải là giờ và ngày" in read(form.widget)
    form._due.value, form._percent.value = "17:00 20/12/2026", 10
    press(form.widget, "Đặt hạn nộp")
    assert "17:00 ngày 20/12/2026. Nộp muộn trừ 10% số điểm" in read(form.widget)
    assert deadline(school, BAI) is not None
    assert terms(school, BAI).late.kind is LateKind.PERCENT

    who = read_plan(school).students[0].id
    form._who.value, form._until.value = who, "17:00 25/12/2026"
    form._why.value = "Đi công tác."
    press(form.widget, "Gia hạn")
    assert "đến 17:00 ngày 25/12/2026. Đi công tác." in read(form.widget)
    assert who in terms(school, BAI).extensions

    press(form.widget, "Bỏ tiêu chí")
    assert "chọn một tiêu chí" in read(form.widget)
    criterion = form._criterion.value = form._criterion.options[1][1]
    press(form.widget, "Bỏ tiêu chí")
    assert f"Đã bỏ tiêu chí {criterion}" in read(form.widget)
    assert criterion in terms(school, BAI).dropped
    press(form.widget, "Lấy lại tiêu chí")
    assert not terms(school, BAI).dropped


def test_a_lesson_becomes_slides_and_handouts(tmp_path: Path) -> None:
    form = LessonForm(Chosen(tmp_path))
    form._lesson.value = form._lesson.options[1][1]
    press(form.widget, "Làm trang chiếu")
    assert "Đã làm trang chiếu của 1 bài." in read(form.widget)
    press(form.widget, "Làm tài liệu phát tay")
    assert "Đã làm tài liệu phát tay của 1 bài." in read(form.widget)
    made = sorted(path.suffix for path in (tmp_path / LESSON_FOLDER).iterdir())
    assert made == [".docx", ".html", ".html"]
