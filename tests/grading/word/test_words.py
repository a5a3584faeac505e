"""Vietnamese text, old fonts, dates, hours and money as the checker reads them."""

import unicodedata
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.word.content import names_in
from grading.word.dates import find_dates, find_hours, in_words
from grading.word.legacy import decode, encoding_of, looks_tcvn3
from grading.word.money import find_money
from grading.word.text import canon, fold, is_caps


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("đảng uỷ", "đảng ủy"),
        ("ĐẢNG UỶ", "ĐẢNG ỦY"),
        ("Hoà bình", "Hòa bình"),
        ("quý, quỳ, quỷ", "quý, quỳ, quỷ"),
        ("hoàn thành, huỳnh", "hoàn thành, huỳnh"),
        ("tham mƣu, ĐƢỢC", "tham mưu, ĐƯỢC"),
        (unicodedata.normalize("NFD", "Giấy mời"), "Giấy mời"),
        ("a\u00a0b  c", "a b c"),
    ],
)
def test_text_is_brought_to_one_form(written: str, read: str) -> None:
    assert canon(written) == read


@given(st.text(max_size=60))
def test_folding_bears_any_text_and_its_form_does_not_matter(text: str) -> None:
    assert canon(canon(text)) == canon(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_capitals_need_a_letter() -> None:
    assert is_caps("ĐẢNG ỦY 1")
    assert not is_caps("Đảng ủy")
    assert not is_caps("12")


@pytest.mark.parametrize(
    ("typed", "font", "read"),
    [
        ("GiÊy mêi häp", ".VnTime", "Giấy mời họp"),
        ("®¶ng uû x·", ".VnTimeH", "ĐẢNG UỶ XÃ"),
        ("Ñaûng boä tænh", "VNI-Times", "Đảng bộ tỉnh"),
        ("Giấy mời", "Times New Roman", "Giấy mời"),
    ],
)
def test_text_in_old_fonts_is_decoded(typed: str, font: str, read: str) -> None:
    assert unicodedata.normalize("NFC", decode(typed, font)) == read


def test_old_fonts_are_named() -> None:
    assert encoding_of(".VnArial") == "TCVN3"
    assert encoding_of("VNI-Helve") == "VNI"
    assert encoding_of("Times New Roman") == ""
    assert looks_tcvn3("§Ò nghÞ c¸c ®ång chÝ")
    assert not looks_tcvn3("Đề nghị các đồng chí, giá 5 µm")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ngày 05 tháng 02 năm 2027", [date(2027, 2, 5)]),
        ("họp ngày 16/3/2027 và 17-03-2027", [date(2027, 3, 16), date(2027, 3, 17)]),
        ("ngày 31 tháng 4 năm 2027", [None]),
        ("sáng 16/3", [None]),
        ("có mặt 8/9 đồng chí", []),
        ("Số 12-GM/ĐU", []),
    ],
)
def test_dates_are_found(text: str, days: list[date | None]) -> None:
    assert [found.when for found in find_dates(fold(text))] == days


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("14 giờ 00", [time(14)]),
        ("14h30, 7 giờ 30 phút", [time(14, 30), time(7, 30)]),
        ("19:05", [time(19, 5)]),
        ("2 giờ chiều", [time(14)]),
        ("7 giờ rưỡi tối", [time(19, 30)]),
        ("25 giờ", [None]),
        ("trong 3 ngày", []),
    ],
)
def test_hours_are_found(text: str, hours: list[time | None]) -> None:
    assert [found.when for found in find_hours(fold(text))] == hours


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("600.000 đồng", [600_000]),
        ("1,5 triệu đồng", [1_500_000]),
        ("1 tỷ 200 triệu đồng", [1_200_000_000]),
        ("300 nghìn đồng và 95.000.000đ", [300_000, 95_000_000]),
        ("9 đồng chí", []),
    ],
)
def test_money_is_found(text: str, values: list[int]) -> None:
    assert [amount.value for amount in find_money(fold(text))] == values


def test_names_stop_where_the_name_stops() -> None:
    text = "Đồng chí Nông Quốc Việt trình bày; đồng chí Trưởng Công an xã; ông Lò Văn Sơn, xã."
    assert names_in(text) == ["Nông Quốc Việt", "Lò Văn Sơn"]


def test_a_date_in_words_pads_days_and_the_first_two_months() -> None:
    assert in_words(date(2027, 2, 5)) == "ngày 05 tháng 02 năm 2027"
    assert in_words(date(2027, 3, 16)) == "ngày 16 tháng 3 năm 2027"
