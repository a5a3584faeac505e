"""The lesson plan of a session: aims, preparation, and what everybody does minute by minute."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grading.groups import groups_of
from grading.handouts.rhythm import bullets, facilitator_text, rhythm, section
from grading.rubric import load_rubric
from grading.word.draft import Table
from office_sim import rulebook
from scenarios.case import Case

if TYPE_CHECKING:
    from grading.word.write import Writer

_FIRST = (
    "Nêu mục tiêu, nhắc tình huống là giả định; phát đề, thẻ vai; bấm giờ.",
    "Đọc đề, nhận vai, phân việc trong nhóm.",
)
_WORK = (
    "Đi từng nhóm, chỉ hỏi lại, không làm thay; trao tình tiết đúng lúc; xem bảng theo dõi.",
    "Bàn, quyết định, giao việc, soạn văn bản; ghi lý do của mỗi quyết định.",
)
_LAST = (
    "Chiếu phần rút kinh nghiệm của chính lớp này; mời từng nhóm nói; chốt ba điều.",
    "Nêu một việc làm tốt, một việc sẽ sửa; viết thẻ cam kết.",
)
_READY = (
    "Mở bảng “Lớp học của tôi”, thử một lượt phát và thu bài trên chính máy sẽ dùng.",
    "Chép thẻ lớp (the_lop.json) sang máy học viên; lớp không có máy: in đề, thẻ vai, thẻ tình "
    "tiết, phiếu đánh giá.",
    "Máy chiếu, đồng hồ, giấy lớn, bút; bảng theo dõi mở sẵn trên màn hình chung.",
)
_MOST_SOURCES = 12
_LINES = ", dòng "  # between a document and its lines in a citation


@dataclass(frozen=True)
class Session:
    """The session that a plan is for."""

    title: str
    minutes: int
    level: str
    learners: int
    groups: int


def lesson_plan(writer: Writer, case: Case, session: Session) -> None:
    """Aims, preparation, the table of minutes, what usually goes wrong, sources."""
    writer.text(session.title, lead="Lớp:")
    groups = f", chia {session.groups} nhóm" if session.groups else ""
    writer.text(
        f"{session.learners} học viên{groups}; mức {session.level.lower()}.", lead="Quy mô:"
    )
    writer.text(f"{session.minutes} phút.", lead="Thời lượng:")
    writer.text("………………………………", lead="Giảng viên, ngày dạy:")
    writer.heading("1. Mục tiêu")
    writer.text(case.say(case.file.summary))
    for group in groups_of(case):
        writer.text(f"- {group.title}: làm được và giải thích được vì sao.")
    writer.heading("2. Chuẩn bị")
    for line in _READY:
        writer.text(f"- {line}")
    writer.heading("3. Tiến trình")
    writer.table(_minutes(case, session.minutes))
    wrong = bullets(section(facilitator_text(case), "Điều hay sai và vì sao"))
    if wrong:
        writer.heading("4. Chỗ lớp hay sai, cần để ý")
        for line in wrong:
            writer.text(f"- {line}")
    writer.heading(f"{5 if wrong else 4}. Căn cứ")
    writer.text("; ".join(_sources(case)) + ".")


def _minutes(case: Case, minutes: int) -> Table:
    parts = rhythm(case, minutes)
    rows = [("Phút", "Phần", "Giảng viên", "Học viên")]
    for place, part in enumerate(parts):
        does, learns = _FIRST if place == 0 else _LAST if place == len(parts) - 1 else _WORK
        title = f"{part.title} ({part.minutes} phút{'; ' + part.note if part.note else ''})"
        rows.append((f"{part.start} – {part.start + part.minutes}", title, does, learns))
    return Table(tuple(rows), widths=(20, 40, 55, 50), size=12)


def _sources(case: Case) -> list[str]:
    """The documents behind the criteria, the most used first, each named once with its places."""
    book = rulebook.load()
    counts: dict[str, int] = {}
    for criterion in load_rubric(case.folder).criteria:
        citation = book[criterion.rule].citation
        counts[citation] = counts.get(citation, 0) + 1
    first = sorted(counts, key=lambda one: (-counts[one], one))[:_MOST_SOURCES]
    places: dict[str, list[str]] = {}
    for one in "; ".join(first).split("; "):
        document, _, lines = one.partition(_LINES)
        known = places.setdefault(document, [])
        known.extend([lines] if lines and lines not in known else [])
    return [_named(document, sorted(lines, key=_first_line)) for document, lines in places.items()]


def _named(document: str, lines: list[str]) -> str:
    return f"{document}{_LINES}{', '.join(lines)}" if lines else document


def _first_line(lines: str) -> int:
    found = re.match(r"\d+", lines)
    return int(found[0]) if found else 0
