"""The life of a paper from draft to taken back."""

from datetime import timedelta

import pytest

from office_sim.log import EventKind
from office_sim.papers import Paper, PaperSpec, PaperState, Secrecy, Urgency

from .conftest import clock, only, order, run, task


def test_a_fresh_paper_has_reached_nothing_and_has_its_own_faults() -> None:
    spec = PaperSpec("a", "BC", "Báo cáo", urgency=Urgency.EXPRESS, faults=("sai số",))
    paper = Paper.from_spec(spec)
    paper.faults.clear()
    assert paper.reached == {}
    assert paper.symbol == ""
    assert paper.urgency is Urgency.EXPRESS
    assert Paper.from_spec(spec).faults == ["sai số"]


@pytest.mark.parametrize("level", Secrecy)
def test_each_of_the_three_levels_is_secret_and_open_is_not(level: Secrecy) -> None:
    paper = Paper.from_spec(PaperSpec("a", "BC", "Báo cáo", secrecy=level))
    assert paper.is_secret is (level is not Secrecy.OPEN)
    assert len(Secrecy) == 4


def test_the_first_time_in_a_state_counts() -> None:
    paper = Paper.from_spec(PaperSpec("a", "BC", "Báo cáo"))
    paper.reach(PaperState.SIGNED, clock("8:00"))
    paper.reach(PaperState.SIGNED, clock("9:00"))
    assert paper.reached == {PaperState.SIGNED: clock("8:00")}


@pytest.mark.parametrize("state", PaperState)
def test_work_on_a_paper_moves_it_to_the_state_of_its_event(state: PaperState) -> None:
    work = task("viec", EventKind(state.value), "giay_moi", duration=timedelta(minutes=10))
    done = run([work], [order("viec", at="8:00")])
    assert done.office.papers["giay_moi"].reached[state] == clock("8:10")
    assert done.office.papers["bao_cao"].reached == {}


def test_registering_gives_a_number_once_and_the_log_tells_it() -> None:
    tasks = [
        task("vao_so", EventKind.PAPER_REGISTERED, "giay_moi"),
        task("vao_so_lai", EventKind.PAPER_REGISTERED, "giay_moi"),
    ]
    done = run(tasks, [order("vao_so", at="8:00"), order("vao_so_lai", at="9:00")])
    first, second = done.log.of_kind(EventKind.PAPER_REGISTERED)
    assert first.detail["symbol"] == "Số 18-GM/ĐU"
    assert "symbol" not in second.detail
    assert done.office.papers["giay_moi"].symbol == "Số 18-GM/ĐU"
    assert len(done.office.register.entries) == 1


def test_secret_papers_share_the_run_of_their_kind() -> None:
    tasks = [task(f"so_{one}", EventKind.PAPER_REGISTERED, one) for one in ("bao_cao", "phu_luc")]
    done = run(tasks, [order("so_phu_luc", at="8:00"), order("so_bao_cao", at="9:00")])
    symbols = [entry.symbol for entry in done.office.register.entries]
    assert symbols == ["Số 43-BC/ĐU", "Số 44-BC/ĐU"]


def test_an_event_about_something_else_moves_no_paper() -> None:
    done = run([task("ky", EventKind.PAPER_SIGNED, "hoi_nghi")], [order("ky")])
    assert only(done, EventKind.PAPER_SIGNED).subject == "hoi_nghi"
    assert all(not paper.reached for paper in done.office.papers.values())
