"""Names in the reference plan and in the edits that lead nowhere are found."""

import pytest

from scenarios.case import case_ids, load_case, read_case
from scenarios.check_plan import check_plan

from .conftest import Copy

PLAN = "reference/plan.toml"
ID = "hoi_nghi_dot_xuat"


def found(copy: Copy) -> dict[tuple[str, str], str]:
    mistakes = list(check_plan(read_case(copy.folder)))
    assert all(one.mend for one in mistakes)
    return {(one.file.removeprefix(f"{ID}/"), one.place): one.problem for one in mistakes}


@pytest.mark.parametrize("case_id", case_ids())
def test_the_plans_of_the_kit_name_nothing_that_is_not_there(case_id: str) -> None:
    assert list(check_plan(load_case(case_id))) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('task = "hau_can"', 'task = "hau_cann"', "order “hau_cann”", "không có “hau_cann”"),
        ('who = "khoa"', 'who = "hanh"', "order “dat_phong”, who", "không có “hanh”"),
        (
            '{ room = "hoi_truong" }',
            '{ room = "san" }',
            "order “dat_phong”, options.room",
            "không có “san”",
        ),
        (
            '{ room = "hoi_truong" }',
            '{ phong = "san" }',
            "order “dat_phong”, options",
            "không có “phong”",
        ),
        (
            '{ room = "hoi_truong" }',
            '{ room = ["hoi_truong", "phong_hop"] }',
            "order “dat_phong”, options.room",
            "chỉ được chọn một mục",
        ),
        (
            'at = "start+5m"',
            'at = "start-5m"',
            "order “lam_ro_yeu_cau”, at",
            "giờ “start-5m” nằm ngoài tình huống ở biến thể sat_lo-btv-h4",
        ),
        (
            'only = { body = ["btv"] }',
            'only = { bdy = ["btv"] }',
            "order “xin_trieu_tap”, only",
            "không có “bdy”",
        ),
        ('con_om = "ban_giao"\n', "", "decisions", "chưa quyết định tình tiết “con_om”"),
        ('con_om = "ban_giao"', 'con_om = "ban_gia"', "decisions.con_om", "không có “ban_gia”"),
        ('so_phieu = "{votes}"', 'so_phiu = "{votes}"', "answers", "không có “so_phiu”"),
    ],
)
def test_a_fault_in_the_plan_is_named(
    copy: Copy, old: str, new: str, place: str, problem: str
) -> None:
    copy.edit(old, new, PLAN)
    assert found(copy).get((PLAN, place)) == problem, found(copy)


def test_a_decision_at_an_unknown_inject_is_named(copy: Copy) -> None:
    copy.edit("[decisions]\n", '[decisions]\nkhong_co = "x"\n', PLAN)
    assert found(copy) == {(PLAN, "decisions"): "không có “khong_co”"}


def test_faults_in_several_edits_are_told_at_once(copy: Copy) -> None:
    for name, old, new in (
        ("T16_quen_hau_can", '"hau_can"', '"hau_cann"'),
        ("D05_ke_toan_ghi_bien_ban", '"khoa"', '"khoaa"'),
        ("T11_mac_ke_bao_vang", '"ke"', '"kee"'),
        ("T20_nham_so_phieu", "so_phieu =", "so_phiu ="),
        ("D06_khong_du_thao_ket_luan", "schema = 1", 'schema = 1\nvariant = "la"'),
    ):
        copy.edit(old, new, f"wrong/{name}/edit.toml")
    copy.add("x = [", "wrong/D01_kiem_tra_qua_loa/edit.toml")
    told = found(copy)
    assert told["wrong/T16_quen_hau_can/edit.toml", "drop"] == "không có “hau_cann”"
    place = "assign.ghi_bien_ban, who"
    assert told["wrong/D05_ke_toan_ghi_bien_ban/edit.toml", place] == "không có “khoaa”"
    assert told["wrong/T11_mac_ke_bao_vang/edit.toml", "decide.bao_vang"] == "không có “kee”"
    assert told["wrong/T20_nham_so_phieu/edit.toml", "answer"] == "không có “so_phiu”"
    assert told["wrong/D06_khong_du_thao_ket_luan/edit.toml", "variant"] == "không có “la”"
    assert "không đọc được tệp theo dạng TOML" in told.values()
    assert len(told) == 6


def test_a_plan_that_is_missing_is_named(copy: Copy) -> None:
    (copy.folder / PLAN).unlink()
    assert found(copy)[PLAN, ""] == "không mở được tệp"
