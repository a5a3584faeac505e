"""Checks of the head and the name: title, star, number and symbol, date, kind, abstract, marks."""

from __future__ import annotations

import re

from grading.word.check_number import check_date, check_number
from grading.word.inspection import Inspection
from grading.word.lines import Line
from grading.word.parts import KIND_NAMES
from grading.word.text import canon, fold

_DASHES = re.compile(r"[-–—‐‑]")
_SIDES = {"left": 0, "right": 1}


def check_head(inspection: Inspection) -> None:
    """Everything from the title to the abstract that is more than a look."""
    _check_wording(inspection, "title")
    _check_wording(inspection, "motto")
    for part in ("title", "motto", "issuer", "abstract"):
        _check_line_below(inspection, part)
    _check_star(inspection)
    check_number(inspection)
    check_date(inspection)
    _check_kind(inspection)
    _check_abstract(inspection)
    _check_letter(inspection)
    _check_marks(inspection)
    for part in ("title", "issuer", "number", "date"):
        check_side(inspection, part)


def check_side(inspection: Inspection, part: str) -> None:
    """Whether a part of a two-column block stands on its side."""
    rule = inspection.rule(f"{part}.place")
    line = inspection.parts.first(part)
    if rule is None or line is None or line.column is None or rule.value not in _SIDES:
        return
    if line.column != _SIDES[str(rule.value)]:
        side = "bên trái" if rule.value == "left" else "bên phải"
        inspection.report(rule, f"“{line.text}” đặt sai bên.", f"Chuyển sang {side} trang.", [line])


def _check_wording(inspection: Inspection, part: str) -> None:
    rule, line = inspection.rule(f"{part}.text"), inspection.parts.first(part)
    if rule is None or line is None:
        return
    wanted = str(rule.value)
    same = line.text == wanted or (part == "title" and line.text.upper() == wanted)
    if not same:
        inspection.report(
            rule, f"Ghi “{line.text}”, đúng phải là “{wanted}”.", f"Sửa thành “{wanted}”.", [line]
        )
    elif part == "title" and line.text != wanted:
        inspection.report(rule, "Tiêu đề chưa viết hoa.", f"Sửa thành “{wanted}”.", [line])


def _check_line_below(inspection: Inspection, part: str) -> None:
    rule, lines = inspection.rule(f"{part}.line_below"), inspection.parts.lines.get(part)
    if rule is None or not rule.value or not lines:
        return
    if part == "abstract" and inspection.kind and inspection.kind.needs("abstract") != "required":
        return
    if not _has_line_below(inspection, lines[-1]):
        name = {"abstract": "trích yếu", "issuer": "tên cơ quan", "motto": "tiêu ngữ"}.get(
            part, "tiêu đề"
        )
        inspection.report(
            rule,
            f"Dưới {name} chưa có đường kẻ ngang nét liền.",
            f"Kẻ một đường ngang nét liền dưới {name}.",
            [lines[-1]],
        )


def _has_line_below(inspection: Inspection, line: Line) -> bool:
    paragraph = line.paragraph
    if paragraph.rule_below or paragraph.drawing or any(run.underline for run in line.runs):
        return True
    body = inspection.document.body
    position = next(i for i, p in enumerate(body) if p is paragraph)
    for after in body[position + 1 : position + 3]:
        if after.where.table != paragraph.where.table:
            return False
        text = after.text.strip()
        if after.where.area == "textbox" or not text:
            if after.rule_above or after.rule_below or after.drawing:
                return True
        elif set(text) <= set("_-–—*\t "):
            return len(text) > 4
        else:
            return after.rule_above or after.drawing
    return False


def _check_star(inspection: Inspection) -> None:
    rule, issuer = inspection.rule("issuer.star"), inspection.parts.first("issuer")
    if rule and rule.value and issuer and not inspection.parts.has("star"):
        inspection.report(
            rule,
            "Dưới tên cơ quan ban hành chưa có dấu sao (*).",
            "Thêm một dòng có dấu * ngay dưới tên cơ quan ban hành.",
            [issuer],
        )


