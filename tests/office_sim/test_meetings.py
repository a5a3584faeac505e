"""The meeting opens, opens late, or fails."""

from dataclasses import replace
from datetime import timedelta

import pytest

from office_sim.happenings import Happening
from office_sim.log import EventKind
from office_sim.meetings import expected
from office_sim.rooms import RoomSpec
from office_sim.simulation import Run

from .conftest import (
    WORLD,
    clock,
    engaged,
    happening,
    only,
    person,
    run,
    told,
    with_people,
)


def heard(*people: str, at: str = "start") -> list[Happening]:
    """These people hear of the meeting, and it has its room."""
    effects = [{"kind": "reach", "target": one} for one in people]
    effects.append({"kind": "book_room", "target": "phong_hop"})
    return [happening(f"tin_{at}".replace("+", "_"), at=at, effects=effects)]


def opened_at(done: Run) -> str:
    return f"{only(done, EventKind.MEETING_OPENED).at:%H:%M}"


def test_with_room_and_quorum_it_opens_at_its_hour_and_closes_after_its_length() -> None:
    done = run(happenings=heard("hanh", "binh", "dung"))
    assert only(done, EventKind.MEETING_OPENED).detail == {
        "present": 3,
        "needed": 2,
        "total": 3,
        "late_minutes": 0,
    }
    assert told(done)[-3:-1] == [
        ("10:00", "meeting_opened", "", "hoi_nghi"),
        ("11:00", "meeting_closed", "", "hoi_nghi"),
    ]


def test_nobody_told_means_no_meeting_after_the_grace() -> None:
    done = run(happenings=heard())
    failed = only(done, EventKind.MEETING_FAILED)
    assert f"{failed.at:%H:%M}" == "10:15"
    assert failed.detail == {"present": 0, "needed": 2, "total": 3}
    assert done.office.meeting.opened is None


def test_without_a_room_it_opens_half_an_hour_late() -> None:
    reach = [
        happening("tin", effects=[{"kind": "reach", "target": one} for one in ("hanh", "binh")])
    ]
    done = run(happenings=reach)
    assert opened_at(done) == "10:30"
    assert only(done, EventKind.MEETING_OPENED).detail["late_minutes"] == 30


def test_broken_equipment_in_its_room_costs_twenty_minutes() -> None:
    effects = [{"kind": "reach", "target": one} for one in ("hanh", "binh")]
    effects.append({"kind": "book_room", "target": "hoi_truong"})
    assert opened_at(run(happenings=[happening("tin", effects=effects)])) == "10:20"


def test_members_who_come_within_the_grace_are_waited_for() -> None:
    far = with_people(person("binh", travel=timedelta(hours=2, minutes=35)))
    done = run(happenings=heard("hanh", "binh"), people=far)
    assert opened_at(done) == "10:15"
    assert only(done, EventKind.MEETING_OPENED).detail["present"] == 2


def test_who_is_still_on_the_way_does_not_count_as_present() -> None:
    far = with_people(person("dung", travel=timedelta(hours=2, minutes=35)))
    done = run(happenings=heard("hanh", "binh", "dung"), people=far)
    assert opened_at(done) == "10:00"
    assert only(done, EventKind.MEETING_OPENED).detail["present"] == 2


def test_who_would_come_after_the_grace_is_not_expected() -> None:
    far = with_people(person("dung", travel=timedelta(hours=2, minutes=46)))
    done = run(happenings=heard("hanh", "binh", "dung"), people=far, until=clock("9:00"))
    assert [one.id for one in expected(done.office)] == ["hanh", "binh"]


def test_a_member_engaged_at_that_hour_does_not_come() -> None:
    busy = with_people(person("binh", diary=(engaged("9:00", "10:30"),)))
    done = run(happenings=heard("hanh", "binh", "dung"), people=busy)
    assert only(done, EventKind.MEETING_OPENED).detail["present"] == 2


def test_put_off_it_waits_for_the_new_hour_and_so_do_times_counted_from_it() -> None:
    move = happening(
        "doi", at="meeting-1h", effects=[{"kind": "move_meeting", "span": "45m", "by": "hanh"}]
    )
    before = happening("truoc", at="meeting-10m", effects=[{"kind": "emit", "target": "a"}])
    after = happening("sau", at="meeting_end+5m", effects=[{"kind": "emit", "target": "b"}])
    done = run(happenings=[*heard("hanh", "binh"), move, before, after])
    assert opened_at(done) == "10:45"
    assert only(done, EventKind.MEETING_MOVED).detail == {"start": "2026-09-22T10:45"}
    assert [
        (f"{one.at:%H:%M}", one.subject) for one in done.log.of_kind(EventKind.CONSEQUENCE)
    ] == [
        ("10:35", "a"),
        ("11:50", "b"),
    ]


def test_put_off_it_takes_its_room_along_and_leaves_other_bookings_where_they_are() -> None:
    other = RoomSpec("hoi_truong", "Hội trường", 120, booked=(engaged("8:00", "9:00", "tập huấn"),))
    book = {"kind": "book_room", "target": "phong_hop"}
    move = {"kind": "move_meeting", "span": "45m"}
    done = run(
        happenings=[happening("doi", at="start+10m", effects=[book, move])],
        rooms=(*WORLD.rooms, other),
        until=clock("9:00"),
    )
    held = done.office.rooms["phong_hop"].diary
    assert [(one.start, one.end) for one in held.engagements] == [(clock("10:45"), clock("11:45"))]
    assert held.engagement_at(clock("10:00")) is None
    assert done.office.rooms["hoi_truong"].diary.engagements == [*other.booked]


def test_put_off_twice_it_waits_for_the_last_hour() -> None:
    moves = [
        happening(
            f"doi_{hour}", at=f"start+{hour}h", effects=[{"kind": "move_meeting", "span": "30m"}]
        )
        for hour in (1, 2)
    ]
    assert opened_at(run(happenings=[*heard("hanh", "binh"), *moves])) == "11:00"


def test_a_meeting_that_has_begun_is_not_put_off() -> None:
    move = happening(
        "doi", on={"kind": "meeting_opened"}, effects=[{"kind": "move_meeting", "span": "1h"}]
    )
    done = run(happenings=[*heard("hanh", "binh"), move])
    assert done.log.of_kind(EventKind.MEETING_MOVED) == []
    assert f"{only(done, EventKind.MEETING_CLOSED).at:%H:%M}" == "11:00"


def test_a_meeting_cannot_be_brought_forward() -> None:
    office = run().office
    with pytest.raises(ValueError, match="chỉ có thể lùi lại"):
        office.move_meeting(clock("9:00"))


def test_one_that_decides_nothing_needs_no_quorum_only_somebody() -> None:
    rite = replace(WORLD.meeting, needs_quorum=False)
    assert opened_at(run(happenings=heard("hanh"), meeting=rite)) == "10:00"
    assert only(run(happenings=heard(), meeting=rite), EventKind.MEETING_FAILED)
