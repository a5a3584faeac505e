"""Documents of one meeting held against each other: time, place, body, chair and numbers agree."""

from __future__ import annotations

from collections.abc import Sequence

from grading.word.check_content import same_place
from grading.word.content import Content
from grading.word.dates import hour_in_words, in_words
from grading.word.findings import Place, Severity, WordFinding
from grading.word.inspection import shown
from grading.word.report import DocumentReport
from grading.word.text import fold

SOURCE = "Các văn bản của một hội nghị phải khớp nhau (quy ước của bộ học liệu)"
_ORDER = ("invitation", "programme", "minutes", "notice_of_conclusions", "conclusion", "resolution")
_WITH_TIME = ("invitation", "programme", "minutes")
_COUNTED = ("ho", "nhan khau", "gia dinh", "thon", "suat qua", "doan", "nguoi")


def compare(reports: Sequence[DocumentReport]) -> list[WordFinding]:
    """Findings where documents of one meeting differ; the invitation leads, then as in `_ORDER`.

    Reports of other kinds take part with their numbers only.
    """
    ordered = sorted(reports, key=_rank)
    findings: list[WordFinding] = []
    meeting = [report for report in ordered if report.kind in _ORDER]
    for first, second in _pairs(meeting):
        findings += _times(first, second)
        findings += _places(first, second)
        findings += _bodies(first, second)
        findings += _chairs(first, second)
    findings += _numbers(ordered)
    findings += _papers(ordered)
    return findings


def _rank(report: DocumentReport) -> int:
    return _ORDER.index(report.kind) if report.kind in _ORDER else len(_ORDER)


def _pairs(reports: list[DocumentReport]) -> list[tuple[DocumentReport, DocumentReport]]:
    """The leading document with each other one: a single wrong paper gives a single finding."""
    return [(reports[0], other) for other in reports[1:]] if reports else []


def _say(
    rule: str, what: str, fix: str, *spots: tuple[DocumentReport, str], quote: str = ""
) -> WordFinding:
    places = tuple(
        Place(report.name, report.content.spots.get(fact), quote) for report, fact in spots
    )
    why = "Giấy mời, chương trình, biên bản và kết luận nói về cùng một hội nghị."
    return WordFinding(f"agree.{rule}", Severity.ERROR, what, why, fix, SOURCE, "Q", places)


def _times(first: DocumentReport, second: DocumentReport) -> list[WordFinding]:
    one, two = first.content, second.content
    found = []
    if one.meeting_day and two.meeting_day and one.meeting_day != two.meeting_day:
        what = (
            f"Ngày họp không khớp: {first.kind_vi} ghi {in_words(one.meeting_day)}, "
            f"{second.kind_vi} ghi {in_words(two.meeting_day)}."
        )
        fix = "Sửa cho khớp với ngày họp đã được duyệt."
        found.append(_say("day", what, fix, (first, "meeting_day"), (second, "meeting_day")))
    timed = first.kind in _WITH_TIME and second.kind in _WITH_TIME
    if timed and one.meeting_hour and two.meeting_hour and one.meeting_hour != two.meeting_hour:
        what = (
            f"Giờ họp không khớp: {first.kind_vi} ghi {hour_in_words(one.meeting_hour)}, "
            f"{second.kind_vi} ghi {hour_in_words(two.meeting_hour)}."
        )
        fix = "Sửa cho khớp, hoặc ghi rõ lý do đổi giờ trong biên bản."
        found.append(_say("hour", what, fix, (first, "meeting_hour"), (second, "meeting_hour")))
    return found


def _places(first: DocumentReport, second: DocumentReport) -> list[WordFinding]:
    one, two = first.content.place, second.content.place
    if second.kind not in _WITH_TIME or not one or not two or same_place(one, two):
        return []
    what = f"Địa điểm không khớp: {first.kind_vi} ghi “{one}”, {second.kind_vi} ghi “{two}”."
    return [_say("place", what, "Sửa cho khớp địa điểm.", (first, "place"), (second, "place"))]


def _bodies(first: DocumentReport, second: DocumentReport) -> list[WordFinding]:
    one, two = first.content.body, second.content.body
    named = ("ban thuong vu", "ban chap hanh")
    if one not in named or two not in named or one == two:
        return []
    what = f"Cơ quan họp không khớp giữa {first.kind_vi.lower()} và {second.kind_vi.lower()}."
    return [_say("body", what, "Ghi đúng hội nghị của ban thường vụ hay ban chấp hành.",
                 (first, "body"), (second, "body"))]  # fmt: skip


def _chairs(first: DocumentReport, second: DocumentReport) -> list[WordFinding]:
    one, two = first.content.chair, second.content.chair
    if not one or not two or fold(one) == fold(two):
        return []
    what = f"Người chủ trì không khớp: {first.kind_vi} ghi {one}, {second.kind_vi} ghi {two}."
    fix = "Đối chiếu người chủ trì; nếu đổi người thì ghi rõ trong biên bản."
    return [_say("chair", what, fix, (first, "chair"), (second, "chair"))]


def _numbers(reports: list[DocumentReport]) -> list[WordFinding]:
    """A count that every document gives once must be one and the same ("38 hộ")."""
    found = []
    for unit in _COUNTED:
        first: tuple[DocumentReport, float] | None = None
        for report in reports:
            values = sorted(set(_counts(report.content, unit)), reverse=True)
            if not values:
                continue
            if first is None:
                first = (report, values[0])
            elif first[1] not in values:
                what = (
                    f"Số liệu không khớp: {first[0].name} ghi "
                    f"{shown(first[1])} {_UNITS_VI[unit]}, {report.name} "
                    f"ghi {shown(values[0])} {_UNITS_VI[unit]}."
                )
                fix = "Đối chiếu số liệu gốc, sửa cho khớp ở mọi văn bản."
                found.append(_say("number", what, fix, (first[0], unit), (report, unit)))
    return found


_UNITS_VI = {
    "ho": "hộ", "nhan khau": "nhân khẩu", "gia dinh": "gia đình", "thon": "thôn",
    "suat qua": "suất quà", "doan": "đoàn", "nguoi": "người",
}  # fmt: skip


def _counts(content: Content, unit: str) -> list[float]:
    return [q.value for q in content.quantities if (q.unit + " ").startswith(unit + " ")]


def _papers(reports: list[DocumentReport]) -> list[WordFinding]:
    """Attendance and votes within the minutes: no more votes than people present."""
    found = []
    for report in reports:
        if report.kind != "minutes" or len(report.content.shares) < 2:
            continue
        present, total = report.content.shares[0]
        for votes, of in report.content.shares[1:]:
            if of not in (present, total) or votes > present:
                what = f"Biên bản ghi có mặt {present}/{total} nhưng biểu quyết {votes}/{of}."
                found.append(
                    _say("vote", what, "Kiểm lại số có mặt và số phiếu.", (report, "shares"))
                )
    return found
