"""The warning about what looks like real personal data or a real mark of secrecy."""

import unicodedata

import pytest

from course.desk.privacy import warning


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Số 012345678901", "căn cước"),
        ("CCCD 001 090 012 345.", "căn cước"),
        ("123456789012", "căn cước"),
        ("gọi 0912345678", "số điện thoại"),
        ("gọi 0912 345 678 nhé", "số điện thoại"),
        ("+84 912.345.678", "số điện thoại"),
        ("máy bàn 0214 3829 111", "số điện thoại"),
        ("Phụ lục đóng dấu MẬT", "mức độ mật"),
        ("TỐI MẬT", "mức độ mật"),
        ("Văn bản TUYỆT MẬT số 3", "mức độ mật"),
        (unicodedata.normalize("NFD", "dấu MẬT"), "mức độ mật"),
    ],
)
def test_what_looks_real_is_said_kindly(text: str, what: str) -> None:
    told = warning(text)
    assert what in told
    assert "Chữ vẫn được lưu." in told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Báo cáo số 18-GM/ĐU ngày 22/9/2026, 38 hộ, 7 giờ 30",
        "1.200.000.000 đồng",
        "15.000.000.000,5 đồng",
        "tài liệu mật phải giao tận tay",
        "BÍ MẬT NHÀ NƯỚC",
        "phụ lục MẬT (mô phỏng)",
        "công văn 0012/2026 và 20260922",
    ],
)
def test_ordinary_office_words_are_left_alone(text: str) -> None:
    assert warning(text) == ""


def test_several_things_are_said_in_one_sentence() -> None:
    told = warning("012345678901, 0912345678, MẬT")
    assert told.count("Bài học chỉ dùng") == 1
    assert "căn cước; có số giống số điện thoại; có dấu" in told
