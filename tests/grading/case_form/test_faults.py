"""Faults planted in the example form: each is named with its sheet, its cell and the mend."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from course.duty_coverage import duties
from grading.case_form import FormError, make_case
from grading.case_form.faults import faults
from grading.case_form.form import read_form
from grading.case_form.template import write_form
from office_sim.mistakes import Mistake

ASK = "Báo cáo ngay thường trực, nêu rõ số người và xin ý kiến"
REPORT = "Báo cáo thường trực số người dự họp"

Cells = dict[str, object]
FAULTS: list[tuple[str, str, Cells, str, str]] = [
    # What was done wrong, on which sheet, what was written; the cell named, words of the mend.
    ("mã có dấu", "Tình huống", {"B4": "Vắng họp"}, "B4", "chữ thường không dấu"),
    ("mã của bộ học liệu", "Tình huống", {"B4": "don_thu"}, "B4", "đặt mã khác"),
    ("không có tên", "Tình huống", {"B5": None}, "B5", "điền ô này"),
    ("ngoặc nhọn", "Tình huống", {"B7": "xã {x}"}, "B7", "ngoặc tròn"),
    ("nhiệm vụ lạ", "Tình huống", {"B8": "I.3.b.NV9"}, "B8", "chọn trong danh sách"),
    ("giờ không đọc được", "Tình huống", {"B9": "sáng thứ Hai"}, "B9", "12/10/2026 08:00"),
    ("kết thúc trước bắt đầu", "Tình huống", {"B10": "11/10/2026 08:00"}, "B10", "muộn hơn"),
    ("không nói là giả định", "Tình huống", {"B11": "Sáng nay họp."}, "B11", "giả định"),
    ("hai người trùng tên", "Người", {"A5": "Trần Minh Tâm"}, "A5", "đặt tên khác"),
    ("chức vụ lạ", "Người", {"B4": "trưởng phòng"}, "B4", "chánh văn phòng"),
    ("nhận việc: có thể", "Người", {"C5": "có thể"}, "C5", "Có, Không"),
    ("bận không có lúc rảnh", "Người", {"E4": None}, "E4", "điền đủ ba ô"),
    ("rảnh trước khi bận", "Người", {"E4": "12/10/2026 07:00"}, "E4", "sắp lại hai giờ"),
    ("nửa giờ", "Việc", {"B4": "nửa giờ"}, "B4", "ghi một số"),
    ("việc chờ việc không có", "Việc", {"E5": "Gọi điện"}, "E5", "chọn trong danh sách"),
    ("hai việc chờ nhau", "Việc", {"E4": REPORT}, "E4", "xóa ô này"),
    ("tên việc bỏ trống", "Việc", {"A9": None}, "A9", "Bắt đầu bằng động từ"),
    ("tình tiết không có lúc xảy ra", "Tình tiết", {"D5": None}, "D5", "ghi giờ ở ô này"),
    ("tình tiết hai lúc", "Tình tiết", {"D4": "12/10/2026 09:00"}, "E4", "xóa ô còn lại"),
    ("tình tiết ngoài giờ", "Tình tiết", {"D5": "13/10/2026 09:00"}, "D5", "trong khoảng"),
    ("người báo không có", "Tình tiết", {"C4": "Nguyễn Văn A"}, "C4", "trang Người hiện có"),
    ("một cách xử lý", "Tình tiết", {"A6": "Mất điện", "B6": "Tối om.", "D6": "12/10/2026 09:00"},
     "A6", "ít nhất hai cách"),
    ("lựa chọn của tình tiết lạ", "Lựa chọn", {"A5": "Mất điện"}, "A5", "trang Tình tiết hiện có"),
    ("không có cách đúng", "Lựa chọn", {"D5": None}, "D4", "đánh x"),
    ("hai cách đúng", "Lựa chọn", {"D4": "x"}, "D5", "chỉ để x ở một cách"),
    ("hai cách như nhau", "Lựa chọn", {"B9": "Mượn máy phòng bên, chạy thử lại ngay"}, "B9", "xóa"),
    ("đáp án không phải số", "Câu hỏi", {"E4": "năm"}, "E4", "chỉ ghi con số"),
    ("một phương án", "Câu hỏi", {"D5": "Thường trực Đảng ủy"}, "D5", "ít nhất hai phương án"),
    ("đáp án ngoài phương án", "Câu hỏi", {"E5": "Bí thư"}, "E5", "chép đúng một phương án"),
    ("giao người không nhận việc", "Bài mẫu", {"B4": "Lê Thị Hạnh"}, "B4", "nhận việc được"),
    ("giao một việc hai lần", "Bài mẫu", {"A5": "Gọi xác nhận từng người dự họp"}, "A5", "một lần"),
    ("giao ngoài giờ", "Bài mẫu", {"C4": "12/10/2026 18:00"}, "C4", "trong khoảng"),
    ("câu mẫu lạ", "Tiêu chí", {"A4": "Phải đẹp"}, "A4", "chọn trong danh sách"),
    ("tiêu chí về việc không có", "Tiêu chí", {"B4": "Pha trà"}, "B4", "trang Việc hiện có"),
    ("thiếu chỗ thứ hai", "Tiêu chí", {"C8": None}, "C8", "một hàng của trang Việc"),
    ("thừa chỗ thứ hai", "Tiêu chí", {"C9": "Vũ Thị Lan"}, "C9", "xóa ô này"),
    ("giờ của tiêu chí sai", "Tiêu chí", {"C4": "trước trưa"}, "C4", "12/10/2026 09:00"),
    ("cách xử lý không có", "Tiêu chí", {"C6": "Báo cáo"}, "C6", "chép đúng một cách"),
    ("thiếu số phút", "Tiêu chí", {"D5": None}, "D5", "ghi số phút"),
    ("điểm bằng chữ", "Tiêu chí", {"F4": "nhiều"}, "F4", "từ 0 đến 99"),
    ("quy tắc lạ", "Tiêu chí", {"G4": "ZZ99"}, "G4", "HN05"),
    ("quy tắc chưa xác nhận mà trừ điểm", "Tiêu chí", {"G4": "D18"}, "F4", "ghi 0 điểm"),
    ("gợi ý mách đáp án", "Tiêu chí", {"J6": f"Nên chọn: {ASK}!"}, "J6", "không lộ"),
    ("tiêu chí lặp lại", "Tiêu chí", {"A13": "Câu hỏi … phải trả lời đúng", "B13": "Số phiếu"},
     "A13", "xóa một hàng"),
    ("câu hỏi không ai chấm", "Câu hỏi", {"A6": "Màu hoa", "B6": "Hoa gì?", "C6": "bằng chữ",
     "E6": "cúc"}, "A6", "trang Tiêu chí"),
]  # fmt: skip
PROOFS: list[tuple[str, str, Cells, str, str]] = [
    ("bài mẫu giao người đang bận", "Bài mẫu", {"B7": "Trần Minh Tâm"}, "trang Bài mẫu, ô C7",
     "dự giao ban ở tỉnh"),
    ("bài mẫu quá hạn", "Tiêu chí", {"C4": "12/10/2026 08:20"}, "trang Tiêu chí, ô B4",
     "bài mẫu chưa đạt"),
    ("một lỗi trừ hai lần", "Tiêu chí", {"A9": "Phải có việc …", "B9": REPORT},
     "trang Tiêu chí, ô A9", "hai lần trừ một lỗi"),
]  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The cells of the example form, without colours and lists: it is read many times."""
    path = tmp_path_factory.mktemp("mẫu") / "ví dụ.xlsx"
    write_form(path, duties(), example=True)
    bare = Workbook()
    for page in load_workbook(path):
        copy = bare.create_sheet(page.title)
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy[cell.coordinate] = cell.value
    return bare


