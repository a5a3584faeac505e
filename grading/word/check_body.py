"""Checks of the text itself: size, slant, alignment, first-line indent, gaps, lines, ending."""

from __future__ import annotations

import re
from itertools import pairwise

from grading.word.document import Paragraph
from grading.word.inspection import Inspection, expected, shown

_HEADING = re.compile(r"^(Phần|Chương|Mục|Điều)\s+(thứ\s+\w+|[IVXLC]+|\d+)\b")
_ONE_LINE = 95
"""Letters that surely need a second line, so that justified and left aligned differ."""
_LINE_RULES = {
    "exact": "Chính xác (Exactly)",
    "auto": "Bội số (Single - 1.5)",
    "atLeast": "Ít nhất",
}
_FREE_ENDING = ("speech", "roster", "programme")


def check_body(inspection: Inspection) -> None:
    """All paragraphs of the text that stand outside tables."""
    paragraphs = [
        p for p in inspection.parts.body if p.where.area == "body" and p.where.table is None
    ]
    _check_size(inspection, paragraphs)
    _check_italic(inspection, paragraphs)
    _check_align(inspection, paragraphs)
    _check_indent(inspection, paragraphs)
    _check_gap(inspection, paragraphs)
    _check_lines(inspection, [p for p in paragraphs if p.align != "center"])
    _check_headings(inspection, paragraphs)
    _check_ending(inspection)


def _check_size(inspection: Inspection, paragraphs: list[Paragraph]) -> None:
    rule = inspection.rule("body.size")
    if rule is None:
        return
    wrong = [
        p for p in paragraphs if any(r.text.strip() and not rule.accepts(r.size) for r in p.runs)
    ]
    if wrong:
        size = next(r.size for r in wrong[0].runs if r.text.strip() and not rule.accepts(r.size))
        inspection.report(
            rule,
            f"Nội dung có chữ cỡ {shown(size)}, quy định {expected(rule)}.",
            f"Chọn đoạn này, đặt cỡ chữ {expected(rule)}.",
            wrong,
        )


def _check_italic(inspection: Inspection, paragraphs: list[Paragraph]) -> None:
    rule = inspection.rule("body.italic")
    if rule is None or rule.value:
        return
    wrong = []
    for paragraph in paragraphs:
        letters = sum(len(run.text) for run in paragraph.runs)
        slanted = sum(len(run.text) for run in paragraph.runs if run.italic)
        if letters > 40 and slanted > 0.6 * letters:
            wrong.append(paragraph)
    if wrong:
        inspection.report(
            rule, "Có đoạn nội dung in nghiêng.", "Chuyển đoạn này về chữ đứng.", wrong
        )


def _check_align(inspection: Inspection, paragraphs: list[Paragraph]) -> None:
    rule = inspection.rule("body.align")
    wrong = [p for p in paragraphs if rule and len(p.text) > _ONE_LINE and p.align != rule.value]
    if rule and wrong:
        inspection.report(
            rule, "Đoạn văn chưa canh đều hai lề.", "Chọn đoạn này, nhấn Ctrl+J (canh đều).", wrong
        )


def _check_indent(inspection: Inspection, paragraphs: list[Paragraph]) -> None:
    rule = inspection.rule("body.indent")
    if rule is None:
        return
    wrong = [
        p
        for p in paragraphs
        if p.align in ("left", "justify")
        and not p.label
        and len(p.text) > 30
        and not rule.accepts(p.left + p.first)
    ]
    if wrong:
        found = shown(wrong[0].left + wrong[0].first)
        inspection.report(
            rule,
            f"Dòng đầu đoạn lùi vào {found} mm, quy định khoảng {expected(rule)}.",
            "Vào Đoạn (Paragraph) > Thụt dòng (First line), đặt 1 cm.",
            wrong,
        )


def _check_gap(inspection: Inspection, paragraphs: list[Paragraph]) -> None:
    rule = inspection.rule("body.gap")
    if rule is None:
        return
    wrong = []
    for above, below in pairwise(paragraphs):
        if below.index != above.index + 1 or "center" in (above.align, below.align):
            continue
        joined = (above.contextual or below.contextual) and above.style == below.style
        gap = 0.0 if joined else max(above.after, below.before)
        if not rule.accepts(gap):
            wrong.append(below)
    if wrong:
        inspection.report(
            rule,
            f"Khoảng cách giữa hai đoạn chưa đúng, tối thiểu {shown(rule.bounds[0])} pt.",
            "Vào Đoạn (Paragraph), đặt cách trên (Before) 6 pt.",
            wrong,
        )


def _check_lines(inspection: Inspection, paragraphs: list[Paragraph]) -> None:
    rule, value = inspection.rule("body.line_rule"), inspection.rule("body.line")
    shaped = [p for p in paragraphs if rule and p.line_rule == rule.value]
    wrong = [p for p in paragraphs if rule and p.line_rule != rule.value]
    if rule and wrong:
        wanted, found = _LINE_RULES[str(rule.value)], _LINE_RULES[wrong[0].line_rule]
        inspection.report(
            rule,
            f"Cách dòng đang theo kiểu {found}, quy định kiểu {wanted}.",
            f"Vào Đoạn (Paragraph) > Cách dòng (Line spacing), chọn {wanted}"
            + (f", {expected(value)}." if value else "."),
            wrong,
        )
    off = [p for p in shaped if value and not value.accepts(p.line)]
    if value and off:
        inspection.report(
            value,
            f"Cách dòng đang là {shown(off[0].line)}, quy định {expected(value)}.",
            f"Vào Đoạn (Paragraph) > Cách dòng (Line spacing), đặt {expected(value)}.",
            off,
        )


def _check_headings(inspection: Inspection, paragraphs: list[Paragraph]) -> None:
    rule = inspection.rule("heading.bold")
    wrong = [
        p
        for p in paragraphs
        if rule and _HEADING.match(p.text.strip()) and p.runs and not p.runs[0].bold
    ]
    if rule and wrong:
        inspection.report(
            rule, "Đề mục (Phần, Chương, Mục, Điều) chưa in đậm.", "In đậm chữ chỉ đề mục.", wrong
        )


def _check_ending(inspection: Inspection) -> None:
    rule = inspection.rule("body.ending")
    body = inspection.parts.body
    if rule is None or not body or body[-1].where.table is not None:
        return
    if inspection.kind is not None and inspection.kind.id in _FREE_ENDING:
        return
    text = body[-1].text.strip()
    wanted = str(rule.value)
    good = text.endswith(wanted) and (wanted == "./." or not text.endswith("./."))
    if not good:
        inspection.report(
            rule,
            f"Nội dung chưa kết thúc bằng “{wanted}”.",
            f"Kết thúc đoạn cuối bằng “{wanted}”.",
            [body[-1]],
        )
