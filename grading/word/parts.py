"""The parts of a document found on the page: head, name, body, signature, recipients."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from grading.word.document import Document, Paragraph
from grading.word.head import find_head
from grading.word.lines import Line, lines_of
from grading.word.signature import find_signature
from grading.word.text import fold, is_caps

KIND_NAMES = (
    "nghị quyết", "quyết định", "chỉ thị", "kết luận", "quy chế", "quy định", "thông tri",
    "hướng dẫn", "thông báo", "thông cáo", "tuyên bố", "lời kêu gọi", "báo cáo", "kế hoạch",
    "quy hoạch", "chương trình", "đề án", "phương án", "dự án", "tờ trình", "công văn", "biên bản",
    "giấy giới thiệu", "giấy chứng nhận", "giấy đi đường", "giấy nghỉ phép", "giấy mời",
    "phiếu chuyển", "phiếu gửi", "thư công", "danh sách", "lời phát biểu", "bài phát biểu",
    "lời thăm hỏi", "phát biểu", "lịch trình", "phiếu thông tin",
)  # fmt: skip
_FOLDED_NAMES = sorted((fold(name) for name in KIND_NAMES), key=len, reverse=True)
_DASHES = re.compile(r"^[-–—_‐‑*\s]{3,}$")
_ADDRESSEE = re.compile(r"^(kinh gui|kinh trinh)\b")


@dataclass
class Parts:
    """Part name -> its lines, in page order; `body` holds paragraphs. Missing parts have no key."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    body: list[Paragraph] = field(default_factory=list)
    everything: list[Line] = field(default_factory=list)
    kind_name: str = ""

    def first(self, part: str) -> Line | None:
        """The part's first line, None if the part was not found."""
        found = self.lines.get(part)
        return found[0] if found else None

    def text(self, part: str) -> str:
        """All text of a part on one line, "" if it was not found."""
        return " ".join(line.text for line in self.lines.get(part, ()))

    def has(self, part: str) -> bool:
        """Whether the part was found."""
        return bool(self.lines.get(part)) if part != "body" else bool(self.body)


def find_parts(document: Document) -> Parts:
    """All parts of a document, also where they are out of form or out of place."""
    lines = lines_of(document)
    parts = Parts(everything=lines)
    head, after_head = find_head(lines)
    parts.lines.update(head)
    sign, from_sign, after_sign = find_signature(lines, after_head)
    parts.lines.update(sign)
    start = _name_and_abstract(lines, after_head, from_sign, parts)
    start = _addressee(lines, start, from_sign, parts)
    body = [line.paragraph for line in lines[start:from_sign]]
    parts.body = [
        p for i, p in enumerate(body) if p.text.strip() and (not i or body[i - 1] is not p)
    ]
    rest = [line for line in lines[after_sign:] if not line.blank]
    if rest:
        parts.lines["appendix"] = rest
    return parts


def kind_named(line: Line) -> str:
    """The folded kind name that a line consists of or starts with in capitals, else ""."""
    for name in _FOLDED_NAMES:
        if line.folded == name or line.folded.rstrip(" .:") == name:
            return name
        if line.folded.startswith(name + " ") and is_caps(line.text) and len(line.text) < 60:
            return name
    return ""


def _name_and_abstract(lines: list[Line], start: int, end: int, parts: Parts) -> int:
    shown = [i for i in range(start, end) if not lines[i].blank][:6]
    for position, i in enumerate(shown):
        name = kind_named(lines[i])
        standing = _is_centred(lines[i]) or is_caps(lines[i].text) or _is_bold(lines[i])
        if name and standing and len(lines[i].text) < 60 and position < 4:
            parts.lines["kind"] = [lines[i]]
            parts.kind_name = name
            return _abstract(lines, i + 1, end, parts)
    return start


def _abstract(lines: list[Line], start: int, end: int, parts: Parts) -> int:
    dashes = next(
        (i for i in range(start, min(start + 8, end)) if _DASHES.match(lines[i].text)), None
    )
    found: list[Line] = []
    i = start
    while i < end and i < start + 8:
        line = lines[i]
        if i == dashes:
            parts.lines["dashes"] = [line]
            i += 1
            break
        if _ADDRESSEE.match(line.folded):
            break
        if not line.blank:
            if dashes is None and not (_is_centred(line) and len(line.text) < 200):
                break
            found.append(line)
        elif found and dashes is None:
            break
        i += 1
    if found:
        parts.lines["abstract"] = found
    return i


def _addressee(lines: list[Line], start: int, end: int, parts: Parts) -> int:
    shown = [i for i in range(start, end) if not lines[i].blank][:6]
    for i in shown:
        if not _ADDRESSEE.match(lines[i].folded):
            continue
        parts.lines["addressee"] = [lines[i]]
        after = i + 1
        if lines[i].text.endswith(":"):
            while after < end and (lines[after].blank or lines[after].text[:1] in "-–+"):
                parts.lines["addressee"] += [] if lines[after].blank else [lines[after]]
                after += 1
        return after if i == shown[0] else start
    return start


def _is_centred(line: Line) -> bool:
    return line.paragraph.align == "center"


def _is_bold(line: Line) -> bool:
    return all(run.bold for run in line.runs if run.text.strip())
