"""Issuing papers: what the log says of the steps before, and what leaks."""

from office_sim.log import EventKind
from office_sim.orders import Verb

from ..conftest import only, order, run, task

SEND = task("gui", EventKind.PAPER_ISSUED, "bao_cao", Verb.ISSUE)
SEND_SECRET = task("gui_mat", EventKind.PAPER_ISSUED, "phu_luc", Verb.ISSUE)
STEPS = {
    "appraised": EventKind.PAPER_APPRAISED,
    "signed": EventKind.PAPER_SIGNED,
    "sealed": EventKind.PAPER_SEALED,
    "registered": EventKind.PAPER_REGISTERED,
}


def test_the_log_says_which_steps_were_left_out_and_how_many_faults_went_with_it() -> None:
    detail = only(run([SEND], [order("gui", channel="tin_nhan")]), EventKind.PAPER_ISSUED).detail
    assert {step: detail[step] for step in STEPS} == dict.fromkeys(STEPS, False)
    assert (detail["faults"], detail["secret"], detail["open_network"]) == (2, False, True)


def test_each_step_taken_before_shows() -> None:
    for step, kind in STEPS.items():
        before = task("truoc", kind, "bao_cao")
        orders = [order("truoc", at="8:00"), order("gui", at="9:00", channel="tin_nhan")]
        detail = only(run([before, SEND], orders), EventKind.PAPER_ISSUED).detail
        assert [one for one in STEPS if detail[one]] == [step]


def test_it_is_received_after_the_channels_delay_by_night_too() -> None:
    done = run([SEND], [order("gui", at="18:00", channel="he_thong")])
    received = only(done, EventKind.PAPER_RECEIVED)
    assert f"{received.at:%d %H:%M}" == "22 19:20"
    assert (received.subject, received.detail["channel"]) == ("bao_cao", "he_thong")


def test_a_secret_paper_on_an_open_network_leaks() -> None:
    done = run([SEND_SECRET], [order("gui_mat", who="mai", channel="he_thong")])
    leak = only(done, EventKind.PAPER_LEAKED)
    assert (leak.actor, leak.subject, leak.detail["channel"]) == ("mai", "phu_luc", "he_thong")
    assert only(done, EventKind.PAPER_ISSUED).detail["secret"] is True
    assert done.office.papers["phu_luc"].open_sent


def test_a_secret_paper_by_hand_and_an_open_one_on_the_network_do_not_leak() -> None:
    by_hand = run([SEND_SECRET], [order("gui_mat", channel="lien_lac")])
    on_network = run([SEND], [order("gui", channel="he_thong")])
    for done in (by_hand, on_network):
        assert only(done, EventKind.PAPER_ISSUED)
        assert done.log.of_kind(EventKind.PAPER_LEAKED) == []
    assert not by_hand.office.papers["phu_luc"].open_sent


def test_a_paper_once_sent_openly_stays_so_when_sent_again_by_hand() -> None:
    orders = [
        order("gui", at="8:00", channel="tin_nhan"),
        order("gui", at="9:00", channel="lien_lac"),
    ]
    assert run([SEND], orders).office.papers["bao_cao"].open_sent


def test_without_a_channel_nothing_is_issued() -> None:
    for done in (run([SEND], [order("gui")]), run([SEND], [order("gui", channel="bo_cau")])):
        assert done.log.of_kind(EventKind.PAPER_ISSUED) == []
        assert done.log.of_kind(EventKind.PAPER_RECEIVED) == []
