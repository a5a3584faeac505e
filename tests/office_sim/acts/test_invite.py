"""Inviting: who is sent what, who hears of it when, whom a channel does not reach."""

from datetime import timedelta

from office_sim.acts.invite import BOUNCE
from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.simulation import Run

from ..conftest import clock, only, order, person, run, task, with_people

SEND = task("gui", EventKind.INVITATIONS_SENT, "giay_moi", Verb.INVITE)


def invited(*channels: str, at: str = "8:00", **changes: object) -> Run:
    return run([SEND], [order("gui", at=at, channel=channels)], **changes)  # type: ignore[arg-type]


def reached(done: Run) -> dict[str, str]:
    return {one.actor: f"{one.at:%d %H:%M}" for one in done.log.of_kind(EventKind.PERSON_REACHED)}


def test_every_member_is_invited_and_hears_of_it_after_the_channels_delay() -> None:
    done = invited("tin_nhan")
    assert [one.actor for one in done.log.of_kind(EventKind.PERSON_INVITED)] == [
        "hanh",
        "binh",
        "dung",
    ]
    assert reached(done) == dict.fromkeys(("hanh", "binh", "dung"), "22 08:35")
    assert done.office.meeting.reached["binh"] == clock("8:35")


def test_the_log_says_how_long_before_the_meeting_they_went_out() -> None:
    sent = only(invited("tin_nhan"), EventKind.INVITATIONS_SENT)
    assert sent.detail["lead_minutes"] == 100
    assert sent.detail["channel"] == ("tin_nhan",)


def test_over_two_channels_the_quicker_one_counts_and_is_logged_once() -> None:
    done = invited("lien_lac", "tin_nhan")
    assert set(reached(done).values()) == {"22 08:35"}
    assert len(done.log.of_kind(EventKind.PERSON_INVITED)) == 6
    assert len(done.log.of_kind(EventKind.PERSON_REACHED)) == 3


def test_in_the_evening_a_channel_read_in_working_hours_waits_for_the_morning() -> None:
    assert set(reached(invited("he_thong", at="18:00")).values()) == {"23 08:30"}
    assert set(reached(invited("tin_nhan", at="18:00")).values()) == {"22 18:35"}


def test_calling_one_by_one_takes_the_senders_time() -> None:
    done = invited("goi")
    assert reached(done) == {"hanh": "22 08:25", "binh": "22 08:30", "dung": "22 08:35"}
    assert f"{only(done, EventKind.INVITATIONS_SENT).at:%H:%M}" == "08:35"


def test_a_channel_that_does_not_reach_somebody_bounces() -> None:
    deaf = with_people(person("dung", mute=("he_thong",)))
    done = invited("he_thong", people=deaf)
    bounced = only(done, EventKind.PERSON_NOT_REACHED)
    assert (bounced.actor, bounced.detail["channel"]) == ("dung", "he_thong")
    assert bounced.at == clock("8:20") + BOUNCE == clock("8:20") + timedelta(minutes=10)
    assert set(reached(done)) == {"hanh", "binh"}
    assert "dung" not in done.office.meeting.reached


def test_without_a_channel_nobody_is_invited_and_nothing_is_said_to_be_sent() -> None:
    for done in (invited(), invited("bo_cau")):
        assert done.log.of_kind(EventKind.INVITATIONS_SENT) == []
        assert done.log.of_kind(EventKind.PERSON_INVITED) == []
        assert only(done, EventKind.ORDER_DONE)
