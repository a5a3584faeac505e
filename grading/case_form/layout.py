"""How the form is laid out: its sheets, their columns, what is picked from a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from office_sim.people import ROLE_VI

HEAD_ROW, FIRST_ROW, LAST_ROW = 2, 4, 43
"""Headings, the first and the last row to fill in; row 1 says what the sheet is for, 3 how."""
GUIDE, LISTS = "Hướng dẫn", "Danh mục"
ABOUT, PEOPLE, TASKS, INJECTS = "Tình huống", "Người", "Việc", "Tình tiết"
CHOICES, QUESTIONS, MODEL, CRITERIA = "Lựa chọn", "Câu hỏi", "Bài mẫu", "Tiêu chí"

YES, NO = "Có", "Không"
MARK = "x"
WORDS, NUMBER, PICK = "bằng chữ", "bằng số", "chọn một"


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    MOMENT = "moment"
    MINUTES = "minutes"
    POINTS = "points"


@dataclass(frozen=True)
class Column:
    """A column of a sheet, or a line of the first one.

    What can be written stands in the list named by `pick`: a list of `LISTS`, or a sheet, whose
    rows are then called by their first column. With `lines` each line of the cell counts.
    """

    heading: str
    hint: str
    width: int = 26
    kind: Kind = Kind.TEXT
    needed: bool = True
    pick: str = ""
    lines: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet to fill in: one row for each person, task, inject and so on."""

    title: str
    lead: str
    columns: tuple[Column, ...]

    def column(self, heading: str) -> Column:
        """The column with this heading."""
        return next(one for one in self.columns if one.heading == heading)


ROLES, DUTIES, RULES, SENTENCES, YES_NO, ANSWERS, CHOSEN, SUBJECTS, SAID = (
    "Chức vụ", "Nhiệm vụ", "Quy tắc", "Câu mẫu", "Có hay không", "Cách trả lời", "Dấu",
    "Về điều gì", "Thế nào",
)  # fmt: skip
FIXED_LISTS: dict[str, tuple[str, ...]] = {
    ROLES: tuple(ROLE_VI.values()),
    YES_NO: (YES, NO),
    ANSWERS: (WORDS, NUMBER, PICK),
    CHOSEN: (MARK,),
}
_WHEN = "Ngày giờ, ví dụ 12/10/2026 08:00"

FIELDS = (
    Column("Mã", "Tên ngắn không dấu, dùng làm tên thư mục: vang_hop_gap"),
    Column("Tên", "Tên học viên đọc, ví dụ “Tình huống: họp gấp mà nhiều người báo vắng”"),
    Column("Tóm tắt", "Một, hai câu; cuối cùng ghi khoảng bao nhiêu phút"),
    Column("Địa danh", "Tên xã hư cấu, ví dụ “xã Suối Mây, tỉnh An Lĩnh (hư cấu)”"),
    Column("Nhiệm vụ", "Chọn trong danh sách: nhiệm vụ của văn phòng mà bài luyện", pick=DUTIES),
    Column("Bắt đầu", f"{_WHEN}: lúc học viên ngồi vào bàn", kind=Kind.MOMENT),
    Column("Kết thúc", f"{_WHEN}: lúc tình huống dừng lại", kind=Kind.MOMENT),
    Column(
        "Đề bài",
        "Điều học viên đọc trước tiên; phải có chữ “giả định” hoặc “hư cấu”. "
        "Xuống dòng trong ô: Alt+Enter",
        lines=True,
    ),
    Column("Lời cho giảng viên", "Cách dẫn buổi học: hỏi gì, dừng ở đâu, chốt điều gì", lines=True),
)

