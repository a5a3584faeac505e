"""Gain from the test before to the test after, by duty, out of tests really taken and handed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from course.classroom import steps
from course.classroom.plan import read_plan
from course.classroom.report import make_report
from course.classroom.tests_taken import collect_progress, gain_by_duty, outcomes
from course.progress import Progress
from course.quiz import bank
from course.review import attempts, duty
from course.review.attempts import Test
from course.review.copies import CopiesPanel

from ..review.conftest import Clock, press
from ..review.test_exam import right
from .conftest import BAI
from .simulated import different_works

QUESTIONS = list(bank.load())
SHEET = "Trước – sau"


def take(own: Progress, test: Test, known: set[str]) -> None:
    """Take a test of the class's seed and hand it in: right in the duties that are known."""
    taken = attempts.start(own, test, "khoa-3", QUESTIONS)
    for one in taken.questions:
        question = bank.load()[one]
        if duty.of(question) in known:
            _, variant = taken.shown(question)
            answer: Any = right(one, variant)
            own.keep_draft(taken.key(one), answer=answer, version=question.version)
    attempts.finish(own, taken, QUESTIONS)


def progress_of(folder: Path, before: set[str], after: set[str] | None) -> Progress:
    """A learner's progress with the test before, and the one after unless that is None."""
    folder.mkdir(parents=True)
    own = Progress(folder / "tien_do.json", Clock())
    take(own, Test.BEFORE, before)
    if after is not None:
        take(own, Test.AFTER, after)
    return own


def test_the_gain_by_duty_is_that_of_those_who_took_both_tests(
    school: Path, tmp_path: Path
) -> None:
    duties = list(duty.points())
    first, second, third = (one.id for one in read_plan(school).in_order()[:3])
    half = set(duties[:2])
    progress_of(tmp_path / "tt" / first, set(), set(duties))
    progress_of(tmp_path / "tt" / second / "hoc_tap", half, half)
    progress_of(tmp_path / "tt" / third, set(duties), None)
    done = collect_progress(school, tmp_path / "tt")
    assert "3 người, 0 tệp" in done.sentence

    rows = {row[0]: row[2:] for row in gain_by_duty(outcomes(school))}
    assert rows, "both tests ask about the same duties"
    for one, told in rows.items():
        assert told == ((0.5, 1.0, 2) if one in half else (0.0, 0.5, 2)), one

    place = school / "submitted" / first / BAI / "bai_lam.json"
    place.parent.mkdir(parents=True)
    work = different_works(1)[0].model_copy(update={"level": "standard", "format": "m75"})
    place.write_text(work.to_json(), encoding="utf-8")
    steps.mark(school, BAI)
    sheet = load_workbook(make_report(school).files[0])[SHEET]
    shown = {row[0]: row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert shown == {
        duty.title(one): ((50, 100, 50, 2) if one in half else (0, 50, 50, 2)) for one in rows
    }


def test_a_copy_sent_by_a_learner_says_whose_it_is(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = progress_of(tmp_path / "may", set(), set(duty.points()))
    who = read_plan(school).students[3]
    card = school / "phat_cho_hoc_vien" / "the_lop.json"
    (own.path.parent / card.name).write_bytes(card.read_bytes())
    (own.path.parent / "toi_la.json").write_text(
        f'{{"course_id": "{read_plan(school).course_id}", "id": "{who.id}"}}', encoding="utf-8"
    )
    panel = CopiesPanel(own)
    press(panel.widget, "Tải bản sao")
    name = f"tien_do__{who.id}__{own.today:%Y-%m-%d}.json"
    assert f'download="{name}"' in panel._link.value

    sent = tmp_path / "gửi"
    sent.mkdir()
    (sent / name.replace(".json", " (1).json")).write_bytes(own.path.read_bytes())
    (sent / "tien_do_2026-11-02.json").write_bytes(own.path.read_bytes())
    done = collect_progress(school, sent)
    assert set(outcomes(school)) == {who.id}
    assert done.details[0].startswith("tien_do_2026-11-02.json: không biết tệp của ai")


def test_progress_that_is_collected_again_joins_what_was_there(
    school: Path, tmp_path: Path
) -> None:
    who = read_plan(school).students[3].id
    first = progress_of(tmp_path / "trước" / who, set(), None)
    later = Progress(tmp_path / "sau" / who / "tien_do.json", Clock())
    later.path.parent.mkdir(parents=True)
    take(later, Test.AFTER, set(duty.points()))
    collect_progress(school, tmp_path / "trước")
    assert outcomes(school)[who].after is None
    collect_progress(school, tmp_path / "sau")
    taken = outcomes(school)[who]
    assert taken.before is not None
    assert taken.after is not None
    collect_progress(school, first.path.parent.parent)
    assert outcomes(school)[who] == taken


def test_a_folder_may_bear_the_learners_name(school: Path, tmp_path: Path) -> None:
    progress_of(tmp_path / "tt" / "Lê Thị Bình", set(), None)
    progress_of(tmp_path / "tt" / "Nguyễn Văn An", set(), None)
    done = collect_progress(school, tmp_path / "tt")
    (binh,) = (one.id for one in read_plan(school).students if one.name == "Lê Thị Bình")
    assert set(outcomes(school)) == {binh}, "three are called Nguyễn Văn An"
    assert "1 người, 1 tệp" in done.sentence
