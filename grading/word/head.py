"""The head of a document: title, bodies, number, place and date, marks; in one column or two."""

from __future__ import annotations

import re

from grading.word.lines import Line
from grading.word.text import is_caps

Head = dict[str, list[Line]]

TITLE = "dang cong san viet nam"
STATE_TITLE = "cong hoa xa hoi chu nghia viet nam"
_MOTTO = "doc lap - tu do - hanh phuc"
_NUMBER = re.compile(r"^so\s*[:.]?\s*([\d….\-–/]|$)")
_DATE = re.compile(r"\bngay\b.{0,14}\bthang\b.{0,14}\bnam\b|, ?ngay ?\d{1,2} ?[/.-] ?\d{1,2}")
_STAR = re.compile(r"^[*✱∗＊\s]+$")
_URGENCY = ("khan", "thuong khan", "hoa toc")
_SECRECY = ("mat", "toi mat", "tuyet mat")
_CIRCULATION = ("xem tai cho", "xong xin tra lai", "khong pho bien", "luu hanh noi bo", "tra lai")
_BODIES = (
    "dang bo", "dang uy", "chi bo", "van phong", "tinh uy", "thanh uy", "huyen uy", "ban ",
    "uy ban", "hoi dong", "mat tran", "doan thanh nien", "co quan",
)  # fmt: skip
REACH = 30
"""Lines looked at for the head; further down these words belong to the text."""


def find_head(lines: list[Line]) -> tuple[Head, int]:
    """The head's parts and the position of the first line after the head."""
    anchors = _anchors(lines)
    end = _end(lines, anchors)
    head: Head = {name: [lines[i]] for name, i in anchors.items()}
    number_seen = False
    for i, line in enumerate(lines[:end]):
        if line.blank or i in anchors.values():
            number_seen = number_seen or i == anchors.get("number")
            continue
        part = _part_of(line, number_seen, "number" in anchors)
        if part:
            head.setdefault(part, []).append(line)
    _split_bodies(head)
    return head, end


def _anchors(lines: list[Line]) -> dict[str, int]:
    found: dict[str, int] = {}
    seen = 0
    for i, line in enumerate(lines):
        if line.blank:
            continue
        seen += 1
        if seen > REACH:
            break
        text = line.folded
        if "title" not in found and (TITLE in text or STATE_TITLE in text) and len(text) < 60:
            found["title"] = i
        elif "number" not in found and _NUMBER.match(text) and len(text) < 40:
            found["number"] = i
        elif "date" not in found and _is_date_line(line) and "number" not in text:
            found["date"] = i
        elif len(text) > 110 and line.paragraph.where.table is None:
            break
    return found


def _is_date_line(line: Line) -> bool:
    text = line.folded
    return (
        bool(_DATE.search(text)) and len(text) < 70 and not text.startswith(("(", "thoi gian", "-"))
    )


def _end(lines: list[Line], anchors: dict[str, int]) -> int:
    if not anchors:
        return 0
    tables = {lines[i].paragraph.where.table for i in anchors.values()} - {None}
    end = max(anchors.values()) + 1
    for i, line in enumerate(lines[: end + 40]):
        if line.paragraph.where.table is not None and line.paragraph.where.table in tables:
            end = max(end, i + 1)
    while end < len(lines) and (lines[end].blank or _is_mark(lines[end])):
        end += 1
    return end


def _is_mark(line: Line) -> bool:
    mark = line.folded.strip(" .:!")
    if len(mark) < 120 and (mark.startswith(("v/v", "ve viec")) or _is_small_slanted(line)):
        return True
    return (
        _graded(line) != ""
        or mark in _CIRCULATION
        or _STAR.match(line.text) is not None
        or (mark.startswith("du thao") and len(mark) < 20)
    )


def _is_small_slanted(line: Line) -> bool:
    """The look of a letter's abstract, also where its first words are missing."""
    printed = [run for run in line.runs if run.text.strip()]
    return bool(printed) and all(run.italic and run.size <= 13 for run in printed)


def _graded(line: Line) -> str:
    """ "urgency" or "secrecy" for a mark of either, also for a wrong one ("KHẨN CẤP", "BÍ MẬT")."""
    mark = line.folded.strip(" .:!")
    if mark in (*_URGENCY, *_SECRECY):
        return "urgency" if mark in _URGENCY else "secrecy"
    if not is_caps(line.text) or len(mark) > 25:
        return ""
    if mark.startswith(("bi mat", "tuyet doi mat")):
        return "secrecy"
    return "urgency" if mark.startswith(tuple(f"{u} " for u in _URGENCY)) else ""


def _part_of(line: Line, number_seen: bool, has_number: bool) -> str:
    mark = line.folded.strip(" .:!")
    if _graded(line):
        return _graded(line)
    if mark in _CIRCULATION:
        return "circulation"
    if mark.startswith("du thao"):
        return "draft"
    if _STAR.match(line.text):
        return "star"
    if mark.replace("–", "-") == _MOTTO:
        return "motto"
    if number_seen and line.column != 1:
        return "letter_abstract"
    known = mark.startswith(_BODIES)
    if line.column == 0 or (known and len(line.text) < 50):
        return "bodies" if known or is_caps(line.text) or not has_number else ""
    return ""


def _split_bodies(head: Head) -> None:
    bodies = head.pop("bodies", [])
    if not bodies:
        return
    head["issuer"] = bodies[-1:]
    if len(bodies) > 1:
        head["superior"] = bodies[:-1]
    elif bodies[0].folded.startswith(("dang bo tinh", "dang bo thanh pho", "tinh uy", "thanh uy")):
        head["superior"] = [head.pop("issuer")[0]]
