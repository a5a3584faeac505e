"""What the lessons on meetings let one try: ways of one afternoon, enough people, deadlines."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from course.part_ii_meetings import (
    deadline_board,
    deadlines,
    meeting_file,
    quorum_board,
    road,
    ways,
)
from course.quiz import sources
from office_sim.calendar import WorkCalendar
from office_sim.log import Event, EventKind

ALL_WAYS = [(name, way.id) for name in ("invitations", "channels") for way in ways.load(name).way]


def told(name: str, way_id: str) -> list[Event]:
    chosen = ways.load(name)
    return ways.events(chosen, next(way for way in chosen.way if way.id == way_id))


def kinds(name: str, way_id: str) -> set[EventKind]:
    return {event.kind for event in told(name, way_id)}


def first(events: list[Event], kind: EventKind) -> int:
    return next(event.number for event in events if event.kind is kind)


@pytest.mark.parametrize(("name", "way_id"), ALL_WAYS)
def test_every_order_of_a_way_is_carried_out_and_its_sources_exist(name: str, way_id: str) -> None:
    chosen = ways.load(name)
    way = next(one for one in chosen.way if one.id == way_id)

    assert EventKind.ORDER_REFUSED in chosen.kinds
    assert EventKind.ORDER_REFUSED not in kinds(name, way_id)
    assert [sources.problem(source) for source in way.source] == [None] * len(way.source)
    assert way.verdict in ways.story(chosen, way)


def test_inviting_before_the_list_is_approved_reaches_somebody_who_should_not_come() -> None:
    early, late = told("invitations", "gui_truoc"), told("invitations", "du_buoc")

    assert first(early, EventKind.INVITATIONS_SENT) < first(early, EventKind.LIST_APPROVED)
    assert EventKind.CONSEQUENCE in kinds("invitations", "gui_truoc")
    assert first(late, EventKind.LIST_APPROVED) < first(late, EventKind.INVITATIONS_SENT)
    assert first(late, EventKind.PAPER_SEALED) < first(late, EventKind.INVITATIONS_SENT)
    assert EventKind.CONSEQUENCE not in kinds("invitations", "du_buoc")


def test_the_system_alone_reaches_nobody_by_the_evening() -> None:
    reached = [
        event
        for event in told("invitations", "mot_kenh")
        if event.kind is EventKind.PERSON_REACHED and "channel" in event.detail
    ]

    assert reached == []


@pytest.mark.parametrize(
    ("way_id", "leaks"),
    [("tach_rieng", False), ("mot_lan", True), ("nhom_mang", True), ("thu_dien_tu", False)],
)
def test_what_is_marked_secret_leaks_on_an_open_network_only(way_id: str, leaks: bool) -> None:
    assert (EventKind.PAPER_LEAKED in kinds("channels", way_id)) is leaks


def test_papers_sent_in_time_are_received_and_those_sent_late_are_not() -> None:
    assert EventKind.PAPER_RECEIVED in kinds("channels", "tach_rieng")
    assert EventKind.EXCEPTION_APPROVED in kinds("channels", "tach_rieng")
    assert EventKind.PAPER_RECEIVED not in kinds("channels", "thu_dien_tu")


def test_picking_a_way_tells_its_story() -> None:
    _, picked, story = ways.widget("channels").children
    assert "Chọn một cách" in story.value

    picked.value = "mot_lan"

    assert "đã bị lộ" in story.value
    assert "Nguồn:" in story.value


def test_the_road_of_a_meeting_has_words_for_those_who_do_not_see_it() -> None:
    drawn = road.picture()

    assert 'role="img"' in drawn
    assert "SAU hội nghị: Hoàn chỉnh biên bản" in road.ALT_VI


@pytest.mark.parametrize(
    ("present", "in_favour", "said"),
    [
        (5, 5, "Không đủ số lượng"),
        (6, 4, "Đã quá nửa số người có mặt"),
        (6, 5, "Được thông qua"),
        (9, 4, "Chưa được thông qua"),
    ],
)
def test_meeting_and_carrying_are_two_sums(present: int, in_favour: int, said: str) -> None:
    told = quorum_board.verdict(present, in_favour, Fraction(2, 3))

    assert said in told
    assert "cần đối chiếu bản gốc" in told


def test_too_few_confirm_until_one_calls_those_who_can_move_their_work() -> None:
    _, ticks, _, _, _, _, told = quorum_board.widget().children
    assert "Không đủ số lượng" in told.value

    absent = [box for box in ticks.children if not box.value]
    assert len(absent) == 5
    for box in absent[:2]:
        box.value = True

    assert "Có mặt 6/9, cần ít nhất 6" in told.value


def test_papers_that_would_go_on_a_day_off_go_before_it() -> None:
    calendar = WorkCalendar()

    assert deadlines.send_by(date(2026, 9, 25), 3, calendar) == date(2026, 9, 22)
    assert deadlines.send_by(date(2026, 9, 25), 5, calendar) == date(2026, 9, 18)  # 20/9: Sunday
    assert "là ngày nghỉ, nên gửi từ Thứ Sáu 18/9" in deadline_board.papers_told(
        deadlines.body("btv"), date(2026, 9, 25)
    )


@pytest.mark.parametrize(
    ("body", "days", "said"),
    [
        ("btv", 3, "Đúng hạn"),
        ("btv", 5, "Còn trong khoảng"),
        ("btv", 6, "Quá hạn"),
        ("bch", 5, "Đúng hạn"),
        ("bch", 7, "Còn trong khoảng"),
        ("bch", 8, "Quá hạn"),
    ],
)
def test_minutes_are_in_time_up_to_the_aim_and_late_after_the_ceiling(
    body: str, days: int, said: str
) -> None:
    assert said in deadline_board.minutes_told(deadlines.body(body), date(2026, 9, 7), days)


def test_another_body_moves_the_days_on_the_strip() -> None:
    chosen, _, told = deadline_board.widget("papers").children
    before = told.value

    chosen.value = "bch"

    assert told.value != before
    assert "trước 7 ngày" in told.value


def test_the_file_has_nine_kinds_and_each_lies_on_the_desk_once() -> None:
    desk = meeting_file.load()

    assert len(desk.kind) == 9
    assert sorted(paper.kind for paper in desk.paper if paper.kind) == sorted(
        kind.id for kind in desk.kind
    )
    assert [sources.problem(source) for source in desk.source] == [None] * len(desk.source)


def test_a_file_is_good_only_when_nothing_is_missing_and_nothing_is_too_much() -> None:
    desk = meeting_file.load()
    right = [paper for paper in desk.paper if paper.kind]
    stray = next(paper for paper in desk.paper if not paper.kind)

    assert "Hồ sơ đạt" in meeting_file.checked(right)
    assert right[0].reason in meeting_file.checked(right[1:])
    assert stray.reason in meeting_file.checked([*right, stray])


def test_ticking_fills_the_file_and_pressing_checks_it() -> None:
    _, ticks, held, button, told = meeting_file.widget().children
    for box, paper in zip(ticks.children, meeting_file.load().paper, strict=True):
        box.value = bool(paper.kind)
    assert "<strong>9/9</strong>" in held.value

    button.click()

    assert "Hồ sơ đạt" in told.value
