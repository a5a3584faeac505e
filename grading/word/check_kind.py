"""Checks of a kind: what it must contain, its salutation, and whether it is the kind asked for."""

from __future__ import annotations

from grading.word.findings import Severity
from grading.word.inspection import Inspection, all_folded, make_finding
from grading.word.kinds import Kind
from grading.word.text import fold

_AREAS = ("abstract", "letter_abstract", "addressee")


def check_kind(inspection: Inspection, recognised: Kind | None) -> None:
    """What the kind asks for; `recognised` is what the head says, `inspection.kind` what is due."""
    kind = inspection.kind
    if kind is None:
        return
    _check_match(inspection, kind, recognised)
    _check_musts(inspection, kind)
    _check_salutation(inspection, kind)


def _check_match(inspection: Inspection, kind: Kind, recognised: Kind | None) -> None:
    rule = inspection.rule("kind.match")
    if rule is None or recognised is None or recognised.id == kind.id:
        return
    inspection.report(
        rule,
        f"Bài cần {kind.name.lower()}, văn bản này là {recognised.name.lower()}.",
        f"Nộp {kind.name.lower()} hoặc sửa tên loại.",
        [inspection.parts.first("kind")],
        "Loại văn bản phải đúng việc được giao",
    )


def _check_musts(inspection: Inspection, kind: Kind) -> None:
    parts = inspection.parts
    body = "\n".join(fold(p.text) for p in parts.body)
    head = "\n".join(all_folded(parts.lines.get(part, ())) for part in _AREAS)
    text = f"{head}\n{body}"
    spot = parts.body[0] if parts.body else None
    for must in kind.must:
        if must.pattern.search(text):
            continue
        inspection.add(
            make_finding(
                f"{kind.id}.{must.id}",
                must.severity,
                f"{kind.name} chưa có {must.what}.",
                f"{kind.name} cần có {must.what}.",
                must.fix,
                must.source,
                must.confidence,
                [inspection.place("body", spot)],
            )
        )


def _check_salutation(inspection: Inspection, kind: Kind) -> None:
    rule, line = inspection.rule("addressee.word"), inspection.parts.first("addressee")
    if rule is None or line is None or not kind.addressee:
        return
    if not line.folded.startswith(fold(kind.addressee)):
        inspection.report(
            rule,
            f"{kind.name} ghi “{line.text.split(':')[0]}”, đúng là “{kind.addressee}”.",
            f"Sửa thành “{kind.addressee}”.",
            [line],
        )


def unknown_kind(inspection: Inspection) -> None:
    """A warning that the kind could not be told, so its contents were not looked at."""
    rule = inspection.rule("kind.present")
    if rule is not None:
        inspection.add(
            make_finding(
                "kind.unknown",
                Severity.WARNING,
                "Không nhận ra loại văn bản, chỉ kiểm tra thể thức.",
                "Tên loại không thuộc các loại mà bộ kiểm tra biết về nội dung.",
                "Ghi rõ tên loại, hoặc chọn loại khi kiểm tra (--kind).",
                "Bộ kiểm tra văn bản của bộ học liệu",
                "Q",
                [inspection.place("kind", inspection.parts.first("kind"))],
            )
        )
