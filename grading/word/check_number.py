"""Checks of number and symbol, and of place and date."""

from __future__ import annotations

import re
from dataclasses import replace

from grading.word.authority import load_authority
from grading.word.dates import real_date
from grading.word.findings import Severity
from grading.word.inspection import Inspection
from grading.word.lines import Line
from grading.word.ruleset import LayoutRule
from grading.word.text import canon

NUMBER = re.compile(
    r"^Số\s?(?P<colon>:?)\s?(?P<number>\d+|[….\s_]*)(?P<dash>[-/–])"
    r"(?P<symbol>[A-ZĐ][A-Za-zĐđ]*)(?P<slash>[/-])(?P<body>[A-ZĐƯƠ]+(?:[-/][A-ZĐ]+)*)$"
)
_DATE = re.compile(
    r"^(?P<place>[^\d,]{2,}), ngày\s*(?P<day>\d{1,2}|[….]*)\s*tháng\s*(?P<month>\d{1,2}|[….]*)"
    r"\s*năm\s*(?P<year>\d{4}|[….]*)$"
)


def check_number(inspection: Inspection) -> None:
    """The form of the number, its zero, its symbol for the kind and for the body."""
    line = inspection.parts.first("number")
    if line is None:
        return
    match = NUMBER.match(canon(line.text))
    colon = inspection.rule("number.colon")
    has_colon = bool(re.match(r"^Số\s*:", line.text))
    if colon and has_colon != colon.value:
        what = "có dấu hai chấm" if has_colon else "không có dấu hai chấm"
        fix = "Thêm dấu hai chấm sau chữ “Số”." if colon.value else "Bỏ dấu hai chấm sau chữ “Số”."
        inspection.report(colon, f"Sau chữ “Số” đang {what}.", fix, [line])
    form = inspection.rule("number.form")
    if form and not _fits(match, str(form.value)):
        example = "Số 05-BC/ĐU" if form.value == "party" else "Số: 15/BC-UBND"
        inspection.report(
            form,
            f"“{line.text}” không đúng mẫu số và ký hiệu.",
            f"Viết theo mẫu “{example}”.",
            [line],
        )
        return
    if match:
        _check_symbol(inspection, line, match)


def _fits(match: re.Match[str] | None, family: str) -> bool:
    if match is None:
        return False
    return match["dash"] == ("-" if family == "party" else "/") and match["slash"] == (
        "/" if family == "party" else "-"
    )


def _check_symbol(inspection: Inspection, line: Line, match: re.Match[str]) -> None:
    padded = inspection.rule("number.padded")
    if padded and padded.value and re.fullmatch(r"\d", match["number"]):
        inspection.report(
            padded,
            f"Số nhỏ hơn 10 chưa thêm số 0: “{match['number']}”.",
            f"Viết “0{match['number']}”.",
            [line],
        )
    rule, wanted = inspection.rule("number.symbol"), _symbols(inspection)
    if rule and wanted and match["symbol"] not in wanted:
        kind = inspection.kind
        name = kind.name.lower() if kind else inspection.parts.text("kind").lower()
        if kind is not None and kind.symbol_confidence in ("C", "D"):
            rule = _doubtful(rule)
        inspection.report(
            rule,
            f"Ký hiệu “{match['symbol']}” không phải của {name}.",
            f"Dùng ký hiệu {' hoặc '.join(wanted)} cho {name}.",
            [line],
        )
    bodies = inspection.rule("number.body")
    if bodies and isinstance(bodies.value, tuple) and match["body"] not in bodies.value:
        inspection.report(
            bodies,
            f"Ký hiệu cơ quan “{match['body']}” khác các ký hiệu thường dùng.",
            f"Thường dùng: {', '.join(bodies.value)}.",
            [line],
        )


def _symbols(inspection: Inspection) -> tuple[str, ...]:
    if inspection.kind is not None:
        return (inspection.kind.symbol,) if inspection.kind.symbol else ()
    return load_authority().symbols.get(inspection.parts.kind_name, ())


def _doubtful(rule: LayoutRule) -> LayoutRule:
    return replace(rule, severity=Severity.WARNING, confidence="C")


def check_date(inspection: Inspection) -> None:
    """The form of place and date, zeros, and whether there is such a day."""
    line = inspection.parts.first("date")
    if line is None:
        return
    match = _DATE.match(line.text)
    form = inspection.rule("date.form")
    if match is None:
        if form:
            inspection.report(
                form,
                f"“{line.text}” chưa đúng mẫu địa danh, ngày tháng năm.",
                "Viết theo mẫu “Suối Mây, ngày 05 tháng 02 năm 2027”.",
                [line],
            )
        return
    day, month, year = (match[name] for name in ("day", "month", "year"))
    padded = inspection.rule("date.padded")
    if padded and (re.fullmatch(r"\d", day) or month in ("1", "2")):
        inspection.report(
            padded,
            "Ngày dưới 10 hoặc tháng 1, tháng 2 chưa thêm số 0.",
            "Viết thêm số 0 phía trước, ví dụ “ngày 05 tháng 02”.",
            [line],
        )
    real = inspection.rule("date.real")
    told = day.isdigit() and month.isdigit() and year.isdigit()
    if real and told and real_date(int(day), int(month), int(year)) is None:
        inspection.report(
            real,
            f"Không có ngày {day} tháng {month} năm {year}.",
            "Ghi lại đúng ngày ban hành.",
            [line],
            "Ngày ban hành phải có thật",
        )
