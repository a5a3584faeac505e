"""A document's content held against what the case expects; lead times computed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from grading.word.check_points import check_points
from grading.word.content import Content
from grading.word.dates import hour_in_words, in_words
from grading.word.document import Paragraph
from grading.word.facts import CaseFacts, NumberFact
from grading.word.findings import Severity, WordFinding
from grading.word.inspection import Inspection, make_finding, shown
from grading.word.text import fold

_CASE = "Dữ kiện của tình huống (giả định)"
_MEETING_KINDS = ("invitation", "programme", "minutes", "notice_of_conclusions", "conclusion")


def check_content(inspection: Inspection, content: Content, facts: CaseFacts | None) -> None:
    """Findings against the case's facts, and lead times where both dates are known."""
    if facts is not None:
        _check_time(inspection, content, facts)
        _check_place(inspection, content, facts)
        _check_body(inspection, content, facts)
        _check_people(inspection, content, facts)
        _check_attendance(inspection, content, facts)
        _check_papers(inspection, content, facts)
        for wanted in facts.numbers:
            _check_number(inspection, content, wanted)
        _check_issued(inspection, content, facts)
        check_points(inspection, facts)
    _check_lead(inspection, content, facts)


def _say(
    inspection: Inspection, rule: str, what: str, fix: str, spot: int | None,
    why: str = "Nội dung văn bản phải khớp với diễn biến của tình huống.",
) -> None:  # fmt: skip
    inspection.add(
        make_finding(
            f"content.{rule}",
            Severity.ERROR,
            what,
            why,
            fix,
            _CASE,
            "Q",
            [inspection.place("content", _paragraph(inspection, spot))],
        )
    )


def _paragraph(inspection: Inspection, index: int | None) -> Paragraph | None:
    body = inspection.parts.body
    if index is None:
        return body[0] if body else None
    return next((p for p in inspection.document.paragraphs if p.index == index), None)


def _check_time(inspection: Inspection, content: Content, facts: CaseFacts) -> None:
    if facts.starts is None or (inspection.kind and inspection.kind.id not in _MEETING_KINDS):
        return
    day, hour = content.meeting_day, content.meeting_hour
    if day is None:
        _say(inspection, "day", "Không thấy ngày họp.", "Ghi rõ ngày họp.", None)
    elif hour is None:
        if day != facts.starts.date():
            said = f"Ngày họp ghi {in_words(day)}, không khớp với tình huống."
            _say(
                inspection,
                "day",
                said,
                "Đối chiếu ngày họp đã được duyệt.",
                content.spots.get("meeting_day"),
            )
    else:
        gap = datetime.combine(day, hour) - facts.starts
        if day != facts.starts.date():
            said = f"Ngày họp ghi {in_words(day)}, không khớp với tình huống."
            _say(
                inspection,
                "day",
                said,
                "Đối chiếu ngày họp đã được duyệt.",
                content.spots.get("meeting_day"),
            )
        elif abs(gap) > facts.time_tolerance:
            said = f"Giờ họp ghi {hour_in_words(hour)}, không khớp với tình huống."
            _say(
                inspection,
                "hour",
                said,
                "Đối chiếu giờ họp đã được duyệt.",
                content.spots.get("meeting_hour"),
            )


def _check_place(inspection: Inspection, content: Content, facts: CaseFacts) -> None:
    if not facts.place or (inspection.kind and inspection.kind.id not in _MEETING_KINDS[:3]):
        return
    if not same_place(facts.place, content.place) and fold(facts.place) not in _all_text(
        inspection
    ):
        said = (
            f"Địa điểm ghi “{content.place}”, không khớp."
            if content.place
            else "Không thấy địa điểm."
        )
        _say(
            inspection,
            "place",
            said,
            "Đối chiếu địa điểm đã được duyệt.",
            content.spots.get("place"),
        )


