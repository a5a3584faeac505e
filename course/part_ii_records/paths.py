"""Pictures of the roads a paper takes through the office: out, in, and that of a petition."""

from __future__ import annotations

from collections.abc import Sequence

from course.look import Html
from course.part_ii.drawing import arrow, box, drawing, word

OUT_AND_IN_VI = (
    "Hai hàng. Hàng trên, văn bản đi: soạn thảo; chánh văn phòng thẩm định; văn thư kiểm rồi trình "
    "ký; văn thư cấp số, đóng dấu, ghi sổ; phát hành trong ngày ký, chậm nhất ngày làm việc sau. "
    "Hàng dưới, văn bản đến: văn thư nhận; đóng dấu đến, ghi sổ; trình trong ngày đến, chậm nhất "
    "ngày làm việc sau; người được giao giải quyết, văn phòng đôn đốc; lập hồ sơ, nộp lưu. Mốc "
    "ngày theo Nghị định 30/2020, dùng để tham khảo."
)
PETITION_VI = (
    "Sáu ô nối nhau: tiếp nhận, vào sổ; phân loại theo nội dung; báo cáo, tham mưu thường trực; "
    "chuyển đúng thẩm quyền; theo dõi, đôn đốc; kết quả cuối cùng, lưu hồ sơ. Có mũi tên báo cho "
    "người gửi khi đã tiếp nhận hoặc đã chuyển."
)
_OUT = (
    ("Soạn thảo", "người được giao"),
    ("Thẩm định", "chánh văn phòng"),
    ("Trình ký", "văn thư kiểm trước"),
    ("Văn thư", "số, dấu, ghi sổ"),
    ("Phát hành", "ngày ký, hoặc hôm sau"),
)
_IN = (
    ("Văn thư nhận", "bì đích danh: không bóc"),
    ("Đóng dấu đến", "ghi sổ"),
    ("Trình", "ngày đến, hoặc hôm sau"),
    ("Giải quyết", "có người đôn đốc"),
    ("Lập hồ sơ", "rồi nộp lưu"),
)
_PETITION = (
    ("Tiếp nhận", "vào sổ"),
    ("Phân loại", "theo nội dung"),
    ("Tham mưu", "thường trực"),
    ("Chuyển", "đúng thẩm quyền"),
    ("Theo dõi", "đôn đốc"),
    ("Kết quả", "lưu hồ sơ"),
)


def out_and_in() -> Html:
    """Outgoing and incoming papers; the box that is the records clerk's stands out in each row."""
    return drawing(
        (990, 236),
        OUT_AND_IN_VI,
        word((110, 20), "Văn bản đi"),
        *_row(_OUT, top=32, width=174, gap=27, strong=3),
        word((110, 138), "Văn bản đến"),
        *_row(_IN, top=150, width=174, gap=27, strong=1),
    )


def petition() -> Html:
    """The six steps of a petition, and the word that goes back to its writer."""
    return drawing(
        (990, 170),
        PETITION_VI,
        *_row(_PETITION, top=20, width=140, gap=28, strong=5),
        arrow((584, 92), (584, 132)),
        word((584, 156), "báo người gửi: đã tiếp nhận, đã chuyển"),
    )


def _row(
    steps: Sequence[tuple[str, str]], *, top: int, width: int, gap: int, strong: int
) -> list[str]:
    """Boxes from left to right with arrows between them; `strong` is the one that stands out."""
    shapes = []
    for place, lines in enumerate(steps):
        left = 6 + place * (width + gap)
        shapes.append(
            box((left, top), (width, 68), lines, "office" if place == strong else "plain")
        )
        if place:
            shapes.append(arrow((left - gap + 2, top + 34), (left - 3, top + 34)))
    return shapes
