"""Calling each member: who says yes, who cannot, whom the telephone does not reach."""

from office_sim.log import EventKind
from office_sim.orders import Verb

from ..conftest import clock, engaged, happening, only, order, person, run, task, with_people

CALL = task("goi_xac_nhan", EventKind.CONFIRMATION_DONE, verb=Verb.CONFIRM)
PEOPLE = with_people(
    person("hanh", diary=(engaged("9:00", "11:00", movable=True),)),
    person("binh", diary=(engaged("9:00", "11:00"),)),
    person("dung", mute=("phone",)),
)


def test_calls_take_two_minutes_each_and_every_answer_is_logged() -> None:
    done = run([CALL], [order("goi_xac_nhan", at="8:00")], people=PEOPLE)
    answers = [
        (f"{one.at:%H:%M}", one.kind.value, one.actor)
        for one in done.log
        if one.kind.value.startswith("person_")
    ]
    assert answers == [
        ("08:02", "person_confirmed", "hanh"),
        ("08:04", "person_declined", "binh"),
        ("08:06", "person_not_reached", "dung"),
    ]
    detail = only(done, EventKind.CONFIRMATION_DONE).detail
    assert (detail["confirmed"], detail["declined"], detail["total"]) == (1, 1, 3)


def test_a_call_also_tells_of_the_meeting_and_moves_what_can_be_moved() -> None:
    done = run([CALL], [order("goi_xac_nhan", at="8:00")], people=PEOPLE)
    meeting = done.office.meeting
    assert meeting.reached == {"hanh": clock("8:02"), "binh": clock("8:04")}
    assert (meeting.confirmed, meeting.declined) == ({"hanh"}, {"binh"})
    assert done.office.diaries["hanh"].engagement_at(clock("10:00")) is None


def test_who_declined_does_not_come_and_who_is_free_on_a_second_call_does() -> None:
    free = happening("duoc_ve", at="start+1h", effects=[{"kind": "release", "target": "binh"}])
    calls = [order("goi_xac_nhan", at="8:00"), order("goi_xac_nhan", who="mai", at="8:45")]
    room = happening("phong", effects=[{"kind": "book_room", "target": "phong_hop"}])
    first = run([CALL], calls[:1], [room], people=PEOPLE)
    second = run([CALL], calls, [room, free], people=PEOPLE)
    assert first.log.of_kind(EventKind.MEETING_OPENED) == []
    assert only(second, EventKind.MEETING_OPENED).detail["present"] == 2
