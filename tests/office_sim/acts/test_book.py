"""Booking a room: given, refused, or not there."""

from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.rooms import RoomSpec

from ..conftest import clock, engaged, only, order, run, task

BOOK = task("dat", EventKind.ROOM_BOOKED, verb=Verb.BOOK)


def test_a_free_room_is_booked_for_the_time_of_the_meeting() -> None:
    done = run([BOOK], [order("dat", room="hoi_truong")])
    detail = only(done, EventKind.ROOM_BOOKED).detail
    assert (detail["room"], detail["seats"], detail["enough_seats"]) == ("hoi_truong", 120, True)
    assert done.office.meeting.room == "hoi_truong"
    diary = done.office.rooms["hoi_truong"].diary
    assert diary.engagement_at(clock("10:30")) is not None
    assert diary.engagement_at(clock("11:00")) is None


def test_the_log_says_when_not_all_members_can_sit() -> None:
    done = run([BOOK], [order("dat", room="phong_hop")])
    assert only(done, EventKind.ROOM_BOOKED).detail["enough_seats"] is False


def test_a_room_taken_at_that_hour_is_refused_with_the_reason() -> None:
    taken = RoomSpec("hoi_truong", "Hội trường", 120, booked=(engaged("9:00", "10:30", "họp hội"),))
    done = run([BOOK], [order("dat", room="hoi_truong")], rooms=(taken,))
    refused = only(done, EventKind.ROOM_REFUSED)
    assert (refused.subject, refused.detail["reason"]) == ("hoi_truong", "họp hội")
    assert done.log.of_kind(EventKind.ROOM_BOOKED) == []
    assert done.office.meeting.room == ""


def test_a_room_taken_at_another_hour_can_be_booked() -> None:
    taken = RoomSpec("hoi_truong", "Hội trường", 120, booked=(engaged("8:00", "10:00"),))
    assert only(
        run([BOOK], [order("dat", room="hoi_truong")], rooms=(taken,)), EventKind.ROOM_BOOKED
    )


def test_without_a_room_that_there_is_nothing_is_booked() -> None:
    for done in (run([BOOK], [order("dat")]), run([BOOK], [order("dat", room="san_dinh")])):
        assert done.log.of_kind(EventKind.ROOM_BOOKED) == []
        assert done.log.of_kind(EventKind.ROOM_REFUSED) == []
