"""A list is read from what people have, and everything odd is said before a class is made."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from course.classroom.roster import Member, Reading, in_groups, members_of, understand
from course.classroom.roster_file import RosterError, pasted_rows, read_list, rows_of

LIST = """DANH SÁCH HỌC VIÊN
STT;Họ và tên;Đơn vị;Số điện thoại;Nhóm
1;Nguyễn Văn An;Xã A;090;1
2;Nguyễn Văn An;Xã B;;2
3;NGUYỄN VĂN AN;Xã C;;1
4;Nguyễn  Văn An;Xã A;;2
5;Trần Thị Ánh;Xã A;;1
6;;Xã E;;1
7;Hoa;Xã E;;2
8;Lê Văn 5;Xã E;;2
9;Nguyen Van Binh;Xã E;;2
10;NguyÔn V¨n §øc Hßa;Xã D;;1
"""


@pytest.fixture
def reading() -> Reading:
    return understand(pasted_rows(LIST))


def said(reading: Reading, line: int) -> str:
    return "; ".join(next(row for row in reading.rows if row.line == line).remarks)


def test_three_people_of_one_name_have_three_ids(reading: Reading) -> None:
    ids = [one.id for one in members_of(reading) if one.name == "Nguyễn Văn An"]
    assert ids == ["nguyen_van_an", "nguyen_van_an_2", "nguyen_van_an_3"]
    assert "khác đơn vị" in said(reading, 4)


def test_the_same_person_twice_is_shown_and_not_taken_unless_the_trainer_says_so(
    reading: Reading,
) -> None:
    row = next(row for row in reading.rows if row.line == 6)
    assert not row.taken
    assert "trùng cả họ tên và đơn vị với dòng 3" in row.remarks[0]
    everybody = reading.with_taken([row.line for row in reading.rows])
    assert "nguyen_van_an_4" in [one.id for one in members_of(everybody)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (5, "đã đổi thành chữ hoa đầu từ"),
        (8, "không có họ tên"),
        (9, "chỉ có một từ"),
        (10, "ký tự lạ"),
        (11, "không có dấu"),
        (12, "phông cũ"),
    ],
)
def test_an_odd_row_says_what_is_odd(reading: Reading, line: int, words: str) -> None:
    assert words in said(reading, line)


def test_columns_that_a_class_needs_not_are_left_out_and_named(reading: Reading) -> None:
    assert reading.remarks == ("Các cột không cần cho lớp học nên không lấy: Số điện thoại.",)
    assert all("090" not in repr(row) for row in reading.rows)


def test_a_bare_list_of_names_needs_no_heading() -> None:
    names = [one.name for one in members_of(understand(pasted_rows("Lê Văn An\nTrần Thị Bé\n")))]
    assert names == ["Lê Văn An", "Trần Thị Bé"]


def test_family_and_given_names_may_stand_in_two_columns() -> None:
    for head in ("TT\tHọ và tên\t\tĐơn vị", "TT\tHọ đệm\tTên\tĐơn vị"):
        reading = understand(pasted_rows(f"{head}\n1\tNguyễn Văn\tAn\tXã A\n"))
        assert members_of(reading) == [Member("nguyen_van_an", "Nguyễn Văn An", "Xã A")]


def test_excel_and_csv_in_every_usual_encoding_give_the_same(tmp_path: Path) -> None:
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (["STT", "Họ và tên"], [1.0, "Đỗ Thị Hường"]):
        book.active.append(row)
    book.save(out)
    text = "STT,Họ và tên\r\n1,Đỗ Thị Hường\r\n"
    (tmp_path / "ds.csv").write_bytes(text.encode("utf-8-sig"))
    found = [
        rows_of("ds.xlsx", out.getvalue()),
        rows_of("ds.csv", text.encode("utf-16")),
        read_list(tmp_path / "ds.csv"),
    ]
    for rows in found:
        assert [one.name for one in members_of(understand(rows))] == ["Đỗ Thị Hường"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("ds.xlsx", b"PK\x03\x04 broken", "bị hỏng hoặc đặt mật khẩu"),
        ("ds.xls", b"", "đời cũ"),
        ("ds.pdf", b"", "không phải tệp Excel"),
        ("ds.csv", b"x" * 6_000_000, "lớn quá 5 MB"),
    ],
)
def test_a_file_that_is_no_list_gives_one_sentence(name: str, content: bytes, words: str) -> None:
    with pytest.raises(RosterError, match=words):
        rows_of(name, content)


def test_groups_are_of_nearly_one_size_and_spread_the_offices() -> None:
    members = [Member(f"hv_{n}", f"Lê Văn {n}", f"Xã {n % 3}") for n in range(10)]
    groups: dict[str, list[str]] = {}
    for one in in_groups(members, 3):
        groups.setdefault(one.group, []).append(one.unit)
    assert sorted(map(len, groups.values())) == [3, 3, 4]
    assert all(len(set(units)) >= 2 for units in groups.values())
