"""Names and times in a case that lead nowhere are found, each with its place and its mend."""

import pytest

from scenarios.case import case_ids, load_case, read_case
from scenarios.check_names import check_names
from scenarios.known_names import producible

from .conftest import Copy


def found(copy: Copy) -> dict[str, str]:
    mistakes = list(check_names(read_case(copy.folder)))
    assert {one.file for one in mistakes} <= {"hoi_nghi_dot_xuat/case.toml"}
    assert all(one.mend for one in mistakes)
    return {one.place: one.problem for one in mistakes}


@pytest.mark.parametrize("case_id", case_ids())
def test_the_cases_of_the_kit_name_nothing_that_is_not_there(case_id: str) -> None:
    assert list(check_names(load_case(case_id))) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        (
            'needs = ["list_proposed:hoi_nghi"]',
            'needs = ["list_proposed:hoi_ngh"]',
            "task “trinh_danh_sach”, needs",
            "không gì tạo ra được “list_proposed:hoi_ngh”: ngõ cụt",
        ),
        (
            'answered_by = "hanh"\nanswer = "list_approved"',
            'answered_by = "hanhh"\nanswer = "list_approved"',
            "task “trinh_danh_sach”, answered_by",
            "không có “hanhh”",
        ),
        (
            'answered_by = "hanh"\nanswer = "list_approved"',
            'answered_by = "hanh"',
            "task “trinh_danh_sach”",
            "chỉ ghi một nửa phần trả lời của lãnh đạo",
        ),
        (
            'emits = "papers_assigned"\nsubject = "tai_lieu"',
            'emits = "papers_assigned"\nsubject = "tai_lieuu"',
            "task “giao_tai_lieu”, subject",
            "không có “tai_lieuu”",
        ),
        (
            'id = "giao_tai_lieu"\nphase = "before"',
            'id = "giao_tai_lieu"\nphase = "truoc"',
            "task “giao_tai_lieu”, phase",
            "không có “truoc”",
        ),
        (
            'id = "chuong_trinh"\nphase',
            'id = "giao_tai_lieu"\nphase',
            "task",
            "mã “giao_tai_lieu” dùng hai lần",
        ),
        (
            'id = "giao_tai_lieu"\nphase = "before"',
            'id = "giao_tai_lieu"\nonly = { mua = ["he"] }\nphase = "before"',
            "task “giao_tai_lieu”, only",
            "không có “mua”",
        ),
        (
            'id = "giao_tai_lieu"\nphase = "before"',
            'id = "giao_tai_lieu"\nonly = { time = ["h99"] }\nphase = "before"',
            "task “giao_tai_lieu”, only.time",
            "không có “h99”",
        ),
        (
            '{ id = "tin_nhan", text = "Tin nhắn điện thoại" }',
            '{ id = "bo_cau", text = "Bồ câu" }',
            "task “gui_giay_moi”, option “channel”",
            "không có “bo_cau”",
        ),
        (
            'id = "room"\ntitle = "Phòng"',
            'id = "phong"\ntitle = "Phòng"',
            "task “dat_phong”, option “room”",
            "việc này cần một mục chọn như vậy",
        ),
        (
            '{ id = "mat", text = "Có tài liệu mật',
            '{ id = "ai_hop", text = "Có tài liệu mật',
            "task “lam_ro_yeu_cau”, option “noi_dung”",
            "mã “ai_hop” dùng hai lần",
        ),
        (
            'bodies = ["btv", "bch"]',
            'bodies = ["btv", "bcx"]',
            "person “binh”, bodies",
            "không có “bcx”",
        ),
        ('mute = ["he_thong"]', 'mute = ["he_thog"]', "person “dung”, mute", "không có “he_thog”"),
        (
            'id = "con_om"\ntitle = "Con của văn thư ốm"\nby = "mai"',
            'id = "con_om"\ntitle = "Con của văn thư ốm"\nby = "mai2"',
            "inject “con_om”, by",
            "không có “mai2”",
        ),
        (
            'at = "start+1h30m"',
            'at = "start-1h30m"',
            "inject “con_om”, at",
            "giờ “start-1h30m” nằm ngoài tình huống ở biến thể sat_lo-btv-h4",
        ),
        (
            'at = "meeting-1h40m"',
            'at = "meeting-10h"',
            "inject “doi_gio”, at",
            "giờ “meeting-10h” nằm ngoài tình huống ở biến thể sat_lo-btv-h4",
        ),
        (
            'at = "start+1h30m"',
            'at = "start+1h30m"\non = { kind = "list_proposed" }',
            "inject “con_om”",
            "cần đúng một trong hai: at hoặc on",
        ),
        (
            '{ kind = "away", target = "mai", span = "30m"',
            '{ kind = "away", target = "maii", span = "30m"',
            "inject “con_om”, effects",
            "không có “maii”",
        ),
        (
            '{ kind = "take_room", target = "hoi_truong"',
            '{ kind = "take_room", target = "san_dinh"',
            "inject “muon_phong”, effects",
            "không có “san_dinh”",
        ),
        (
            'kind = "move_meeting", span = "30m"',
            'kind = "make_secret", target = "tai_lieu", level = "bi_mat"',
            "inject “doi_gio”, effects, level",
            "không có “bi_mat”",
        ),
        (
            'on = { kind = "paper_drafted", subject = "thong_bao" }',
            'on = { kind = "paper_drafted", subject = "thong_baoo" }',
            "inject “sai_ten_loai”, subject",
            "không gì tạo ra được “paper_drafted:thong_baoo”",
        ),
        (
            'where = { choice = "cu_nguoi" } }',
            'where = { choice = "cu_nguoii" } }',
            "happening “co_tai_lieu_nhanh”, choice",
            "không có “cu_nguoii”",
        ),
        (
            'subject = "cham_tai_lieu", where',
            'subject = "cham_tai", where',
            "happening “co_tai_lieu_nhanh”, subject",
            "không có “cham_tai”",
        ),
        (
            'given = [{ kind = "consequence", subject = "chuoi_moi_nham" }]',
            'given = [{ kind = "consequence", subject = "chuoi_moi" }]',
            "happening “nghe_viec_han_che”, subject",
            "không gì tạo ra được “consequence:chuoi_moi”",
        ),
        (
            'id = "hoi_nghi_dot_xuat"',
            'id = "hoi_nghi_khac"',
            "id",
            "thư mục tên là “hoi_nghi_dot_xuat”",
        ),
    ],
)
def test_a_planted_fault_is_named_with_its_place(
    copy: Copy, old: str, new: str, place: str, problem: str
) -> None:
    copy.edit(old, new)
    if place == "id":
        mistakes = list(check_names(read_case(copy.folder)))
        assert [(one.place, one.problem) for one in mistakes] == [(place, problem)]
        return
    assert found(copy).get(place) == problem, found(copy)


