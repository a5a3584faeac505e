"""The trainer's bar and the clock of a class: by widgets and by a set clock, restarts included."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from course.desk.class_clock import ClassClock
from course.desk.desk import Desk
from course.desk.page import DeskPage, Front
from course.desk.refusals import DeskError
from course.desk.trainer_bar import TrainerBar
from grading.proofs import whole_score
from office_sim.hand import HandKind
from office_sim.log import EventKind
from scenarios.edition import OPEN
from scenarios.hand_file import FILE_NAME, ask, read_hand_file
from scenarios.play import play

from . import seen
from .conftest import START, play_reference, room_at

POWER = "Mất điện"


class Seconds:
    """Real time that the test moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def bar(desk: Desk) -> Any:
    return TrainerBar(desk)


def test_the_bar_stands_only_where_it_is_asked_for(open_desk: Callable[[], Desk]) -> None:
    assert "Đưa ra ngay" not in seen.labels(Front(open_desk, OPEN).widget)
    assert "Đưa ra ngay" in seen.labels(Front(open_desk, OPEN, trainer=True).widget)


def test_a_fired_inject_is_asked_at_once_and_a_second_press_changes_nothing(
    open_desk: Callable[[], Desk],
) -> None:
    desk = open_desk()
    page = DeskPage(desk, trainer=True).widget
    seen.pick(page, "Tình tiết:", POWER)
    seen.press(page, "Đưa ra ngay")
    assert desk.waiting is not None
    assert desk.waiting.id == "mat_dien"
    assert "Cả trụ sở mất điện" in seen.text(page)
    assert POWER not in [words for words, _ in seen.field(page, "Tình tiết:").options]
    before = desk.work
    desk.hand.touch(HandKind.FIRE, "mat_dien")
    assert desk.work is before


def test_leaving_an_inject_out_asks_once_more(bar: Any, desk: Desk) -> None:
    seen.pick(bar.widget, "Tình tiết:", POWER)
    seen.press(bar.widget, "Bỏ qua")
    assert desk.work.hand == ()
    seen.press(bar.widget, "Bỏ qua")
    assert [one.what for one in desk.work.hand] == ["skip"]
    assert "Đã bỏ qua: Mất điện." in seen.text(bar.widget)


def test_putting_off_twice_in_the_same_minute_is_once(bar: Any, desk: Desk) -> None:
    seen.pick(bar.widget, "Tình tiết:", POWER)
    seen.press(bar.widget, "Lùi lại")
    seen.press(bar.widget, "Lùi lại")
    assert [(one.what, one.minutes) for one in desk.work.hand] == [("delay", 30)]


def test_nothing_picked_is_said_in_one_sentence(bar: Any, desk: Desk) -> None:
    seen.press(bar.widget, "Đưa ra ngay")
    assert "chọn một tình tiết" in seen.text(bar.widget)
    assert desk.work.hand == ()