@contextmanager
def spoiled(book: Workbook, sheet: str, cells: Cells, path: Path) -> Iterator[Path]:
    """The form in a file with these cells changed; afterwards the book is as it was."""
    page = book[sheet]
    before = {name: page[name].value for name in cells}
    for name, value in cells.items():
        page[name] = value
    book.save(path)
    for name, value in before.items():
        page[name] = value
    yield path


def named(found: list[Mistake], place: str) -> str:
    """What is said about a place."""
    return " ".join(f"{one.problem} {one.mend}" for one in found if one.place == place)


@pytest.mark.parametrize(("what", "sheet", "cells", "cell", "mend"), FAULTS)
def test_a_planted_fault_is_named_by_its_cell_with_the_mend(
    book: Workbook, tmp_path: Path, what: str, sheet: str, cells: Cells, cell: str, mend: str
) -> None:
    with spoiled(book, sheet, cells, tmp_path / "mẫu của tôi.xlsx") as path:
        found = faults(read_form(path), duties())
    assert mend in named(found, f"trang {sheet}, ô {cell}"), (what, found)
    assert all(one.file == path.name and one.problem and one.mend for one in found)


def test_the_example_has_no_fault(book: Workbook, tmp_path: Path) -> None:
    with spoiled(book, "Việc", {}, tmp_path / "mẫu.xlsx") as path:
        assert faults(read_form(path), duties()) == []


@pytest.mark.parametrize(("what", "sheet", "cells", "place", "words"), PROOFS)
def test_what_only_a_run_can_show_is_named_by_its_cell_too(
    book: Workbook, tmp_path: Path, what: str, sheet: str, cells: Cells, place: str, words: str
) -> None:
    with (
        spoiled(book, sheet, cells, tmp_path / "mẫu.xlsx") as path,
        pytest.raises(FormError) as caught,
    ):
        make_case(path, tmp_path / "riêng", duties())
    assert words in named(list(caught.value.mistakes), place), (what, caught.value)
    assert not list((tmp_path / "riêng").glob("*")), "a case that is not whole was left behind"


def test_a_file_that_is_no_form_gets_one_sentence(book: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "mẫu.xlsx"
    with pytest.raises(FormError, match="không thấy tệp này"):
        read_form(path)
    path.write_text("không phải Excel", encoding="utf-8")
    with pytest.raises(FormError, match="không đọc được tệp Excel"):
        read_form(path)
    Workbook().save(path)
    with pytest.raises(FormError, match="trang Tiêu chí: thiếu trang này"):
        read_form(path)
    with (
        spoiled(book, "Việc", {"B2": "Bao lâu"}, path),
        pytest.raises(FormError, match="thiếu cột “Số phút”"),
    ):
        read_form(path)
