"""What the lessons on meetings let one try: ways of one afternoon, and the picture of the road."""

from __future__ import annotations

import pytest

from course.part_ii_meetings import road, ways
from course.quiz import sources
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
