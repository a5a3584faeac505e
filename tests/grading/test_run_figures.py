"""The figures of a run in words."""

from __future__ import annotations

from datetime import timedelta

from grading.run_figures import run_figures
from scenarios.case import load_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.play import play
from scenarios.work import Work

CASE = load_case("hoi_nghi_dot_xuat")


def told(work: Work, case_id: str = CASE.id) -> dict[str, str]:
    case = load_case(case_id)
    return {one.title: one.value for one in run_figures(case, work, play(case, work))}


def test_a_good_run_opens_on_time_with_its_quorum() -> None:
    found = told(reference_work(CASE))
    assert found["Hội nghị khai mạc"] == "08:00, đúng giờ"
    assert found["Có mặt khi khai mạc"] == "8/9 người (cần 6)"
    assert found["Lộ bí mật (mô phỏng)"] == "không"
    assert found["Làm thêm giờ, người nhiều nhất"].endswith(" giờ")
    assert "Gia đình đã thăm" not in found


def test_a_run_without_calls_does_not_open_and_has_consequences() -> None:
    found = told(edited(CASE, reference_work(CASE), Edit(drop=("goi_xac_nhan",))))
    assert found["Hội nghị khai mạc"] == "không mở được"
    assert found["Hậu quả phải chịu"].endswith(" lần")


def test_before_anything_has_happened_the_figures_say_not_yet() -> None:
    work = Work(case=CASE.id)
    run = play(CASE, work, until=CASE.world.start + timedelta(minutes=1))
    found = {one.title: one.value for one in run_figures(CASE, work, run)}
    assert found["Hội nghị khai mạc"] == "chưa tới"
    assert found["Biết tin trước giờ họp"] == "chưa tới"
    assert found["Việc giao mà không làm được"] == "không"


def test_visits_tell_how_many_families_were_seen_and_how() -> None:
    case = load_case("tham_27_7")
    found = told(reference_work(case), case.id)
    assert found["Lễ dâng hương khai mạc"] == "07:00, đúng giờ"
    assert found["Gia đình đã thăm"].startswith("1")
    assert found["Có lãnh đạo đi cùng"].endswith(" gia đình")
    assert "cần" not in found["Có mặt khi khai mạc"]
