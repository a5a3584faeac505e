"""Sentences that people write in the half-pages: what makes a point, and what claims too much."""

from __future__ import annotations

import re

import pytest

from grading.document_facts import facts_for, facts_of
from grading.word import PointFact
from grading.word.check_points import _claims
from grading.word.text import fold
from scenarios.case import load_case

MAKES = [
    ("tong_hop_bao_cao", "noi_bao", "Tổng số là 25 chỉ thị (6/8 huyện, thành phố có báo cáo)."),
    ("tong_hop_bao_cao", "noi_bao", "Có 6 trên 8 đơn vị báo, cộng lại là 96 kế hoạch."),
    ("tong_hop_bao_cao", "noi_bao", "127 báo cáo, của 2 trong số 8 nơi."),
    ("tong_hop_bao_cao", "hoi_lai", "Riêng Đắk R’lấp nêu 4 kế hoạch, văn phòng đang xác minh."),
    ("tong_hop_bao_cao", "don_doc", "Còn hai nơi chưa báo, đề nghị Thường trực giao đôn đốc."),
    ("tham_dinh_de_an", "chuong_trinh", "Đề án rác thải nằm ngoài chương trình quý IV."),
    ("tham_dinh_de_an", "y_kien", "Đã hỏi các ngành, bà con trong vùng và chuyên gia."),
]
CLAIMS = [
    ("tong_hop_bao_cao", "ca_tam_noi", "Toàn tỉnh ban hành 25 chỉ thị."),
    ("tong_hop_bao_cao", "chua_bao_la_khong", "Năm huyện không có đơn thư."),
    ("tong_hop_bao_cao", "chua_bao_la_khong", "Đắk Mil, Tuy Đức có 0 chỉ thị."),
    ("tong_hop_bao_cao", "xep_hang", "Gia Nghĩa có nhiều đơn thư nhất tỉnh."),
    ("tong_hop_bao_cao", "xep_hang", "Nơi ban hành ít kế hoạch nhất là Đắk Song."),
    ("tong_hop_bao_cao", "binh_quan", "Trung bình mỗi huyện có 12 kế hoạch."),
    ("tham_dinh_de_an", "deu_dat", "Hồ sơ ba đề án đều đầy đủ."),
    ("tham_dinh_de_an", "lam_ho", "Văn phòng đã bổ sung giúp phần kinh phí."),
]
HARMLESS = [
    ("tong_hop_bao_cao", "Có ít nhất 6 nơi đã báo."),
    ("tong_hop_bao_cao", "Nhiều nơi thống nhất cách đếm."),
    ("tong_hop_bao_cao", "Số đơn thư nhiều nhất ở đâu thì chưa thể kết luận."),
    ("tong_hop_bao_cao", "Hai đơn vị không nêu số, không có nghĩa là không ban hành."),
    ("tong_hop_bao_cao", "Các huyện ban hành 25 chỉ thị (6/8 nơi báo)."),
    ("tham_dinh_de_an", "Ba đề án chưa đủ điều kiện trình."),
    ("tham_dinh_de_an", "Văn phòng đề nghị Ủy ban nhân dân xã bổ sung."),
    ("tham_dinh_de_an", "Văn phòng không viết hộ."),
]


def points(case_id: str) -> tuple[tuple[PointFact, ...], tuple[PointFact, ...]]:
    case = load_case(case_id)
    facts = facts_for(case, case.documents[0], facts_of(case))
    return facts.musts, facts.nevers


def claimed(case_id: str, sentence: str) -> set[str]:
    return {one.id for one in points(case_id)[1] if _claims(one, fold(sentence))}


@pytest.mark.parametrize(("case_id", "point", "sentence"), MAKES)
def test_a_point_may_be_made_in_other_words(case_id: str, point: str, sentence: str) -> None:
    musts, _ = points(case_id)
    assert point in {one.id for one in musts if re.search(one.pattern, fold(sentence))}
    assert claimed(case_id, sentence) == set()


@pytest.mark.parametrize(("case_id", "point", "sentence"), CLAIMS)
def test_what_the_data_do_not_carry_is_noticed(case_id: str, point: str, sentence: str) -> None:
    assert claimed(case_id, sentence) == {point}


@pytest.mark.parametrize(("case_id", "sentence"), HARMLESS)
def test_what_may_be_said_is_left_alone(case_id: str, sentence: str) -> None:
    assert claimed(case_id, sentence) == set()
