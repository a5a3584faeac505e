"""The file of one meeting: its nine kinds of paper, which of them are there and which are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SOURCE = "Chuyên đề 7, dòng 1022-1032: thành phần hồ sơ hội nghị"


@dataclass(frozen=True, slots=True)
class FilePaper:
    """One kind of paper of a meeting file; `kinds` are ids of kinds/ that fulfil it."""

    id: str
    name: str
    kinds: tuple[str, ...]
    required: bool


NINE_PAPERS = (
    FilePaper("invitation", "Giấy mời", ("invitation",), True),
    FilePaper("roster", "Danh sách thành phần tham dự", ("roster",), True),
    FilePaper("programme", "Chương trình hội nghị", ("programme",), True),
    FilePaper("materials", "Tài liệu dùng trong hội nghị", ("report", "submission", "plan"), True),
    FilePaper("minutes", "Biên bản hội nghị", ("minutes",), True),
    FilePaper("journal", "Nhật ký hội nghị", ("journal",), True),
    FilePaper("opinions", "Bản tổng hợp ý kiến thảo luận (nếu có)", ("opinions",), False),
    FilePaper(
        "outcome", "Văn bản kết luận hoặc nghị quyết của hội nghị",
        ("notice_of_conclusions", "conclusion", "resolution", "decision"), True,
    ),
    FilePaper("recordings", "Băng ghi âm, ghi hình (nếu có)", ("recordings",), False),
)  # fmt: skip


def missing_papers(kinds: Iterable[str], *, all_nine: bool = False) -> list[FilePaper]:
    """The papers that a file with these kinds lacks; "nếu có" ones only with `all_nine`.

    `kinds` are ids of kinds/, and "journal", "opinions", "recordings" for what is no document.
    """
    there = set(kinds)
    return [
        paper
        for paper in NINE_PAPERS
        if (paper.required or all_nine) and not there.intersection(paper.kinds)
    ]
