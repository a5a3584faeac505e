"""The case of the visits: careless ways score low, each its own way, and say why."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from grading.findings import Status
from grading.groups import groups_of
from grading.rubric import load_rubric
from grading.score import score
from office_sim.log import EventKind
from office_sim.sentences import Sentences
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work
from scenarios.work_file import read_work

CASE = load_case("tham_27_7")
REFERENCE = reference_work(CASE)
COVERAGE = Path(__file__).parents[2] / "course" / "coverage.csv"
CHAINS = {
    "chuoi_nha_co_tang": ["chuoi_nha_co_tang", "chuoi_xin_loi", "chuoi_giai_trinh_danh_sach"],
    "chuoi_hai_doan_mot_cong": ["chuoi_hai_doan", "chuoi_nha_sau_cho", "chuoi_nha_bi_bo_quen"],
    "chuoi_quen_nguyen_vong": [
        "chuoi_quen_nguyen_vong",
        "chuoi_gia_dinh_hoi",
        "chuoi_don_thang_tam",
    ],
    "H12_ky_thay_cho_qua": ["chuoi_tra_quyet_toan", "chuoi_chua_nhan_qua", "chuoi_bu_qua"],
}


def share(work: Work) -> float:
    sheet = score(CASE, work)
    return sheet.points / sheet.max_points


def test_the_rubric_has_the_four_words_of_the_course() -> None:
    titles = [group.title for group in groups_of(CASE)]
    assert titles == ["Chu đáo", "Thiết thực", "Hiệu quả", "Ý nghĩa"]
    assert {one.group for one in load_rubric(CASE.folder).criteria} == {
        group.id for group in groups_of(CASE)
    }


def test_a_rubric_without_groups_has_those_of_the_phases() -> None:
    other = load_case("hoi_nghi_dot_xuat")
    assert [one.id for one in groups_of(other)] == [one.id for one in other.file.phases]


def test_every_criterion_names_points_of_the_course() -> None:
    with COVERAGE.open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    named = {point for one in load_rubric(CASE.folder).criteria for point in one.coverage}
    named |= {point for inject in CASE.file.injects for point in inject.points}
    assert named <= known
    assert "IV.2.TH2" in named


def test_an_untouched_work_earns_nothing_and_is_told_that_nothing_was_tried() -> None:
    sheet = score(CASE, Work(case=CASE.id, variant=CASE.variant.id))
    assert sheet.points == 0
    assert {one.status for one in sheet.findings} == {Status.NOT_ATTEMPTED}


def test_giving_everything_out_in_the_first_hour_spoils_most_of_it() -> None:
    orders = tuple(
        order.model_copy(update={"at": CASE.world.start, "who": "tam"})
        for order in REFERENCE.orders
    )
    assert share(REFERENCE.model_copy(update={"orders": orders})) < 0.75


def test_deciding_well_without_any_preparation_is_not_enough() -> None:
    assert share(REFERENCE.model_copy(update={"orders": (), "tables": {}})) < 0.35


def test_believing_the_list_costs_on_the_day_itself() -> None:
    believed = REFERENCE.model_copy(update={"tables": {**REFERENCE.tables, "ra_soat": {}}})
    run = play(CASE, believed)
    (gifts,) = run.office.events(EventKind.GIFTS_PREPARED)
    assert int(str(gifts.detail["twice"])) == 6
    assert int(str(gifts.detail["gone"])) == 5
    found = {event.subject for event in run.office.events(EventKind.CONSEQUENCE)}
    assert {"chuoi_hai_suat", "chuoi_thu_lai", "chuoi_kiem_tra_chi"} <= found


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_of_consequences_is_told_link_by_link(name: str) -> None:
    work = read_work(CASE.folder / "wrong" / name / "bai_lam.json")
    assert work is not None
    run = play(CASE, work)
    happened = [
        event.subject
        for event in run.office.events(EventKind.CONSEQUENCE)
        if event.subject in CHAINS[name]
    ]
    assert happened == CHAINS[name]
    says = Sentences(CASE.world)
    assert all(says.of(event).endswith((".", "”")) for event in run.log)


def test_the_reference_sets_off_no_chain() -> None:
    assert play(CASE, REFERENCE).office.events(EventKind.CONSEQUENCE) == []


def test_a_finding_never_tells_the_answer_before_hand_in() -> None:
    total, gifts = CASE.say("{gift_total_dots}"), CASE.say("{gifts}")
    sheet = score(CASE, Work(case=CASE.id, answers={"so_suat": "1", "tong_tien": "1"}))
    finding = sheet.finding("H15")
    assert finding is not None
    for text in (finding.where, finding.why, finding.fix):
        assert total not in text
        assert gifts not in text.split()
