"""Pictures of the programme of work: where it comes from, and how it goes down to the week."""

from __future__ import annotations

from course.look import Html
from course.part_ii.drawing import Tone, arrow, box, drawing, word

BASES = (
    ("1. Nghị quyết đại hội đảng bộ xã", "khóa đương nhiệm"),
    ("2. Quy chế làm việc", "của cấp ủy"),
    ("3. Báo cáo kiểm điểm khóa trước", "trình đại hội khóa này"),
    ("4. Chương trình hành động", "thực hiện nghị quyết đại hội tỉnh"),
    ("5. Chương trình công tác", "của Ban Chấp hành Đảng bộ tỉnh"),
    ("6. Chủ trương, chính sách mới", "của Đảng, Nhà nước"),
    ("7. Vấn đề cấp bách, mới nảy sinh", "ở địa phương"),
)
SOURCES_ALT_VI = (
    "Sơ đồ: bảy căn cứ ở bên trái cùng chảy vào một bước chọn và xếp ở giữa: việc lớn, cần thiết "
    "nhất, đúng quyền, xếp theo thứ tự hợp lý. Từ đó ra chương trình công tác toàn khóa, do cấp ủy "
    "bàn, quyết định và bí thư thay mặt cấp ủy ký. Bảy căn cứ là: "
    + "; ".join(" ".join(lines) for lines in BASES)
    + "."
)
_STAIRS = (
    ("Toàn khóa", "Củng cố chi bộ", "thôn yếu"),
    ("Năm 2026", "Xong bốn chi bộ", "yếu nhất"),
    ("Quý IV", "Ban thường vụ bàn", "đề án củng cố"),
    ("Tháng 10", "Họp chuyên đề", "thứ Tư 14/10"),
    ("Tuần 05-09/10", "Thứ Sáu 09/10", "gửi tài liệu họp"),
)
STAIRS_ALT_VI = (
    "Sơ đồ bậc thang từ dài đến ngắn, một việc đi xuống qua năm bậc: "
    + "; ".join(": ".join((stair[0], " ".join(stair[1:]))) for stair in _STAIRS)
    + ". Đi ngược lên: mỗi dòng trong lịch tuần phải tìm được gốc ở bậc trên, trừ việc cấp bách."
)


def sources() -> Html:
    """The seven bases flow into the choice of what matters, and that into the programme."""
    shapes = [
        shape
        for number, lines in enumerate(BASES)
        for shape in (
            box((10, 10 + number * 62), (330, 52), lines, "plain"),
            arrow((342, 36 + number * 62), (438, 170 + number * 18)),
        )
    ]
    shapes += [
        box(
            (442, 150), (230, 150), ("Chọn và xếp", "việc lớn, cần thiết nhất", *_CHOICE), "office"
        ),
        arrow((674, 225), (736, 225)),
        box((740, 150), (240, 150), ("Chương trình toàn khóa", *_DECISION), "dark"),
    ]
    return drawing((990, 452), SOURCES_ALT_VI, *shapes)


def stairs() -> Html:
    """One piece of work on its way from the whole term down to a line in the week."""
    shapes = []
    for number, lines in enumerate(_STAIRS):
        left, top = 10 + number * 198, 14 + number * 60
        tone: Tone = "dark" if number == 0 else "good" if number == len(_STAIRS) - 1 else "plain"
        shapes.append(box((left, top), (176, 78), lines, tone))
        if number:
            shapes.append(arrow((left - 20, top - 36), (left + 40, top - 3)))
    shapes.append(word((790, 60), "nhìn xuống: chia nhỏ để làm"))
    shapes.append(word((230, 300), "nhìn lên: dòng này sinh ra từ đâu?"))
    return drawing((990, 344), STAIRS_ALT_VI, *shapes)


_CHOICE = ("đúng chức năng, quyền hạn", "xếp thứ tự hợp lý, khoa học")
_DECISION = ("cấp ủy bàn, quyết định", "bí thư thay mặt cấp ủy ký", "rồi ra năm, quý, tháng, tuần")
