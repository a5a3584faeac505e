"""Appraising papers and trying equipment: only somebody competent finds what is wrong."""

from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.people import Role

from ..conftest import happening, only, order, run, task

APPRAISE = task("tham_dinh", EventKind.PAPER_APPRAISED, "bao_cao", Verb.APPRAISE)
CHECK = task("thu", EventKind.EQUIPMENT_CHECKED, verb=Verb.CHECK, roles=(Role.ACCOUNTANT,))
ROOM = happening("phong", effects=[{"kind": "book_room", "target": "hoi_truong"}])


def test_a_competent_reader_finds_and_mends_the_faults() -> None:
    done = run([APPRAISE], [order("tham_dinh", who="tam")])
    assert only(done, EventKind.PAPER_APPRAISED).detail["found"] == ("sai số", "thiếu nơi nhận")
    assert done.office.papers["bao_cao"].faults == []


def test_a_reader_of_another_post_finds_nothing_and_the_faults_stay() -> None:
    done = run([APPRAISE], [order("tham_dinh", who="khoa")])
    event = only(done, EventKind.PAPER_APPRAISED)
    assert (event.detail["found"], event.detail["competent"]) == ((), False)
    assert done.office.papers["bao_cao"].faults == ["sai số", "thiếu nơi nhận"]


def test_a_second_appraisal_finds_nothing_more() -> None:
    orders = [order("tham_dinh", at="8:00"), order("tham_dinh", who="mai", at="9:00")]
    found = [
        one.detail["found"]
        for one in run([APPRAISE], orders).log.of_kind(EventKind.PAPER_APPRAISED)
    ]
    assert found == [("sai số", "thiếu nơi nhận"), ()]


def test_appraising_what_is_no_paper_finds_nothing() -> None:
    odd = task("tham_dinh", EventKind.PAPER_APPRAISED, "hoi_nghi", Verb.APPRAISE)
    assert only(run([odd], [order("tham_dinh")]), EventKind.PAPER_APPRAISED).detail["found"] == ()


def test_a_competent_person_finds_and_mends_what_is_broken_in_the_meetings_room() -> None:
    done = run([CHECK], [order("thu", who="khoa")], [ROOM])
    detail = only(done, EventKind.EQUIPMENT_CHECKED).detail
    assert (detail["found"], detail["room"]) == (("loa",), "hoi_truong")
    assert done.office.rooms["hoi_truong"].broken == set()


def test_somebody_who_cannot_tell_leaves_it_broken() -> None:
    done = run([CHECK], [order("thu", who="mai")], [ROOM])
    assert only(done, EventKind.EQUIPMENT_CHECKED).detail["found"] == ()
    assert done.office.rooms["hoi_truong"].broken == {"loa"}


def test_before_a_room_is_booked_there_is_nothing_to_try() -> None:
    done = run([CHECK], [order("thu", who="khoa")])
    assert only(done, EventKind.EQUIPMENT_CHECKED).detail["room"] == ""
    assert done.office.rooms["hoi_truong"].broken == {"loa"}
