"""The picture of part III: much work and few people between five groups of solutions."""

from __future__ import annotations

from course.look import Html
from course.part_ii.drawing import arrow, box, drawing

ALT_VI = (
    "Sơ đồ: ở giữa là câu hỏi việc nhiều, người ít. Năm nhóm giải pháp hướng vào: một, tổ chức, "
    "bộ máy, ba giải pháp; hai, đội ngũ, bốn giải pháp; ba, tham mưu, tổng hợp, bốn giải pháp; "
    "bốn, công nghệ thông tin, chuyển đổi số, ba giải pháp; năm, điều kiện bảo đảm, ba giải pháp. "
    "Tất cả mười bảy giải pháp."
)
_GROUPS = (
    ("1. Tổ chức, bộ máy", "3 giải pháp"),
    ("2. Đội ngũ", "4 giải pháp"),
    ("3. Tham mưu", "4 giải pháp"),
    ("4. Chuyển đổi số", "3 giải pháp"),
    ("5. Điều kiện", "3 giải pháp"),
)


def picture() -> Html:
    """The question above, the five groups below, each with how many solutions it has."""
    shapes = [box((345, 8), (300, 64), ("Việc nhiều, người ít", "cần giải pháp gì?"), "office")]
    for place, lines in enumerate(_GROUPS):
        left = 6 + place * 198
        shapes.append(arrow((left + 93, 128), (415 + place * 40, 76)))
        shapes.append(box((left, 132), (186, 64), lines, "plain"))
    return drawing((990, 206), ALT_VI, *shapes)
