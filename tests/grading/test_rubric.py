"""Reading rubrics: every criterion stands on a rule, and the numbers in it are the rulebook's."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from grading.constraints import Response
from grading.rubric import RubricError, load_rubric
from grading.score import score
from office_sim import rulebook
from scenarios.case import CASES_DIR, case_ids, load_case
from scenarios.work import Work

CRITERIA = [
    pytest.param(case_id, one, id=f"{case_id}/{one.id}")
    for case_id in case_ids()
    for one in load_rubric(CASES_DIR / case_id).criteria
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the rubric of case 1 alone."""
    place = tmp_path / "hoi_nghi_dot_xuat"
    place.mkdir()
    shutil.copy(CASES_DIR / "hoi_nghi_dot_xuat" / "rubric.toml", place)
    return place


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "rubric.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> dict[str, str]:
    with pytest.raises(RubricError) as caught:
        load_rubric(folder)
    assert {one.file for one in caught.value.mistakes} == {"hoi_nghi_dot_xuat/rubric.toml"}
    assert all(one.mend for one in caught.value.mistakes)
    return {one.place: one.problem for one in caught.value.mistakes}


@pytest.mark.parametrize(("case_id", "criterion"), CRITERIA)
def test_a_criterion_cites_a_rule_and_costs_points_only_if_the_rule_is_sure(
    case_id: str, criterion: object
) -> None:
    rule = rulebook.load()[criterion.rule]  # type: ignore[attr-defined]
    assert rule.source
    assert rule.confirmed or criterion.worth == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(("case_id", "criterion"), CRITERIA)
def test_a_criterion_tells_where_why_how_and_afterwards_more(
    case_id: str, criterion: object
) -> None:
    texts = [getattr(criterion, key) for key in ("title", "where", "why", "fix", "lesson")]
    assert all(text.strip() for text in texts)
    assert len(set(texts)) == 5


@pytest.mark.parametrize("case_id", case_ids())
def test_the_points_of_a_sheet_are_those_of_its_criteria(case_id: str) -> None:
    case = load_case(case_id)
    worth = sum(criterion.worth for criterion in load_rubric(case.folder).criteria)
    assert score(case, Work(case=case_id)).max_points == worth > 0


def test_the_time_limits_for_minutes_are_those_of_the_rulebook() -> None:
    criteria = load_rubric(CASES_DIR / "hoi_nghi_dot_xuat").criteria
    minutes = next(one for one in criteria if one.id == "S02")
    limits = {
        check.only["body"]: check.within for check in minutes.checks if isinstance(check, Response)
    }
    book = rulebook.load()
    for body, rule_id in ((("btv",), "R12"), (("bch",), "R11")):
        maximum = book[rule_id].maximum
        assert maximum is not None
        assert limits[body] == timedelta(days=maximum)


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('rule = "HN01"\n', "", "criterion “T01”, rule", "thiếu mục này"),
        ('rule = "HN01"', 'rule = "HN99"', "criterion “T01”", "sổ quy tắc không có mục “HN99”"),
        (
            'rule = "HN01"',
            'rule = "DL04"',
            "criterion “T01”",
            "quy tắc DL04 chưa được xác nhận nên không được trừ điểm",
        ),
        ('id = "T02"', 'id = "T01"', "criterion “T01”", "mã dùng hai lần"),
        ('tried = ["lam_ro_yeu_cau"]', "tried = []", "criterion “T01”, tried", None),
        ("worth = 2", "worth = -2", "criterion “T01”, worth", "giá trị “-2” không hợp lệ"),
        ('form = "existence"', 'form = "existance"', "criterion “T01”, check thứ 1", None),
        (
            'kind = "request_clarified"',
            'kind = "request_clarifed"',
            "criterion “T01”, check thứ 1, existence, event, kind",
            "giá trị “request_clarifed” không dùng được",
        ),
        (
            'until = "start+1h"',
            'until = "starrt+1h"',
            "criterion “T01”, check thứ 1, existence, until",
            "“starrt” không phải mốc thời gian",
        ),
        (
            'until = "start+1h"',
            'untl = "start+1h"',
            "criterion “T01”, check thứ 1, existence, untl",
            "không có mục nào tên như vậy",
        ),
        (
            "full = 0\nnone = 30",
            "full = 30\nnone = 30",
            "criterion “S10”, check thứ 1, measure",
            "full và none bằng nhau",
        ),
        (
            'within = "20m"',
            "within = 20",
            "criterion “S01”, check thứ 1, response, within",
            "“20” không phải khoảng thời gian",
        ),
    ],
)
def test_a_planted_fault_is_named_with_its_place(
    folder: Path, old: str, new: str, place: str, problem: str | None
) -> None:
    edit(folder, old, new)
    found = told(folder)
    assert place in found, found
    assert problem is None or found[place] == problem


def test_an_unconfirmed_rule_may_stand_where_nothing_is_at_stake(folder: Path) -> None:
    edit(folder, 'worth = 2\nrule = "HN01"', 'worth = 0\nrule = "DL04"')
    first = load_rubric(folder).criteria[0]
    assert (first.rule, first.worth) == ("DL04", 0)


def test_faults_in_several_criteria_are_told_at_once(folder: Path) -> None:
    edit(folder, 'rule = "HN01"', 'rule = "HN99"')
    edit(folder, 'rule = "DL06"', 'rule = "DL04"')
    edit(folder, 'id = "S11"', 'id = "S10"')
    assert len(told(folder)) == 3


def test_a_rubric_that_is_broken_or_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    edit(folder, 'rule = "HN01"', 'rule = "HN01')
    assert list(told(folder).values()) == ["không đọc được tệp theo dạng TOML"]
    empty = tmp_path / "trong" / "hoi_nghi_dot_xuat"
    empty.mkdir(parents=True)
    assert told(empty) == {"": "không mở được tệp"}
