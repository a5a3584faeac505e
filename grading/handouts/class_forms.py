"""Forms of a class: what learners thought of it, what they will do, who is proposed for a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grading.word.draft import Table

if TYPE_CHECKING:
    from grading.word.write import Writer

_ASKED = (
    "Nội dung sát với việc của tôi ở cơ quan",
    "Tình huống giống việc thật",
    "Thời gian cho từng phần vừa đủ",
    "Nhận xét sau bài giúp tôi biết cần sửa gì",
    "Phần mềm dễ dùng",
    "Giảng viên hướng dẫn rõ, tôn trọng người học",
)
_DOTS = "…" * 28
_SHORT_DOTS = "…" * 20


@dataclass(frozen=True)
class Certified:
    """One line of the list of certificates; `reason` says why somebody is not proposed."""

    name: str
    unit: str
    result: str
    is_proposed: bool
    reason: str = ""


def feedback_form(writer: Writer, title: str) -> None:
    """A page without a name: six statements to tick, three questions."""
    writer.text(title, lead="Lớp:")
    writer.text("Phiếu không ghi tên. Anh/chị đánh dấu vào một ô ở mỗi dòng.")
    head = ("Ý kiến", "Không đồng ý", "Phân vân", "Đồng ý", "Rất đồng ý")
    rows = (head, *((one, "", "", "", "") for one in _ASKED))
    writer.table(Table(rows, widths=(77, 22, 22, 22, 22), size=12))
    for question in (
        "Điều anh/chị sẽ dùng ngay tuần tới:",
        "Phần nào nên bỏ bớt hoặc nói kỹ hơn:",
        "Việc nào ở cơ quan anh/chị nên thành tình huống cho khóa sau:",
    ):
        writer.text(question)
        writer.text(_DOTS)
        writer.text(_DOTS)


def commitment_card(writer: Writer, title: str, cards: int = 3) -> None:
    """Cards to cut out: "Khi ... xảy ra, tôi sẽ ..."."""
    writer.text("Mỗi người viết ít nhất một thẻ, giữ một bản, gửi giảng viên một bản.")
    for _ in range(cards):
        writer.table(
            Table(
                (
                    ("Thẻ cam kết", title),
                    ("Khi", f"{_SHORT_DOTS} xảy ra,"),
                    ("Tôi sẽ", _SHORT_DOTS),
                    ("Làm xong trước ngày", "……/……/………"),
                    ("Người nhắc tôi", _SHORT_DOTS),
                ),
                widths=(45, 120),
                together=True,
            )
        )


def certificate_list(writer: Writer, title: str, rule: str, people: Sequence[Certified]) -> None:
    """Who is proposed for a certificate and who is not, by the rule that the trainer set."""
    writer.text(title, lead="Lớp:")
    writer.text(rule, lead="Quy tắc:")
    proposed = [one for one in people if one.is_proposed]
    others = [one for one in people if not one.is_proposed]
    writer.heading(f"Đề nghị cấp chứng nhận: {len(proposed)} người")
    if proposed:
        rows = [("TT", "Họ và tên", "Đơn vị", "Kết quả", "Ký nhận")]
        rows += [(str(n), one.name, one.unit, one.result, "") for n, one in enumerate(proposed, 1)]
        writer.table(Table(tuple(rows), widths=(10, 55, 50, 25, 25), size=12))
    writer.heading(f"Chưa đề nghị: {len(others)} người")
    if others:
        rows = [("TT", "Họ và tên", "Đơn vị", "Kết quả", "Lý do")]
        rows += [
            (str(n), one.name, one.unit, one.result, one.reason) for n, one in enumerate(others, 1)
        ]
        writer.table(Table(tuple(rows), widths=(10, 50, 45, 25, 35), size=12))
