"""Checks of the words: blanks, missing diacritics, typos, tracked changes, privacy."""

from __future__ import annotations

import re
from functools import lru_cache

from grading.word.document import Paragraph
from grading.word.inspection import Inspection
from grading.word.text import canon

BLANK = re.compile(r"…{2,}|\.{5,}|_{4,}|\[\s*\.{3}\s*\]|\[…\]")
_PERSONAL = re.compile(r"(?<!\d)(?:\d{12}|0\d{9}|0\d{2,3}[. ]\d{3}[. ]\d{3,4})(?!\d)")


def check_text(inspection: Inspection) -> None:
    """All words of the page."""
    paragraphs = [(p, canon(p.text)) for p in inspection.document.body if p.text.strip()]
    _check_blanks(inspection, paragraphs)
    _check_diacritics(inspection, paragraphs)
    _check_spelling(inspection, paragraphs)
    _check_personal(inspection, paragraphs)
    changes, hidden = inspection.rule("text.changes"), inspection.rule("text.hidden")
    if changes and inspection.document.changes:
        inspection.report(
            changes,
            f"Văn bản còn {inspection.document.changes} chỗ sửa theo dõi (Track Changes).",
            "Vào Xem lại (Review), chấp nhận hoặc bỏ hết các chỗ sửa.",
            [None],
            "Bản trình ký là bản sạch",
        )
    if hidden and inspection.document.hidden:
        inspection.report(
            hidden,
            "Văn bản có chữ ẩn.",
            "Chọn toàn bộ, bỏ đánh dấu Ẩn (Hidden) rồi xem lại.",
            [None],
            "Bản trình ký không có chữ ẩn",
        )


def _check_blanks(inspection: Inspection, texts: list[tuple[Paragraph, str]]) -> None:
    rule = inspection.rule("text.blank")
    free = {
        line.paragraph.index
        for part in ("number", "date")
        for line in inspection.parts.lines.get(part, ())
    }
    wrong = [p for p, text in texts if BLANK.search(text) and p.index not in free]
    if rule and wrong:
        inspection.report(
            rule,
            "Còn chỗ trống chưa điền.",
            "Điền nội dung vào chỗ trống hoặc xóa đi.",
            wrong,
            "Văn bản trình ký phải đủ nội dung",
        )


def _check_diacritics(inspection: Inspection, texts: list[tuple[Paragraph, str]]) -> None:
    rule = inspection.rule("text.diacritics")
    wrong = [p for p, text in texts if text.isascii() and sum(c.isalpha() for c in text) > 30]
    if rule and wrong:
        inspection.report(
            rule,
            "Có đoạn viết không dấu.",
            "Viết lại có đủ dấu tiếng Việt.",
            wrong,
            "Văn bản viết bằng tiếng Việt có dấu",
        )


def _check_spelling(inspection: Inspection, texts: list[tuple[Paragraph, str]]) -> None:
    rule = inspection.rule("text.spelling")
    if rule is None or not isinstance(rule.value, tuple):
        return
    pairs, pattern = _spellings(rule.value)
    for paragraph, text in texts:
        for wrong in sorted(set(pattern.findall(text.lower()))):
            inspection.report(
                rule,
                f"Có thể sai chính tả: “{wrong}”.",
                f"Sửa thành “{pairs[wrong]}”.",
                [paragraph],
                "Lỗi chính tả thường gặp",
            )


@lru_cache(maxsize=4)
def _spellings(listed: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    pairs = {}
    for item in listed:
        wrong, _, right = item.partition(">")
        if canon(wrong) != canon(right):
            pairs[canon(wrong).lower()] = right.strip()
    words = "|".join(re.escape(word) for word in sorted(pairs, key=len, reverse=True))
    return pairs, re.compile(rf"\b(?:{words})\b" if words else r"(?!)")


def _check_personal(inspection: Inspection, texts: list[tuple[Paragraph, str]]) -> None:
    rule = inspection.rule("text.personal")
    wrong = [p for p, text in texts if _PERSONAL.search(text)]
    if rule and wrong:
        inspection.report(
            rule,
            "Có dãy số giống số căn cước hoặc số điện thoại thật.",
            "Thay bằng dữ liệu giả định hoặc bỏ đi.",
            wrong,
            "Bài tập không dùng dữ liệu cá nhân thật",
        )
