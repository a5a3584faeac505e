"""Information systems: what is known of each, how they fail in a run, who has an account."""

from datetime import timedelta

import pytest

from office_sim import rulebook
from office_sim.channels import Channel
from office_sim.happenings import Happening
from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.sentences import Sentences
from office_sim.simulation import Run
from office_sim.systems import Network, SystemSpec, load_systems

from .conftest import START, happening, only, order, run, task

SYSTEMS = list(load_systems().values())
BY_SYSTEM = Channel("mang", "Hệ thống (mạng)", timedelta(minutes=30), system="van_ban")
SYSTEM = (load_systems()["van_ban"],)
DOWN = happening(
    "hong",
    at="start+10m",
    effects=[{"kind": "break_system", "target": "van_ban", "span": "2h", "text": "mất cáp"}],
)


def invited(who: str = "mai", *happenings: Happening) -> Run:
    sending = task("gui", EventKind.INVITATIONS_SENT, verb=Verb.INVITE, duration=timedelta())
    given = order("gui", who=who, at=START + timedelta(minutes=30), channel="mang")
    return run(
        [sending],
        [given],
        happenings,
        channels=(BY_SYSTEM,),
        systems=SYSTEM,
    )


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda one: one.id)
def test_every_system_names_a_rule_with_a_source(system: SystemSpec) -> None:
    assert rulebook.load()[system.rule].source
    assert system.fails != system.fallback


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda one: one.id)
def test_nothing_secret_may_be_on_an_open_network(system: SystemSpec) -> None:
    if system.network is Network.OPEN:
        assert any(word in system.carries for word in ("không mật", "đã duyệt"))


def test_a_message_sent_while_the_system_is_down_lies_in_its_queue() -> None:
    done = invited("mai", DOWN)
    assert only(done, EventKind.MESSAGE_QUEUED).actor == "mai"
    back = START + timedelta(hours=2, minutes=10)
    assert only(done, EventKind.SYSTEM_UP).at == back
    reached = done.log.of_kind(EventKind.PERSON_REACHED)
    assert reached
    assert min(one.at for one in reached) == back + timedelta(minutes=30)


def test_a_system_that_fails_again_comes_back_once() -> None:
    again = DOWN.model_copy(update={"id": "lai", "at": "start+1h"})
    done = invited("mai", DOWN, again)
    assert only(done, EventKind.SYSTEM_UP).at == START + timedelta(hours=3)


def test_who_has_no_account_borrows_one_and_the_log_says_so() -> None:
    done = invited("khoa")
    event = only(done, EventKind.ACCOUNT_BORROWED)
    told = Sentences(done.office.world).of(event)
    assert "không có tài khoản, phải mượn để vào hệ thống thông tin chỉ đạo điều hành" in told


def used(who: str, paper: str = "", *others: Happening, system: str = "cong_thong_tin") -> Run:
    """Somebody puts something into a system twenty minutes into the day."""
    entry = {"kind": "use_system", "target": system, "by": who, "paper": paper, "text": "đăng tin"}
    entering = happening("vao", at="start+20m", effects=[entry])
    return run([], [], (*others, entering), systems=(load_systems()[system],))


def test_what_is_put_on_a_system_is_told_with_the_rule_that_holds_for_it() -> None:
    done = used("mai", system="don_thu")
    event = only(done, EventKind.SYSTEM_USED)
    assert (event.actor, event.subject, event.detail["rule"]) == ("mai", "don_thu", "HT05")
    told = Sentences(done.office.world).of(event)
    assert told.startswith("Văn thư Đinh Thị Mai làm trên phần mềm tiếp nhận")
    assert told.endswith("đăng tin.")


@pytest.mark.parametrize(
    ("system", "paper", "leaks"),
    [
        ("cong_thong_tin", "phu_luc", True),
        ("cong_thong_tin", "bao_cao", False),
        ("luu_tru", "phu_luc", False),
        ("cong_thong_tin", "", False),
    ],
)
def test_a_secret_paper_on_an_open_system_has_leaked(system: str, paper: str, leaks: bool) -> None:
    done = used("mai", paper, system=system)
    leaked = done.log.of_kind(EventKind.PAPER_LEAKED)
    assert [one.subject for one in leaked] == ([paper] if leaks else [])
    if leaks:
        assert leaked[0].detail["rule"] == load_systems()[system].rule


def test_an_entry_into_a_system_that_is_down_is_made_when_it_is_up_again() -> None:
    effect = {"kind": "break_system", "target": "don_thu", "span": "2h", "text": "treo"}
    done = used("mai", "", happening("treo", at="start+10m", effects=[effect]), system="don_thu")
    assert only(done, EventKind.MESSAGE_QUEUED).subject == "don_thu"
    assert only(done, EventKind.SYSTEM_USED).at == START + timedelta(hours=2, minutes=15)


def test_an_entry_by_somebody_without_an_account_says_whose_it_is_not() -> None:
    assert only(used("khoa"), EventKind.ACCOUNT_BORROWED).actor == "khoa"


def test_a_system_that_runs_and_a_clerk_with_an_account_leave_no_word() -> None:
    done = invited()
    for kind in (EventKind.ACCOUNT_BORROWED, EventKind.MESSAGE_QUEUED, EventKind.SYSTEM_DOWN):
        assert done.log.of_kind(kind) == []
