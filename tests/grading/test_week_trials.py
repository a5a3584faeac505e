"""A policy on a hundred seeded weeks, beside the simple ones; the parts say why."""

from __future__ import annotations

from functools import cache

from course.cli import main
from grading.criteria import criteria_of
from grading.explained import explained
from grading.score import judged
from grading.week_trials import OWN, POLICY_VI, Trial, trial_lines, trials
from office_sim import rulebook
from scenarios.case import CASES_DIR, load_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.week_play import play_week, policy_of, week_kinds, week_pieces
from scenarios.work import Work

CASE = load_case("mot_tuan_o_van_phong")
SIMPLE = ("all_by_arrival", "all_by_deadline")


@cache
def last(weeks: int) -> dict[str, Trial]:
    *_, found = trials(CASE, reference_work(CASE), weeks)
    return found


def test_the_reference_beats_both_simple_policies_over_a_hundred_weeks() -> None:
    found = last(100)
    assert list(found) == list(POLICY_VI)
    assert all(found[OWN].points > found[name].points + 3 for name in SIMPLE)
    assert all(found[OWN].worth_kept > found[name].worth_kept for name in SIMPLE)


def test_it_beats_them_also_where_they_share_its_people_and_handling() -> None:
    found = last(100)
    for name in ("own_by_arrival", "own_by_deadline"):
        assert found[OWN].points > found[name].points + 0.4
        assert found[OWN].parts["W04"] > found[name].parts["W04"] + 0.1
        assert found[OWN].parts["W12"] >= found[name].parts["W12"] - 0.001


def test_the_hours_kept_free_matter() -> None:
    own = reference_work(CASE)
    without = own.model_copy(update={"answers": {**own.answers, "du_phong": "0"}})
    *_, found = trials(CASE, without, 40)
    assert last(100)[OWN].parts["W04"] > found[OWN].parts["W04"] + 0.1


def test_the_order_alone_brings_urgent_papers_in_time() -> None:
    found = last(100)
    assert found[OWN].parts["W01"] > found["own_by_arrival"].parts["W01"]
    assert found[OWN].parts["W10"] == found["own_by_arrival"].parts["W10"]


def test_the_parts_add_up_to_the_points_and_say_why() -> None:
    lines = list(trial_lines(CASE, last(100)))
    assert any("hơn" in line and "Việc của nơi khác" in line for line in lines)
    by_deadline = lines.index(f"So với “{POLICY_VI['own_by_deadline']}”:")
    assert any("Hội nghị đột xuất" in line for line in lines[by_deadline:])
    assert "30" in lines[0]


def test_two_runs_are_identical() -> None:
    work = reference_work(CASE)
    assert list(trials(CASE, work, 3)) == list(trials(CASE, work, 3))


def test_every_week_brings_between_120_and_200_pieces_for_every_variant() -> None:
    for letter in "abcde":
        case = load_case(CASE.id, f"thang_10-{letter}")
        assert all(120 <= len(week_pieces(case, number)) <= 200 for number in range(20))


def test_the_case_s_own_week_is_the_one_that_is_marked() -> None:
    policy = policy_of(CASE, reference_work(CASE))
    assert play_week(CASE, policy) == play_week(CASE, policy, 0)
    assert play_week(CASE, policy) != play_week(CASE, policy, 1)


def test_a_work_that_refuses_all_is_told_where_it_is_worse() -> None:
    edit = Edit(tables={"tuan_viec": {"@*": {"cach": "tu_choi"}}})
    *_, found = trials(CASE, edited(CASE, reference_work(CASE), edit), 2)
    assert any("kém" in line for line in trial_lines(CASE, found))


def test_answers_that_are_no_numbers_or_too_large_do_no_harm() -> None:
    work = Work(case=CASE.id, answers={"du_phong": "nhiều", "lam_them": "-3"})
    policy = policy_of(CASE, work)
    assert (policy.spare_minutes, policy.overtime_minutes) == (0, 0)
    much = policy_of(CASE, Work(case=CASE.id, answers={"du_phong": "99", "lam_them": "99"}))
    assert (much.spare_minutes, much.overtime_minutes) == (450, 1200)


def test_after_hand_in_the_rows_that_went_wrong_are_told_with_their_reason() -> None:
    edit = Edit(tables={"tuan_viec": {"@noi_khac": {"cach": "lam"}}})
    work = edited(CASE, reference_work(CASE), edit)
    criterion = next(one for one in criteria_of(CASE) if one.id == "W10")
    (line,) = explained(judged(CASE, work).evidence, criterion)
    assert line.startswith("Hàng 13, “Việc của nơi khác")
    assert "0/" in line
    assert "Ủy ban Kiểm tra" in line
    assert explained(judged(CASE, reference_work(CASE)).evidence, criterion) == []


def test_every_kind_of_work_names_a_duty_and_a_confirmed_rule() -> None:
    book = rulebook.load()
    for kind in week_kinds(CASE):
        assert book[kind.rule].confirmed, kind.id
        assert kind.duty.startswith("I.3.b."), kind.id


def test_a_table_with_three_rows_earns_little_for_right_people() -> None:
    rows = dict(list(reference_work(CASE).tables["tuan_viec"].items())[-3:])
    result = play_week(CASE, policy_of(CASE, Work(case=CASE.id, tables={"tuan_viec": rows})))
    assert (result.right_person(()) or 0) < 0.2


def test_the_command_compares_and_refuses_a_case_without_a_week(capsys) -> None:  # type: ignore[no-untyped-def]
    folder = str(CASES_DIR / CASE.id / "reference")
    assert main(["case", "weeks", CASE.id, folder, "--weeks", "2"]) == 0
    assert "2 tuần" in capsys.readouterr().out
    empty = str(CASES_DIR / "don_thu" / "reference")
    assert main(["case", "weeks", "don_thu", empty]) == 2