def test_an_inject_with_a_single_choice_is_a_dead_end(copy: Copy) -> None:
    copy.add(
        '[[inject]]\nid = "mot_loi"\nat = "start+1h"\ntext = "Hỏi"\n'
        '[[inject.choices]]\nid = "a"\ntext = "Chỉ một"\n'
    )
    assert found(copy) == {"inject “mot_loi”": "ngõ cụt: không có gì để chọn"}


def test_two_choices_of_one_name_are_told(copy: Copy) -> None:
    copy.edit(
        'id = "khong_cho"\ntext = "Động viên chị ở lại',
        'id = "ban_giao"\ntext = "Động viên chị ở lại',
    )
    assert found(copy) == {"inject “con_om”": "lựa chọn “ban_giao” dùng hai lần"}


def test_several_faults_are_told_at_once(copy: Copy) -> None:
    copy.edit('mute = ["he_thong"]', 'mute = ["he_thog"]')
    copy.edit('at = "start+1h30m"', 'at = "start-1h30m"')
    copy.edit('needs = ["paper_signed:giay_moi"]', 'needs = ["paper_signed:giay_mo"]')
    assert len(found(copy)) == 3


def test_what_can_be_brought_about_is_known() -> None:
    made = producible(load_case("hoi_nghi_dot_xuat").file)
    assert {
        "paper_registered:giay_moi",
        "list_approved:hoi_nghi",
        "meeting_opened:hoi_nghi",
        "paper_leaked:phu_luc",
        "room_lost:hoi_truong",
        "consequence:chuoi_cham",
        "paper_received:tai_lieu",
    } <= made
    assert "consequence:hoi_truong" not in made
