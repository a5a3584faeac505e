"""Every effect: what it changes, and what of it stands in the log."""

from typing import Any

import pytest

from office_sim.effects import _EFFECTS
from office_sim.happenings import EffectKind
from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.papers import Secrecy
from office_sim.simulation import Run

from .conftest import clock, engaged, happening, only, order, person, run, task, with_people


def after(*effects: dict[str, Any], at: str = "start+30m", **changes: Any) -> Run:
    return run(happenings=[happening("xay_ra", at=at, effects=list(effects))], **changes)


@pytest.mark.parametrize("kind", EffectKind)
def test_every_effect_can_be_carried_out(kind: EffectKind) -> None:
    assert kind in _EFFECTS


def test_emit_writes_its_event_with_text_and_details() -> None:
    done = after(
        {
            "kind": "emit",
            "event": "leader_asked",
            "by": "tam",
            "target": "hoi_nghi",
            "text": "Báo cáo",
            "detail": {"kind": "x", "lan": 2},
        }
    )
    event = only(done, EventKind.LEADER_ASKED)
    assert (event.actor, event.subject) == ("tam", "hoi_nghi")
    assert event.detail == {"text": "Báo cáo", "kind": "x", "lan": 2}


def test_emit_without_an_event_is_a_consequence() -> None:
    assert only(after({"kind": "emit", "target": "chuoi"}), EventKind.CONSEQUENCE).detail == {}


def test_emit_moves_the_paper_it_speaks_of() -> None:
    done = after({"kind": "emit", "event": "paper_registered", "target": "giay_moi"})
    assert done.office.papers["giay_moi"].symbol == "Số 18-GM/ĐU"


def test_occupy_takes_a_person_for_a_time_without_a_word() -> None:
    done = after({"kind": "occupy", "target": "mai", "span": "20m", "text": "nghe điện thoại"})
    taken = done.office.diaries["mai"].engagement_at(clock("8:10"))
    assert taken is not None
    assert taken.what == "nghe điện thoại"
    assert done.office.diaries["mai"].engagement_at(clock("8:20")) is None
    assert len(done.log) == 3  # started, meeting failed, ended


def test_away_takes_a_person_and_says_so() -> None:
    done = after({"kind": "away", "target": "mai", "span": "30m", "text": "đón con ốm"})
    assert only(done, EventKind.PERSON_AWAY).detail == {"text": "đón con ốm"}
    refused = run(
        [task("viec", EventKind.LIST_PROPOSED)],
        [order("viec", who="mai", at="8:10")],
        [
            happening(
                "om", at="start+30m", effects=[{"kind": "away", "target": "mai", "span": "30m"}]
            )
        ],
    )
    assert only(refused, EventKind.ORDER_REFUSED)


@pytest.mark.parametrize("level", [one for one in Secrecy if one is not Secrecy.OPEN])
def test_make_secret_changes_the_paper_from_then_on(level: Secrecy) -> None:
    done = after({"kind": "make_secret", "target": "bao_cao", "level": level.value})
    assert done.office.papers["bao_cao"].secrecy is level
    assert only(done, EventKind.PAPER_MARKED_SECRET).detail == {"level": level.value}
    assert done.log.of_kind(EventKind.PAPER_LEAKED) == []


def test_a_paper_that_turns_out_secret_after_it_went_over_an_open_network_has_leaked() -> None:
    send = task("gui", EventKind.PAPER_ISSUED, "bao_cao", Verb.ISSUE)
    late = happening(
        "mat",
        at="start+2h",
        effects=[{"kind": "make_secret", "target": "bao_cao", "level": "mat", "text": "đã gửi"}],
    )
    done = run([send], [order("gui", channel="tin_nhan")], [late])
    assert f"{only(done, EventKind.PAPER_LEAKED).at:%H:%M}" == "09:30"


def test_take_room_leaves_the_meeting_without_it() -> None:
    done = after(
        {"kind": "book_room", "target": "phong_hop"},
        {"kind": "take_room", "target": "phong_hop", "by": "dung", "text": "họp Mặt trận"},
    )
    lost = only(done, EventKind.ROOM_LOST)
    assert (lost.actor, lost.subject, lost.detail["text"]) == ("dung", "phong_hop", "họp Mặt trận")
    assert done.office.meeting.room == ""


def test_taking_another_room_leaves_the_meetings_own() -> None:
    done = after(
        {"kind": "book_room", "target": "phong_hop"}, {"kind": "take_room", "target": "hoi_truong"}
    )
    assert done.office.meeting.room == "phong_hop"


def test_book_room_gives_the_meeting_a_room_and_says_whether_all_can_sit() -> None:
    done = after({"kind": "book_room", "target": "phong_hop", "by": "hanh"})
    booked = only(done, EventKind.ROOM_BOOKED)
    assert booked.detail == {"room": "phong_hop", "seats": 2, "enough_seats": False}
    assert done.office.meeting.room == "phong_hop"


def test_break_and_repair_change_the_equipment_of_the_meetings_room() -> None:
    room = {"kind": "book_room", "target": "phong_hop"}
    broken = after(room, {"kind": "break", "target": "dien", "text": "mất điện"})
    assert broken.office.rooms["phong_hop"].broken == {"dien"}
    assert only(broken, EventKind.EQUIPMENT_FAILED).detail == {"text": "mất điện"}
    mended = after(room, {"kind": "break", "target": "dien"}, {"kind": "repair", "target": "dien"})
    assert mended.office.rooms["phong_hop"].broken == set()


def test_without_a_room_nothing_can_break_in_it() -> None:
    done = after({"kind": "break", "target": "dien"}, {"kind": "repair", "target": "dien"})
    assert all("dien" not in room.broken for room in done.office.rooms.values())


def test_move_meeting_puts_it_off_by_the_span() -> None:
    done = after({"kind": "move_meeting", "span": "1h", "by": "hanh"})
    moved = only(done, EventKind.MEETING_MOVED)
    assert (moved.actor, moved.detail["start"]) == ("hanh", "2026-09-22T11:00")
    assert done.office.meeting.start == clock("11:00")


def test_reach_tells_a_person_moves_what_can_move_and_takes_a_refusal_back() -> None:
    busy = with_people(
        person("binh", diary=(engaged("9:00", "11:00", movable=True),)),
        person("dung", diary=(engaged("9:00", "11:00"),)),
    )
    done = after(
        {"kind": "reach", "target": "binh"}, {"kind": "reach", "target": "dung"}, people=busy
    )
    assert done.office.meeting.reached == {"binh": clock("8:00"), "dung": clock("8:00")}
    assert done.office.diaries["binh"].engagement_at(clock("10:00")) is None
    assert done.office.diaries["dung"].engagement_at(clock("10:00")) is not None
    assert [one.actor for one in done.log.of_kind(EventKind.PERSON_REACHED)] == ["binh", "dung"]


def test_release_frees_a_person_of_everything() -> None:
    busy = with_people(person("dung", diary=(engaged("9:00", "11:00"),)))
    done = after({"kind": "release", "target": "dung"}, people=busy)
    assert done.office.diaries["dung"].engagements == []
    assert "dung" in done.office.meeting.reached