SHEETS = (
    Sheet(
        PEOPLE,
        "Ai có trong tình huống. Người văn phòng thì nhận việc được; người khác chỉ được nhắc tới.",
        (
            Column("Họ và tên", "Tên hư cấu, không dùng tên thật"),
            Column("Chức vụ", "Chọn trong danh sách", pick=ROLES),
            Column("Nhận việc", "Có: học viên giao việc cho người này được", 14, pick=YES_NO),
            Column("Bận từ", f"Nếu bận: {_WHEN}", 20, Kind.MOMENT, needed=False),
            Column("Bận đến", "Lúc rảnh trở lại", 20, Kind.MOMENT, needed=False),
            Column("Bận việc gì", "Ví dụ: dự tập huấn ở tỉnh", 34, needed=False),
        ),
    ),
    Sheet(
        TASKS,
        "Những việc học viên giao được. Thêm cả việc không nên giao, để có cái mà chọn.",
        (
            Column("Việc", "Bắt đầu bằng động từ: Báo cáo thường trực", 40),
            Column("Số phút", "Người quen việc làm mất bao lâu", 12, Kind.MINUTES),
            Column("Người quen việc", "Người khác làm lâu gấp rưỡi", 26, pick=ROLES),
            Column("Hoặc người này", "Chức vụ thứ hai quen việc", 26, needed=False, pick=ROLES),
            Column("Sau khi có việc", "Chưa xong việc ấy thì chờ", 40, needed=False, pick=TASKS),
            Column("Giải thích", "Một câu dưới tên việc, không mách đáp án", 44, needed=False),
        ),
    ),
    Sheet(
        INJECTS,
        "Điều bất ngờ xảy ra, học viên phải quyết định. Ghi giờ, hoặc ghi việc mà nó đến sau.",
        (
            Column("Tình tiết", "Tên ngắn: Năm người báo vắng", 32),
            Column("Lời báo", "Điều học viên nghe hoặc đọc được", 60),
            Column("Ai báo", "Chọn ở trang Người", 26, needed=False, pick=PEOPLE),
            Column("Xảy ra lúc", _WHEN, 20, Kind.MOMENT, needed=False),
            Column("Hoặc sau khi xong việc", "Chọn ở trang Việc", 40, needed=False, pick=TASKS),
        ),
    ),
    Sheet(
        CHOICES,
        "Các cách xử lý một tình tiết: ít nhất hai. Đánh x ở cách của bài mẫu.",
        (
            Column("Tình tiết", "Chọn ở trang Tình tiết", 32, pick=INJECTS),
            Column("Cách xử lý", "Điều học viên chọn", 50),
            Column("Điều xảy ra", "Một, hai câu kể kết quả của cách ấy", 60),
            Column("Bài mẫu chọn", "x ở một cách của mỗi tình tiết", 16, needed=False, pick=CHOSEN),
        ),
    ),
    Sheet(
        QUESTIONS,
        "Câu hỏi trả lời ngay trên trang: bằng chữ, bằng số, hoặc chọn một phương án.",
        (
            Column("Tên ngắn", "Để gọi ở trang Tiêu chí: Số phiếu", 24),
            Column("Câu hỏi", "Cả câu học viên đọc", 60),
            Column("Trả lời", "Chọn trong danh sách", 16, pick=ANSWERS),
            Column("Các phương án", "Mỗi dòng một phương án", 44, needed=False, lines=True),
            Column("Đáp án", "Đúng như một phương án, một số, hoặc một từ", 28),
            Column("Cũng nhận", "Cách viết khác, ngăn bằng dấu ;", 28, needed=False, lines=True),
        ),
    ),
    Sheet(
        MODEL,
        "Bài mẫu giao việc nào, cho ai, lúc nào. Bài mẫu phải đạt mọi tiêu chí.",
        (
            Column("Việc", "Chọn ở trang Việc", 40, pick=TASKS),
            Column("Ai làm", "Người nhận việc được ở trang Người", 26, pick=PEOPLE),
            Column("Giao lúc", _WHEN, 20, Kind.MOMENT),
        ),
    ),
    Sheet(
        CRITERIA,
        "Mỗi hàng một tiêu chí: chọn câu mẫu, rồi điền vào những chỗ … của câu ấy, theo thứ tự.",
        (
            Column("Câu mẫu", "Chọn trong danh sách", 36, pick=SENTENCES),
            Column("Chỗ thứ nhất", "Việc, tình tiết hoặc câu hỏi", 30, pick=SUBJECTS),
            Column("Chỗ thứ hai", "Giờ, người, việc hoặc cách xử lý", 30, needed=False, pick=SAID),
            Column("Số phút", "Khi câu mẫu hỏi số phút", 10, Kind.MINUTES, needed=False),
            Column("Tên tiêu chí", "Học viên đọc: không mách đáp án", 28),
            Column("Điểm", "0 đến 99; 0 là chỉ nhắc", 9, Kind.POINTS),
            Column("Quy tắc", "Căn cứ: chọn trong danh sách", 32, pick=RULES),
            Column("Bài học", "Điều đọc sau khi nộp: vì sao làm như vậy", 46),
            Column("Vì sao chưa đạt", "Đọc trước khi nộp; bỏ trống cũng được", 26, needed=False),
            Column("Gợi ý", "Đọc trước khi nộp; bỏ trống cũng được", 26, needed=False),
        ),
    ),
)  # fmt: skip
