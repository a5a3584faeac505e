"""The picture of a delegation: who entrusts the property, who looks after it, who uses it."""

from __future__ import annotations

from course.look import Html
from course.part_ii.drawing import arrow, box, drawing, word

ALT_VI = (
    "Sơ đồ: ban thường vụ đảng ủy ủy quyền cho Văn phòng Đảng ủy làm đại diện chủ sở hữu tài sản. "
    "Văn phòng giao cho các cơ quan tham mưu và từng người giữ, dùng, theo phân công, phân cấp. "
    "Văn phòng tự làm: ghi sổ, kiểm kê, bảo quản, sửa chữa trong dự toán. Phải trình lại: bán, "
    "cho, đổi, thanh lý, cho người ngoài mượn. Cần đối chiếu bản gốc quy định."
)


def picture() -> Html:
    """Three boxes in a row with what passes between them, and the way back for what is asked."""
    return drawing(
        (990, 206),
        ALT_VI,
        box((10, 70), (220, 96), ("Ban thường vụ", "đảng ủy"), "dark"),
        box((370, 70), (250, 96), ("Văn phòng Đảng ủy", *_OFFICE), "office"),
        box((760, 70), (220, 96), ("Ban, cơ quan, từng người", "giữ và dùng"), "plain"),
        arrow((232, 96), (366, 96)),
        arrow((366, 142), (234, 142)),
        arrow((622, 118), (756, 118)),
        word((300, 84), "ủy quyền"),
        word((300, 190), "trình lại: bán, cho, đổi, thanh lý, cho người ngoài mượn"),
        word((690, 104), "giao theo quy chế"),
        word((495, 50), "tự làm: ghi sổ, kiểm kê, bảo quản, sửa trong dự toán"),
    )


_OFFICE = ("đại diện chủ sở hữu", "theo ủy quyền")
