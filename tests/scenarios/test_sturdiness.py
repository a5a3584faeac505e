"""A plan is tried in many seeded bad days; the figures follow from the plan."""

from __future__ import annotations

from office_sim.disturbances import disturb
from scenarios.case import load_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.sturdiness import CAUSE_VI, goal_vi, measure_sturdiness
from scenarios.work import Work

CASE = load_case("hoi_nghi_dot_xuat")


def test_the_same_seed_brings_the_same_misfortunes_and_another_seed_others() -> None:
    assert disturb(CASE.world, 1) == disturb(CASE.world, 1)
    assert disturb(CASE.world, 1) != disturb(CASE.world, 2)


def test_the_reference_opens_on_time_on_most_bad_days() -> None:
    found = measure_sturdiness(CASE, reference_work(CASE), runs=40)
    assert found.share > 0.8


def test_a_plan_without_confirming_calls_fails_for_want_of_members() -> None:
    work = edited(CASE, reference_work(CASE), Edit(drop=("goi_xac_nhan",)))
    found = measure_sturdiness(CASE, work, runs=20)
    assert found.on_time == 0
    assert found.causes[0][0] == "quorum"


def test_a_plan_without_trying_the_equipment_fails_because_of_it() -> None:
    work = edited(CASE, reference_work(CASE), Edit(drop=("thu_thiet_bi",)))
    assert measure_sturdiness(CASE, work, runs=20).causes[0][0] == "equipment"


def test_an_empty_work_names_the_open_inject_as_its_cause() -> None:
    found = measure_sturdiness(CASE, Work(case=CASE.id), runs=3)
    assert (found.on_time, found.causes[0][0]) == (0, "decision")


def test_every_cause_has_words_and_progress_is_told_for_each_run() -> None:
    heard: list[int] = []
    measure_sturdiness(CASE, Work(case=CASE.id), runs=3, progress=heard.append)
    assert heard == [1, 2, 3]
    assert all(CAUSE_VI.values())


def test_visits_are_good_only_when_families_are_seen_on_time_with_a_leader() -> None:
    case = load_case("tham_27_7")
    reference = reference_work(case)
    assert measure_sturdiness(case, reference, runs=20).share > 0.5
    alone = [
        line.model_copy(update={"choice": "khong_lanh_dao"})
        if line.inject == "goi_len_tinh"
        else line
        for line in reference.decisions
    ]
    work = reference.model_copy(update={"decisions": tuple(alone)})
    found = measure_sturdiness(case, work, runs=20)
    assert found.on_time == 0
    assert "no_leader" in dict(found.causes)


def test_the_goal_of_a_case_is_said_in_its_own_words() -> None:
    assert goal_vi(CASE) == "Khai mạc đúng giờ, đủ người"
    assert "đúng hẹn" in goal_vi(load_case("tham_27_7"))
