"""Edits: small changes that turn the reference into another work."""

from datetime import timedelta
from pathlib import Path

import pytest

from scenarios.case import CaseError, load_case, read_case
from scenarios.edits import Edit, edited, read_edit, read_plan, reference_work
from scenarios.work import Work

from .conftest import Copy

CASE = load_case("hoi_nghi_dot_xuat")
REFERENCE = reference_work(CASE)


def made(**fields: object) -> Work:
    return edited(CASE, REFERENCE, Edit.model_validate(fields))


def options_of(work: Work, task: str) -> object:
    return next(one.options for one in work.orders if one.task == task)


def test_the_reference_has_its_times_from_the_anchors_of_the_variant() -> None:
    other = CASE.in_variant("sat_lo-btv-h4")
    for here in (CASE, other):
        first = next(o for o in reference_work(here).orders if o.task == "lam_ro_yeu_cau")
        assert first.at == here.world.start + timedelta(minutes=5)


def test_the_reference_holds_only_what_the_variant_has() -> None:
    standing = reference_work(CASE.in_variant("sat_lo-btv-h16"))
    whole = reference_work(CASE.in_variant("sat_lo-bch-h16"))
    assert options_of(standing, "xin_trieu_tap") == {"by": "thuong_truc"}
    assert options_of(whole, "xin_trieu_tap") == {"by": "ban_thuong_vu"}
    assert (standing.answers["so_phieu"], whole.answers["so_phieu"]) == ("5", "14")


def test_an_empty_edit_changes_nothing() -> None:
    assert made() == REFERENCE


def test_orders_can_be_dropped_moved_given_to_others_and_changed() -> None:
    work = made(
        drop=["hau_can"],
        move={"dat_phong": "start+2h"},
        assign={"dat_phong": "lan"},
        options={"dat_phong": {"room": "phong_hop"}},
    )
    assert "hau_can" not in {order.task for order in work.orders}
    room = next(order for order in work.orders if order.task == "dat_phong")
    assert (room.who, room.at) == ("lan", CASE.world.start + timedelta(hours=2))
    assert room.options == {"room": "phong_hop"}
    assert len(work.orders) == len(REFERENCE.orders) - 1


def test_changed_options_keep_those_not_named() -> None:
    work = made(options={"hoan_chinh_bien_ban": {"so_ban": "mot"}})
    assert options_of(work, "hoan_chinh_bien_ban") == {
        "so_ban": "mot",
        "xac_nhan": ("nguoi_ghi", "chu_tri", "dau"),
    }


def test_decisions_and_answers_can_be_changed_and_orders_added() -> None:
    work = made(
        decide={"con_om": "khong_cho"},
        answer={"so_phieu": "4"},
        add=[{"task": "gui_phu_luc", "who": "mai", "at": "meeting-1h"}],
    )
    decision = work.decision_at("con_om")
    assert decision is not None
    assert decision.choice == "khong_cho"
    assert work.answers == {"so_phieu": "4"}
    assert work.orders[-1].task == "gui_phu_luc"
    assert len(work.decisions) == len(REFERENCE.decisions)


@pytest.mark.parametrize("key", ["drop", "move", "assign", "options"])
def test_an_edit_of_a_task_that_the_work_does_not_have_is_an_error(key: str) -> None:
    values = {"drop": ["x"], "move": {"x": "start"}, "assign": {"x": "tam"}, "options": {"x": {}}}
    with pytest.raises(KeyError, match="x"):
        made(**{key: values[key]})


def test_mistakes_in_the_plan_are_told_at_once_with_file_and_place(copy: Copy) -> None:
    case = read_case(copy.folder)
    copy.edit('at = "start+5m"', 'at = "strat+5m"', "reference/plan.toml")
    copy.edit(
        'who = "tam"\nat = "start+20m"', 'hwo = "tam"\nat = "start+20m"', "reference/plan.toml"
    )
    with pytest.raises(CaseError) as caught:
        read_plan(case)
    told = {one.place: one.problem for one in caught.value.mistakes}
    assert {one.file for one in caught.value.mistakes} == {"hoi_nghi_dot_xuat/reference/plan.toml"}
    assert "“strat” không phải mốc thời gian" in told["order thứ 1, at"]
    assert told["order thứ 2, who"] == "thiếu mục này"
    assert told["order thứ 2, hwo"] == "không có mục nào tên như vậy"


def test_an_edit_that_is_broken_or_missing_is_told_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "ca" / "wrong" / "bai" / "edit.toml"
    path.parent.mkdir(parents=True)
    with pytest.raises(CaseError, match=r"ca/wrong/bai/edit.toml: không mở được tệp"):
        read_edit(path)
    path.write_text("fails = [", encoding="utf-8")
    with pytest.raises(
        CaseError, match=r"ca/wrong/bai/edit.toml.*: không đọc được tệp theo dạng TOML"
    ):
        read_edit(path)
    path.write_text("drpo = []", encoding="utf-8")
    with pytest.raises(CaseError, match=r"ca/wrong/bai/edit.toml, drpo: không có mục nào"):
        read_edit(path)
