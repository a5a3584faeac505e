"""Pictures of information: how it flows through the office, and the days of an appraisal."""

from __future__ import annotations

from course.look import Html
from course.part_ii.drawing import arrow, box, drawing, word

_SOURCES = (
    ("Cấp ủy, chi bộ trực thuộc", "báo cáo, phản ánh"),
    ("Ban Xây dựng Đảng, UBKT", "thông tin chuyên đề"),
    ("Chính quyền, Mặt trận xã", "hoạt động, số liệu"),
    ("Cấp ủy cấp tỉnh", "nghị quyết, chỉ thị, quy định"),
)
FLOW_ALT_VI = (
    "Sơ đồ: bốn nguồn tin bên trái (cấp ủy, chi bộ trực thuộc; Ban Xây dựng Đảng, Ủy ban Kiểm tra; "
    "chính quyền, Mặt trận xã; cấp ủy cấp tỉnh) chảy vào Văn phòng Đảng ủy, nơi chọn lọc, đối "
    "chiếu, hỏi lại. Từ đó thông tin đi lên thường trực, ban thường vụ, đảng ủy: đúng, đủ, kịp "
    "thời; và đi tới cấp ủy cơ sở, cơ quan, đơn vị: cung cấp thông tin, đôn đốc chế độ báo cáo."
)
_STEPS = (
    (("Bước 1", "lập nhóm nghiên cứu", "dự thảo báo cáo", "thẩm định"), "01-05/10"),
    (
        ("Bước 2", "lấy ý kiến vào dự thảo:", "ngành, người chịu tác động,", "chuyên gia"),
        "06-12/10",
    ),
    (("Bước 3", "tổng hợp ý kiến,", "hoàn thiện báo cáo", "thẩm định"), "13-15/10"),
)
STEPS_ALT_VI = (
    "Dòng thời gian (giả định): thường trực giao ngày 30/9; bước 1, từ 01 đến 05/10, lập nhóm "
    "nghiên cứu và viết dự thảo báo cáo thẩm định; bước 2, từ 06 đến 12/10, lấy ý kiến vào dự thảo "
    "của các ngành, đối tượng chịu tác động, chuyên gia, nhà quản lý; bước 3, từ 13 đến 15/10, "
    "tổng hợp ý kiến, hoàn thiện báo cáo; tài liệu gửi đi 16/10 cho phiên họp ban thường vụ 22/10."
)


def flow() -> Html:
    """Four sources flow into the office; from there to the leaders and to the lower bodies."""
    shapes = [
        shape
        for number, lines in enumerate(_SOURCES)
        for shape in (
            box((10, 12 + number * 84), (260, 66), lines, "plain"),
            arrow((272, 45 + number * 84), (366, 130 + number * 28)),
        )
    ]
    shapes += [
        box((370, 102), (250, 136), ("VĂN PHÒNG ĐẢNG ỦY", *_WORK), "office"),
        arrow((622, 140), (716, 82)),
        arrow((622, 200), (716, 258)),
        box((720, 34), (260, 96), ("Thường trực, ban thường vụ", *_UP), "dark"),
        box((720, 210), (260, 96), ("Cấp ủy cơ sở, cơ quan", *_DOWN), "plain"),
        word((668, 96), "(1)"),
        word((668, 252), "(2)"),
    ]
    return drawing((990, 350), FLOW_ALT_VI, *shapes)


def steps() -> Html:
    """The three steps of an appraisal of content, with days of an example."""
    shapes = [box((10, 60), (150, 64), ("Giao", "30/9"), "dark")]
    for number, (lines, days) in enumerate(_STEPS):
        left = 190 + number * 220
        shapes += [
            arrow((left - 28, 92), (left - 4, 92)),
            box((left, 36), (196, 112), lines, "plain"),
            word((left + 98, 172), days),
        ]
    shapes += [
        arrow((828, 92), (850, 92)),
        box((854, 48), (130, 88), ("Họp 22/10", "tài liệu đi 16/10"), "good"),
    ]
    return drawing((990, 190), STEPS_ALT_VI, *shapes)


_WORK = ("chọn lọc · đối chiếu", "hỏi lại chỗ lệch", "ô trống: chưa báo")
_UP = ("biết việc tới đâu, cần quyết gì", "đúng, đủ, kịp thời")
_DOWN = ("được cung cấp thông tin", "được nhắc hạn báo cáo")
