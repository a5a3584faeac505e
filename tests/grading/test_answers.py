"""Answers are compared by meaning: case, spaces, tone placement and Unicode form do not matter."""

import unicodedata

import pytest

from grading.answers import Answer, plain
from scenarios.work import Work

from .conftest import CASE, evidence

VOTES = Answer(form="answer", question="so_phieu", accepts=("{votes}", "{votes} phiếu"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban", "UỶ BAN"),
        ("hòa giải", "hoà  giải"),
        ("thủy lợi", "thuỷ lợi"),
        ("Thông báo.", " thông báo "),
        ("ƣu tiên", "ưu tiên"),
        ("khoẻ", "khỏe"),
        (unicodedata.normalize("NFD", "giấy mời"), "Giấy mời"),
        ("a\n b\tc", "a b c"),
    ],
)
def test_texts_that_mean_the_same_are_equal(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("giay moi", "giấy mời"), ("5", "50"), ("ban", "bàn")])
def test_texts_that_differ_stay_different(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("text", "holds"), [("5", True), (" 5 Phiếu. ", True), ("6", False), ("năm", False)]
)
def test_an_answer_is_right_if_it_is_one_of_those_accepted(text: str, holds: bool) -> None:
    work = Work(case=CASE.id, answers={"so_phieu": text})
    verdict = VOTES.judge(evidence(work=work, open_at=0))
    assert verdict.holds is holds
    assert not verdict.pending


@pytest.mark.parametrize("text", ["", "  ", "."])
def test_a_missing_answer_is_pending_while_the_run_is_open(text: str) -> None:
    work = Work(case=CASE.id, answers={"so_phieu": text})
    assert VOTES.judge(evidence(work=work, open_at=0)).pending
    ended = VOTES.judge(evidence(work=work))
    assert not ended.holds
    assert not ended.pending