def _check_kind(inspection: Inspection) -> None:
    line = inspection.parts.first("kind")
    kind = inspection.kind
    if line is None:
        return
    letter = inspection.rule("kind.letter")
    if letter and kind is not None and kind.id == "official_letter":
        inspection.report(letter, "Công văn không ghi tên loại.", "Xóa dòng “CÔNG VĂN”.", [line])
        return
    align = inspection.rule("kind.align")
    if align and line.paragraph.align != align.value:
        inspection.report(align, "Tên loại chưa canh giữa.", "Canh giữa tên loại.", [line])
    spelled = inspection.rule("kind.spelled")
    if spelled and not _spelled(line):
        inspection.report(
            spelled,
            f"“{line.text}” viết thiếu hoặc sai dấu.",
            "Viết lại đúng dấu tiếng Việt.",
            [line],
            "Tên loại văn bản phải viết đúng chính tả",
        )


def _spelled(line: Line) -> bool:
    text = line.text.lower().rstrip(" .:")
    names = {canon(name): fold(name) for name in KIND_NAMES}
    near = [name for name, folded in names.items() if line.folded.startswith(folded)]
    return not near or any(text.startswith(name) for name in near)


def _check_abstract(inspection: Inspection) -> None:
    lines = inspection.parts.lines.get("abstract", [])
    align = inspection.rule("abstract.align")
    wrong = [line for line in lines if align and line.paragraph.align != align.value]
    if align and wrong:
        inspection.report(align, "Trích yếu chưa canh giữa.", "Canh giữa trích yếu.", wrong)
    rule = inspection.rule("abstract.dashes")
    if (
        rule is None
        or not lines
        or (inspection.kind and inspection.needs("abstract") != "required")
    ):
        return
    dashes = inspection.parts.first("dashes")
    count = len(_DASHES.findall(dashes.text)) if dashes else 0
    if count != rule.value:
        what = f"có {count} gạch nối" if dashes else "chưa có hàng gạch nối"
        inspection.report(
            rule,
            f"Dưới trích yếu {what}, quy định 5 gạch nối (-----).",
            "Ghi một dòng “-----” canh giữa ngay dưới trích yếu.",
            [dashes or lines[-1]],
        )


def _check_letter(inspection: Inspection) -> None:
    rule, line = inspection.rule("letter_abstract.words"), inspection.parts.first("letter_abstract")
    if rule is None or line is None or not isinstance(rule.value, tuple):
        return
    if inspection.kind is None or inspection.kind.id != "official_letter":
        return
    if not line.folded.startswith(tuple(fold(word) for word in rule.value)):
        inspection.report(
            rule,
            "Trích yếu công văn chưa mở đầu bằng “Về việc” (hoặc “V/v”).",
            "Viết “Về việc …” dưới số và ký hiệu.",
            [line],
        )


def _check_marks(inspection: Inspection) -> None:
    for part in ("urgency", "secrecy"):
        rule, line = inspection.rule(f"{part}.text"), inspection.parts.first(part)
        if rule and line and isinstance(rule.value, tuple):
            mark = line.text.strip(" .:!")
            if mark.upper() not in {canon(word) for word in rule.value}:
                inspection.report(
                    rule,
                    f"Dấu “{line.text}” không thuộc các mức quy định.",
                    f"Chỉ dùng: {', '.join(rule.value)}.",
                    [line],
                )
    rule, line = inspection.rule("urgency.place"), inspection.parts.first("urgency")
    number = inspection.parts.first("number")
    if rule and line and number and not _is_below(line, number):
        inspection.report(
            rule,
            "Dấu chỉ mức độ khẩn chưa đặt dưới số và ký hiệu.",
            "Chuyển dấu khẩn xuống dưới số và ký hiệu.",
            [line],
        )


def _is_below(line: Line, number: Line) -> bool:
    return line.column in (None, number.column) and line.paragraph.index >= number.paragraph.index
