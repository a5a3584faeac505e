"""Help in three steps: the first says how much, the last costs half of the points."""

from __future__ import annotations

from grading.findings import Status
from grading.help import HelpStep, is_missing, was_shown, with_help
from grading.proofs import whole_score
from grading.score import score
from scenarios.case import load_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.work import Work

CASE = load_case("hoi_nghi_dot_xuat")
REFERENCE = reference_work(CASE)


def test_seeing_the_example_of_a_criterion_halves_its_points_and_says_so() -> None:
    shown = with_help(REFERENCE, HelpStep.SHOW, "T08")
    finding = score(CASE, shown).finding("T08")
    assert finding is not None
    assert finding.points == finding.max_points / 2
    assert finding.status is Status.PARTLY
    assert finding.why == "Anh/chị đã xem cách làm mẫu nên phần này tính một nửa điểm."
    assert finding.fix == ""


def test_checks_and_hints_cost_nothing() -> None:
    helped = with_help(with_help(REFERENCE, HelpStep.CHECK, "before"), HelpStep.HINT, "T08")
    assert score(CASE, helped).points == score(CASE, REFERENCE).points


def test_the_same_help_twice_is_noted_once() -> None:
    once = with_help(REFERENCE, HelpStep.SHOW, "T08")
    assert with_help(once, HelpStep.SHOW, "T08").helps == once.helps
    assert was_shown(once, "T08")
    assert not was_shown(once, "T09")


def test_the_first_step_counts_what_is_open_without_naming_it() -> None:
    work = edited(CASE, REFERENCE, Edit(drop=("hau_can", "trinh_danh_sach")))
    told = is_missing(whole_score(CASE, work).findings)
    assert told == "Phần này còn 2 điều chưa đạt."
    assert is_missing(whole_score(CASE, REFERENCE).findings) == "Phần này không còn thiếu gì."


def test_the_first_step_tells_what_was_not_begun_apart() -> None:
    told = is_missing(score(CASE, Work(case=CASE.id)).findings)
    assert "chưa bắt đầu" in told