def test_what_the_trainer_did_is_there_after_a_restart_and_at_marking(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    desk.hand.touch(HandKind.SKIP, "mat_dien")
    again = open_desk()
    play_reference(again)
    assert again.is_finished
    raised = {one.subject for one in again.run.office.events(EventKind.INJECT_RAISED)}
    assert "mat_dien" not in raised
    marked = whole_score(again.case, again.work)
    lost = [one for one in marked.findings if one.points < one.max_points]
    assert [one.criterion for one in lost] == ["D02"]
    assert "giảng viên đã bỏ qua tình tiết này" in lost[0].why
    assert play(again.case, again.work).log.to_csv() == again.run.log.to_csv()


def test_going_back_before_a_touch_keeps_it(desk: Desk) -> None:
    desk.advance_to(START + timedelta(minutes=20))
    desk.hand.touch(HandKind.FIRE, "mat_dien")
    desk.decide("may_phat")
    desk.rewind(START)
    assert desk.waiting is None
    desk.advance_to(START + timedelta(hours=1))
    assert desk.waiting is not None
    assert desk.now == START + timedelta(minutes=20)


def test_a_desk_takes_what_the_class_file_asks_once(desk: Desk, tmp_path: Path) -> None:
    """The file lies above the learners' folders; it is taken before the office runs on."""
    ask(tmp_path / FILE_NAME, HandKind.FIRE, "mat_dien")
    desk.order(room_at(START + timedelta(minutes=10)))
    with pytest.raises(DeskError):
        desk.advance()
    assert desk.waiting is not None
    assert desk.waiting.id == "mat_dien"
    assert not desk.hand.take_requests()
    assert len(desk.work.hand) == 1


def test_a_broken_class_file_stops_nobody_and_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
    desk.order(room_at(START + timedelta(minutes=10)))
    desk.advance()
    assert desk.now > START
    assert "bài vẫn chạy như cũ" in seen.text(DeskPage(desk).widget)


def test_the_clock_moves_the_desk_by_its_pace(desk: Desk, seconds: Seconds) -> None:
    clock = ClassClock(desk, seconds)
    seconds.now = 600.0
    assert not clock.tick(), "it stands until it is started"
    clock.start(3.0)
    seconds.now += 90.0
    assert clock.tick()
    assert desk.now == START + timedelta(minutes=30)
    assert not clock.tick()
    clock.pause()
    seconds.now += 900.0
    assert not clock.tick()
    assert desk.now == START + timedelta(minutes=30)


def test_the_clock_waits_for_a_decision_and_loses_none_of_the_time_after_it(
    desk: Desk, seconds: Seconds
) -> None:
    clock = ClassClock(desk, seconds)
    clock.start(3.0)
    seconds.now += 600.0
    clock.tick()
    assert desk.waiting is not None
    assert desk.waiting.id == "con_om"
    at = desk.now
    seconds.now += 3600.0
    clock.tick()
    assert desk.now == at
    desk.decide("ban_giao")
    clock.tick()
    seconds.now += 5.0
    clock.tick()
    assert timedelta() < desk.now - at <= timedelta(hours=5), "seconds of the evening, no hour more"


def test_the_clock_passes_a_quiet_night_in_seconds_and_is_at_its_pace_for_what_happens(
    desk: Desk, seconds: Seconds
) -> None:
    evening = desk.case.world.calendar.sessions(START.date())[-1][1]
    morning = desk.case.world.calendar.next_working(evening)
    for inject in ("con_om", "muon_phong", "doi_gio", "so_lieu_moi", "mat_dien", "bao_chi"):
        desk.hand.touch(HandKind.SKIP, inject)
    desk.advance_to(evening)
    desk.order(room_at(evening + timedelta(hours=2)))
    clock = ClassClock(desk, seconds)
    clock.start(3.0)
    assert clock.is_hurrying
    seconds.now += 1.5
    clock.tick()
    assert desk.now == evening + timedelta(minutes=90), "an hour and a half in as many seconds"
    seconds.now += 90.0
    clock.tick()
    assert desk.now == evening + timedelta(hours=2), "half an hour before the order at its pace"
    assert not clock.is_hurrying
    seconds.now += 120.0
    clock.tick()
    assert desk.now >= morning


def test_the_clock_counts_on_from_where_a_button_left_the_desk(
    desk: Desk, seconds: Seconds
) -> None:
    clock = ClassClock(desk, seconds)
    clock.start(3.0)
    desk.advance_to(START + timedelta(minutes=50))
    seconds.now += 90.0
    assert not clock.tick()
    seconds.now += 30.0
    assert clock.tick()
    assert desk.now == START + timedelta(hours=1)


def test_after_a_restart_the_clock_stands_where_the_class_was(
    desk: Desk, seconds: Seconds, open_desk: Callable[[], Desk]
) -> None:
    clock = ClassClock(desk, seconds)
    clock.start(3.0)
    seconds.now += 60.0
    clock.tick()
    again = open_desk()
    assert again.now == START + timedelta(minutes=20)
    assert not ClassClock(again, seconds).is_running
    assert again.work.journal == (), "no entry for every minute of a clock"


async def _started(bar: TrainerBar) -> None:
    seen.press(bar.widget, "Chạy đồng hồ")
    seen.press(bar.widget, "Tạm dừng")
    seen.press(bar.widget, "Chạy đồng hồ")


def test_the_clock_of_the_bar_runs_on_the_page_and_keeps_its_pace(
    bar: Any, desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    import asyncio

    seen.field(bar.widget, "1 giờ tình huống =").value = 5.0
    asyncio.run(_started(bar))
    assert bar.clock.is_running
    assert read_hand_file(desk.path.parent / FILE_NAME).pace == 5.0
    assert "Đồng hồ đang chạy" in seen.text(bar.widget)
    again = TrainerBar(open_desk())
    assert seen.field(again.widget, "1 giờ tình huống =").value == 5.0
    assert "Đồng hồ đang dừng" in seen.text(again.widget)
