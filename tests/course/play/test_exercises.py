"""Exercises on the duties in Chromium: read, filled in, judged, found again after a reload."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from grading.written_documents import write_document, wrong_documents
from scenarios.case import Case, load_case
from scenarios.edits import reference_work
from scenarios.table_file import ColumnText
from scenarios.tables import Row
from scenarios.work import Work
from scenarios.work_file import read_work

from ..served import Served
from .learner import Learner

TABLES = [
    ("don_thu", "so_don"),
    ("chuc_nang_nhiem_vu", "khay"),
    ("chuong_trinh_cong_tac", "chon_viec"),
    ("tham_dinh_de_an", "ho_so"),
    ("van_thu_ngay_cao_diem", "den"),
    ("mot_tuan_o_van_phong", "tuan_viec"),
    ("tong_hop_bao_cao", "so_lieu"),
    ("ho_so_luu_tru", "giay_roi"),
    ("tai_san_dang_phi", "danh_sach"),
]

# How far the head of a column stands from the column when the table is scrolled to its end, and
# the head from the upper edge.
SHIFT = """frame => {
  frame.scrollTo(frame.scrollWidth, 120);
  const left = cell => cell.getBoundingClientRect().left;
  const [head, row] = ['thead tr', 'tbody tr'].map(one => [...frame.querySelector(one).cells]);
  const top = frame.getBoundingClientRect().top + frame.clientTop;
  const shifts = head.map((cell, at) => Math.abs(left(cell) - left(row[at])));
  const down = Math.abs(head[0].getBoundingClientRect().top - top);
  frame.scrollTo(0, 0);
  return Math.round(Math.max(down, ...shifts));
}"""


def fields(learner: Learner, column: str) -> Locator:
    """The learner's fields of a column, top to bottom."""
    frame = learner.page.locator(".vp-grid-frame").filter(visible=True).first
    return frame.locator(f"tbody [aria-label^='{column}:']")


def label(column: ColumnText) -> str:
    """The words by which the fields of a column are called."""
    return f"{column.title} ({column.unit})" if column.unit else column.title


def fill(learner: Learner, case_id: str, table_id: str, reference: Work, count: int) -> list[Row]:
    """Fill the first rows of a table in as the reference has them; returns them."""
    case = load_case(case_id)
    table = case.table(table_id)
    assert table is not None
    rows = case.table_rows(table_id)[:count]
    for place, row in enumerate(rows):
        for column in table.columns:
            text = reference.tables[table_id][row.id].get(column.id, "")
            field = fields(learner, label(column)).nth(place)
            if column.kind == "pick" and text:
                words = next(item.text for item in column.items if item.id == text)
                field.select_option(label=words)
            elif text:
                field.fill(text)
                field.press("Tab")
    return rows


def look_at_the_other_tables(learner: Learner, case: Case, work: Work | None) -> None:
    """Bring every further table to the front: its rows so far and its last column are there."""
    for table in case.tables[1:]:
        learner.press(table.title)
        last = fields(learner, label(table.columns[-1]))
        expect(last).to_have_count(len(case.table_rows(table.id, work)))
        expect(last.first).to_be_visible()
        learner.shot(f"bang_{table.id}")


def hand_in_the_document(learner: Learner, case: Case, folder: Path) -> None:
    """Take a wrong Word file to the desk, read what is said, then the right one."""
    wanted = case.documents[0]
    wrong = next(
        one.wrong for one in wrong_documents(case) if one.wrong.fails[0] != "authority.form"
    )
    learner.tab("Văn bản")
    choose(learner, wanted.title, write_document(case, wanted.id, folder, wrong))
    learner.see("Đã nhận")
    learner.press("Xem nhận xét văn bản")
    learner.see("Tải bản Word có nhận xét ngay tại chỗ")
    learner.shot("van_ban_sai")
    choose(learner, wanted.title, write_document(case, wanted.id, folder))
    learner.press("Xem nhận xét văn bản")
    learner.see("Không thấy điều gì cần sửa")
    learner.shot("van_ban_dung")


def choose(learner: Learner, title: str, file: Path) -> None:
    """Choose the file at the document's own button."""
    with learner.page.expect_file_chooser() as asked:
        learner.page.get_by_role("button", name=f"Chọn tệp: {title}").click()
    asked.value.set_files(file)


def run_the_week(learner: Learner) -> None:
    """See the week under the table as far as it is filled in."""
    learner.tab("Cả tuần")
    learner.press("Chạy cả tuần")
    learner.see("Tuần này có")
    drawn = learner.page.locator(".vp-desk").locator("canvas, svg.marks").first
    expect(drawn).to_be_visible()
    drawn.scroll_into_view_if_needed()
    learner.shot("ca_tuan")


@pytest.mark.parametrize(("case_id", "table_id"), TABLES, ids=[one for one, _ in TABLES])
def test_an_exercise_is_read_filled_in_judged_and_found_again(
    course: Served, learner: Learner, tmp_path: Path, case_id: str, table_id: str
) -> None:
    case = load_case(case_id)
    reference = reference_work(case)
    address = course.page(f"{case_id}/{case_id}")
    learner.page.goto(address)
    expect(learner.page.get_by_text("Sẵn sàng")).to_be_visible(timeout=60_000)
    learner.see("hư cấu")
    learner.see("đọc thẻ “Đề bài”")
    expect(learner.button("Chạy tới cuối")).to_have_count(0)
    expect(learner.page.get_by_role("tab", name="Giao việc", exact=True)).to_have_count(0)
    learner.shot("de_bai")
    learner.tab("Bảng")
    expect(fields(learner, label(case.tables[0].columns[0])).first).to_be_visible()
    frame = learner.page.locator(".vp-grid-frame").filter(visible=True).first
    assert frame.evaluate(SHIFT) <= 1
    rows = fill(learner, case_id, table_id, reference, 3)
    learner.see("Đã lưu lúc")
    learner.shot("bang")
    path = course.folder / case_id / "bai_lam.json"
    saved = json.loads(path.read_text("utf-8"))["tables"][table_id]
    assert saved == {row.id: reference.tables[table_id][row.id] for row in rows}

    look_at_the_other_tables(learner, case, read_work(path))
    if case.documents:
        hand_in_the_document(learner, case, tmp_path)
    if case_id == "mot_tuan_o_van_phong":
        run_the_week(learner)
    learner.tab("Nhận xét")
    learner.press("Kiểm tra nhanh")
    learner.see("Phần này còn")
    learner.shot("kiem_tra_nhanh")
    learner.press("Xem nhận xét")
    learner.see("Việc nên làm trước tiên")
    learner.shot("nhan_xet")
    told = learner.page.locator(".vp-desk").inner_text()
    true = case.true_table(table_id)
    assert true is not None
    assert not any(row.why in told for row in true.rows)

    learner.page.goto(address)
    expect(learner.page.get_by_text("Sẵn sàng")).to_be_visible(timeout=60_000)
    first = fields(learner, label(case.tables[0].columns[0])).first
    if not first.is_visible():
        learner.tab("Bảng")
    expect(first).to_be_visible()
    learner.shot("mo_lai")
