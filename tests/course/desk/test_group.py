"""Working as a group: roles, the work passed on, conflicts shown and settled by a person."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.draft import Draft
from course.desk.group_panel import GroupPanel
from course.desk.table_work import TableWork

from . import seen
from .conftest import Clock

CASE = "tham_27_7"


@pytest.fixture
def desk_of(tmp_path: Path) -> Callable[[str], Desk]:
    """The desk of a member of the group, on a machine of his or her own."""

    def opened(name: str) -> Desk:
        folder = tmp_path / name
        folder.mkdir()
        return Desk.open(CASE, folder=folder, now=Clock())

    return opened


def order(desk: Desk, after: timedelta = timedelta(hours=1)) -> None:
    start = desk.case.world.start
    desk.order(Draft("lam_ro", "tam", start + after, {"noi_dung": ("ngay",)}))


def take(panel: GroupPanel, other: Desk) -> None:
    """Choose the file of another member."""
    content = other.work.to_json().encode("utf-8")
    panel._take([{"name": "bai_nhom_records.json", "content": content}])


def test_orders_carry_the_role_of_whoever_gave_them(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of("một")
    panel = GroupPanel(desk)
    seen.pick(panel.widget, "Tôi là", "Văn thư")
    order(desk)
    assert [one.as_role for one in desk.work.orders] == ["records"]
    seen.press(panel.widget, "Lấy bài để chuyển")
    assert "Tải bai_nhom_records.json về máy" in seen.text(panel.widget)


def test_parts_done_apart_are_put_together(desk_of: Callable[[str], Desk]) -> None:
    one, other = desk_of("một"), desk_of("hai")
    order(one)
    TableWork(other, "ra_soat").write({("h001", "loi"): "trung"})
    panel = GroupPanel(one)
    take(panel, other)
    assert "Đã ghép bài của bạn" in seen.text(panel.widget)
    assert one.work.tables == other.work.tables
    assert len(one.work.orders) == 1
    assert one.work.journal[-1].what == "merge"


@pytest.mark.parametrize(("choice", "kept"), [("Bài này", "trung"), ("Bài của bạn", "da_mat")])
def test_a_conflict_is_shown_side_by_side_and_settled_by_a_person(
    desk_of: Callable[[str], Desk], choice: str, kept: str
) -> None:
    one, other = desk_of("một"), desk_of("hai")
    TableWork(one, "ra_soat").write({("h001", "loi"): "trung"})
    TableWork(other, "ra_soat").write({("h001", "loi"): "da_mat", ("h002", "loi"): "trung"})
    panel = GroupPanel(one)
    take(panel, other)
    assert "khác nhau ở 1 chỗ" in seen.text(panel.widget)
    assert "Bảng “Rà soát danh sách”, hàng 1 " in seen.text(panel.widget)
    seen.press(panel.widget, "Ghép như đã chọn")
    assert "Còn chỗ chưa chọn" in seen.text(panel.widget)
    assert "h002" not in one.work.tables["ra_soat"]
    seen.choose(panel.widget, choice)
    seen.press(panel.widget, "Ghép như đã chọn")
    assert one.work.tables["ra_soat"] == {"h001": {"loi": kept}, "h002": {"loi": "trung"}}


def test_an_order_given_differently_is_a_conflict(desk_of: Callable[[str], Desk]) -> None:
    one, other = desk_of("một"), desk_of("hai")
    order(one)
    order(other, timedelta(hours=3))
    panel = GroupPanel(one)
    take(panel, other)
    seen.choose(panel.widget, "Bài của bạn: 11:00")
    seen.press(panel.widget, "Ghép như đã chọn")
    assert [line.at.hour for line in one.work.orders] == [11]


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"{", b'{"schema": 1, "case": "hoi_nghi_dot_xuat"}', b"[]"]
)
def test_a_file_that_is_no_such_work_is_refused_in_one_sentence(
    desk_of: Callable[[str], Desk], content: bytes
) -> None:
    desk = desk_of("một")
    panel = GroupPanel(desk)
    before = desk.work
    panel._take([{"name": "la.json", "content": content}])
    assert "Cần sửa" in seen.text(panel.widget)
    assert desk.work == before