def same_place(one: str, other: str) -> bool:
    """Whether two places are the same: one's words are all in the other (and its numbers too)."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    small, big = sorted((first, second), key=len)
    same_numbers = {w for w in first if w.isdigit()} == {w for w in second if w.isdigit()}
    return same_numbers and len(small & big) >= 0.75 * len(small)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", fold(text))) - {"tai", "so", "cua", "xa", "dang", "uy"}


def _check_body(inspection: Inspection, content: Content, facts: CaseFacts) -> None:
    if facts.body and fold(facts.body) not in _all_text(inspection):
        said = f"Không thấy tên hội nghị hoặc cơ quan: {facts.body}."
        _say(inspection, "body", said, "Ghi rõ hội nghị của cơ quan nào.", None)


def _check_people(inspection: Inspection, content: Content, facts: CaseFacts) -> None:
    text = _all_text(inspection)
    missing = [name for name in facts.people if fold(name) not in text]
    if missing:
        said = f"Không thấy tên: {', '.join(missing)}."
        _say(inspection, "people", said, "Ghi đủ họ tên những người có liên quan.", None)
    if facts.chair and content.chair and fold(content.chair) != fold(facts.chair):
        said = f"Người chủ trì ghi “{content.chair}”, không khớp với tình huống."
        _say(inspection, "chair", said, "Đối chiếu người chủ trì.", content.spots.get("chair"))


def _check_attendance(inspection: Inspection, content: Content, facts: CaseFacts) -> None:
    """The minutes' first share of all members is who was present; one that is not told is no
    matter here.
    """
    if not facts.attendance or inspection.kind is None or inspection.kind.id != "minutes":
        return
    right, total = facts.attendance
    present = next((one for one, of in content.shares if of == total), right)
    if present != right:
        said = f"Số có mặt ghi {present}/{total}, không khớp với diễn biến."
        _say(inspection, "attendance", said, "Đối chiếu kết quả điểm danh lúc khai mạc.", None)


def _check_papers(inspection: Inspection, content: Content, facts: CaseFacts) -> None:
    text = _all_text(inspection)
    missing = [paper for paper in facts.papers if fold(paper) not in text]
    if missing:
        said = f"Không nhắc tới tài liệu: {', '.join(missing)}."
        _say(inspection, "papers", said, "Ghi đủ số, ký hiệu hoặc tên tài liệu.", None)


def _check_number(inspection: Inspection, content: Content, wanted: NumberFact) -> None:
    units = tuple(fold(one) for one in wanted.unit.split("|"))
    found = [q for q in content.quantities if q.unit.startswith(units)]
    if units == ("dong",):
        values = [float(value) for value in content.money]
    else:
        values = [q.value for q in found]
    right = (wanted.value, *wanted.also)
    if any(abs(value - one) <= wanted.tolerance for value in values for one in right):
        return
    spot = found[0].paragraph if found else None
    if values:
        unit = wanted.unit.split("|")[0]
        said = f"{wanted.label}: ghi {shown(values[0])} {unit}, không khớp với tình huống."
    else:
        said = f"Không thấy số liệu: {wanted.label}."
    _say(inspection, "number", said, f"Đối chiếu số liệu “{wanted.label}”.", spot)


def _check_issued(inspection: Inspection, content: Content, facts: CaseFacts) -> None:
    if content.issued is None:
        return
    early = facts.issued_from is not None and content.issued < facts.issued_from
    late = facts.issued_to is not None and content.issued > facts.issued_to
    if early or late:
        line = inspection.parts.first("date")
        word = "sớm" if early else "muộn"
        said = f"Ngày ban hành ghi {in_words(content.issued)}, {word} hơn diễn biến."
        _say(
            inspection,
            "issued",
            said,
            "Ghi đúng ngày ban hành.",
            line.paragraph.index if line else None,
        )


def _check_lead(inspection: Inspection, content: Content, facts: CaseFacts | None) -> None:
    kind = inspection.kind.id if inspection.kind else ""
    if (
        content.issued is None
        or content.meeting_day is None
        or kind not in ("invitation", "minutes")
    ):
        return
    finding = lead_finding(kind, content, facts.special if facts else False, inspection)
    if finding is not None:
        inspection.add(finding)


def lead_finding(
    kind: str, content: Content, special: bool, inspection: Inspection
) -> WordFinding | None:
    """The finding about the days between paper and meeting, None where there is nothing to say.

    Invitations: R09, R10 (unless a special case is named); minutes: R11, R12.
    """
    from office_sim import rulebook

    if content.issued is None or content.meeting_day is None:
        return None
    standing = content.body in ("ban thuong vu", "thuong truc")
    gap = content.meeting_day - content.issued
    if kind == "minutes":
        rule, late = rulebook.load()["R12" if standing else "R11"], -gap
        allowed = timedelta(days=rule.maximum or 0)
        if late <= allowed:
            return None
        what = f"Biên bản hoàn chỉnh sau hội nghị {late.days} ngày, hạn là {rule.maximum} ngày."
        severity, fix = Severity.ERROR, "Hoàn chỉnh biên bản trong hạn."
    else:
        rule = rulebook.load()["R10" if standing else "R09"]
        if gap < timedelta(0):
            what, severity = "Giấy mời ghi ngày sau ngày họp.", Severity.ERROR
            fix = "Đối chiếu ngày ban hành và ngày họp."
        elif gap >= timedelta(days=rule.minimum or 0) or content.special or special:
            return None
        else:
            what = (
                f"Giấy mời trước ngày họp {gap.days} ngày, tài liệu nên gửi trước "
                f"{rule.minimum} - {rule.maximum} ngày."
            )
            severity = Severity.WARNING
            fix = "Gửi sớm hơn, hoặc nêu rõ lý do đột xuất (trường hợp đặc biệt)."
    line = inspection.parts.first("date")
    return make_finding(
        "content.lead",
        severity,
        what,
        f"{rule.title} ({rule.id}).",
        fix,
        rule.citation,
        rule.confidence,
        [inspection.place("content", line)],
    )


def _all_text(inspection: Inspection) -> str:
    lines = inspection.parts.everything
    return "\n".join(line.folded for line in lines if not line.blank)
