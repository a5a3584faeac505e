"""The log in plain sentences: every kind is told, by names, without an id or a bracket."""

import re
from datetime import datetime

import pytest

from office_sim.log import Event, EventKind
from office_sim.sentences import Sentences
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work

CASE = load_case("hoi_nghi_dot_xuat")
AN_ID = re.compile(r"\b[a-z]+_[a-z_]+\b|[{}]|None|\bdatetime\b")


def event(
    kind: EventKind, actor: str = "mai", subject: str = "giay_moi", **detail: object
) -> Event:
    return Event(0, datetime(2026, 9, 22, 16, 0), kind, actor, subject, detail)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_a_sentence(kind: EventKind) -> None:
    detail = {
        EventKind.MEETING_MOVED: {"start": "2026-09-23T08:00"},
        EventKind.PAPER_MARKED_SECRET: {"level": "mat"},
        EventKind.ORDER_BLOCKED: {"reason": "paper_signed:giay_moi", "task": "gui_giay_moi"},
    }.get(kind, {})
    told = Sentences(CASE.world).of(event(kind, **detail))
    assert told[0].isupper()
    assert told[-1] in ".!?…”"
    assert not AN_ID.search(told), told


@pytest.mark.parametrize("variant", ["", "chay_cho-bch-h4", "dich_benh-btv-h40"])
def test_a_whole_run_is_told_without_ids(variant: str) -> None:
    case = load_case("hoi_nghi_dot_xuat", variant)
    says = Sentences(case.world)
    for work in (reference_work(case), Work(case=case.id)):
        for one in play(case, work).log:
            assert not AN_ID.search(says.of(one)), says.of(one)


def test_a_person_is_named_with_the_post() -> None:
    told = Sentences(CASE.world).of(event(EventKind.PAPER_SEALED))
    assert told == "Văn thư Đinh Thị Mai đóng dấu “Giấy mời dự hội nghị”."


def test_who_waits_in_vain_is_told_with_what_was_missing() -> None:
    blocked = event(EventKind.ORDER_BLOCKED, task="gui_giay_moi", reason="paper_drafted:giay_moi")
    assert "chờ mãi không có bản soạn “Giấy mời dự hội nghị”" in Sentences(CASE.world).of(blocked)


def test_many_people_over_two_channels_are_told_in_one_sentence() -> None:
    sent = [
        event(EventKind.PERSON_INVITED, person.id, channel=channel)
        for person in CASE.world.members
        for channel in ("he_thong", "tin_nhan")
    ]
    told = Sentences(CASE.world).together(sent)
    assert "9 người (Hoàng Văn Thái, Lê Thị Hạnh, Nông Quốc Việt…)" in told
    assert "hệ thống gửi nhận văn bản và tin nhắn điện thoại" in told


def test_the_votes_needed_are_not_told_for_they_are_a_question_of_the_case() -> None:
    count = event(
        EventKind.QUORUM_REPORTED, "tam", expected=8, needed=6, votes_needed=5, total=9, enough=True
    )
    told = Sentences(CASE.world).of(count)
    assert "8/9" in told
    assert "5" not in told


@pytest.mark.parametrize("need", sorted({str(n) for t in CASE.file.tasks for n in t.needs}))
def test_every_thing_that_a_task_waits_for_has_a_name(need: str) -> None:
    kind, _, subject = need.partition(":")
    told = Sentences(CASE.world).wording.thing(EventKind(kind), subject)
    assert told != "việc đi trước"
    assert not AN_ID.search(told)


def test_every_piece_of_equipment_of_the_case_has_a_name() -> None:
    words = Sentences(CASE.world).wording
    for room in CASE.world.rooms:
        for name in room.equipment:
            assert words.equipment(name) != "thiết bị"
