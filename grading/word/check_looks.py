"""Checks that all parts share: presence, size, bold, italic, capitals, underline."""

from __future__ import annotations

from collections.abc import Callable

from grading.word.document import Run
from grading.word.inspection import Inspection, expected, shown
from grading.word.lines import Line
from grading.word.ruleset import LayoutRule
from grading.word.text import is_caps
from grading.word.vocabulary import LOOK_PARTS, LOOKS, PARTS_VI, PRESENT_PARTS

_WORDS = {
    "bold": ("in đậm", "không in đậm"),
    "italic": ("in nghiêng", "chữ đứng"),
    "caps": ("viết hoa toàn bộ", "viết thường (chỉ hoa chữ đầu)"),
    "underline": ("gạch chân", "không gạch chân"),
}


def check_presence(inspection: Inspection) -> None:
    """Each demanded part that is missing, once."""
    for part in PRESENT_PARTS:
        rule = inspection.rule(f"{part}.present")
        if rule is None or not rule.value or inspection.parts.has(part):
            continue
        if inspection.needs(part) != "required" or part in inspection.said:
            continue
        if part == "superior" and not inspection.parts.has("issuer"):
            continue
        if part == "recipients" and not inspection.parts.has("recipients_label"):
            continue
        if part == "authority" and not _authority_due(inspection):
            continue
        inspection.said.add(part)
        inspection.report(
            rule,
            f"Thiếu {_name(part)}.",
            f"Bổ sung {_name(part)} đúng vị trí.",
            [inspection.anchor(part)],
            f"{PARTS_VI[part]} là thành phần phải có của loại văn bản này",
        )


def check_looks(inspection: Inspection) -> None:
    """Size, weight, slant, capitals and underline of every part that was found."""
    for part in LOOK_PARTS:
        lines = inspection.parts.lines.get(part, [])
        if not lines or (part == "letter_abstract" and not _is_letter(inspection)):
            continue
        for look in LOOKS:
            rule = inspection.rule(f"{part}.{look}")
            if rule is not None:
                _check_look(inspection, part, look, rule, lines)


def _check_look(
    inspection: Inspection, part: str, look: str, rule: LayoutRule, lines: list[Line]
) -> None:
    if part == "addressee" and look != "size":
        return
    if look == "caps":
        wrong = [line for line in lines if is_caps(line.text) != rule.value]
        if wrong:
            _report_flag(inspection, part, look, rule, wrong)
    elif look == "size":
        off = [line for line in lines if _share(line, lambda run: not rule.accepts(run.size)) > 0]
        if off:
            size = next(r.size for r in off[0].runs if r.text.strip() and not rule.accepts(r.size))
            inspection.report(
                rule,
                f"{PARTS_VI[part]} đang cỡ chữ {shown(size)}, quy định {expected(rule)}.",
                f"Chọn {_name(part)}, đặt cỡ chữ {expected(rule)}.",
                off,
            )
    else:
        wrong = [
            line
            for line in lines
            if _share(line, lambda run: getattr(run, look) != rule.value) > 0.3
        ]
        if wrong:
            _report_flag(inspection, part, look, rule, wrong)


def _report_flag(
    inspection: Inspection, part: str, look: str, rule: LayoutRule, lines: list[Line]
) -> None:
    wanted, other = _WORDS[look] if rule.value else _WORDS[look][::-1]
    inspection.report(
        rule,
        f"{PARTS_VI[part]} đang {other}, quy định {wanted}.",
        f"Chọn {_name(part)}, chuyển thành {wanted}.",
        lines,
    )


def _share(line: Line, wrong: Callable[[Run], bool]) -> float:
    """The share of a line's printed letters whose run is wrong."""
    total = sum(len(run.text.strip()) for run in line.runs)
    bad = sum(len(run.text.strip()) for run in line.runs if wrong(run))
    return bad / total if total else 0.0


def _authority_due(inspection: Inspection) -> bool:
    """An authority line is due unless the office's own head may sign under his post alone."""
    kind = inspection.kind
    post = inspection.parts.text("post").upper()
    if kind is None:
        return True
    return not any(s.authority == "" and post in s.posts for s in kind.signing)


def _is_letter(inspection: Inspection) -> bool:
    return inspection.kind is not None and inspection.kind.id == "official_letter"


def _name(part: str) -> str:
    name = PARTS_VI[part]
    return name[0].lower() + name[1:]
