"""Sitting in the meeting from its opening to its end."""

from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.simulation import Run

from ..conftest import happening, only, order, run, task

ATTEND = task("ghi", EventKind.MINUTES_TAKEN, verb=Verb.ATTEND)
OTHER = task("viec", EventKind.LIST_PROPOSED)
MEETS = happening(
    "tin",
    effects=[
        {"kind": "book_room", "target": "phong_hop"},
        {"kind": "reach", "target": "hanh"},
        {"kind": "reach", "target": "binh"},
    ],
)


def attended(at: str, *, meets: bool = True) -> Run:
    orders = [order("ghi", at=at), order("viec", at="10:30")]
    return run([ATTEND, OTHER], orders, [MEETS] if meets else [])


def test_who_is_there_in_time_sits_from_the_opening_to_the_end() -> None:
    taken = only(attended("9:50"), EventKind.MINUTES_TAKEN)
    assert (f"{taken.at:%H:%M}", taken.detail["late_minutes"]) == ("11:00", 0)


def test_other_work_waits_until_the_meeting_is_over() -> None:
    assert f"{only(attended('9:50'), EventKind.LIST_PROPOSED).at:%H:%M}" == "11:20"


def test_who_comes_late_missed_so_many_minutes() -> None:
    assert only(attended("10:25"), EventKind.MINUTES_TAKEN).detail["late_minutes"] == 25


def test_who_comes_after_the_end_missed_all_of_it() -> None:
    taken = only(attended("11:30"), EventKind.MINUTES_TAKEN)
    assert (f"{taken.at:%H:%M}", taken.detail["late_minutes"]) == ("11:30", 90)


def test_a_meeting_that_fails_has_no_minutes_and_lets_the_person_go() -> None:
    done = attended("9:50", meets=False)
    assert done.log.of_kind(EventKind.MINUTES_TAKEN) == []
    assert f"{only(done, EventKind.LIST_PROPOSED).at:%H:%M}" == "11:05"
    assert attended("12:00", meets=False).log.of_kind(EventKind.MINUTES_TAKEN) == []
