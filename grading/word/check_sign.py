"""Checks of the end: authority, who may sign and how, signer's name, recipients."""

from __future__ import annotations

import re

from grading.word.authority import BODIES_VI, body_named, load_authority
from grading.word.check_head import check_side
from grading.word.inspection import Inspection
from grading.word.signature import authority_of
from grading.word.text import fold


def check_sign(inspection: Inspection) -> None:
    """The signature block and the list of recipients."""
    _check_form(inspection)
    _check_allowed(inspection)
    _check_deputy(inspection)
    _check_minutes(inspection)
    _check_issuer(inspection)
    _check_titles(inspection)
    _check_recipients(inspection)
    check_side(inspection, "authority")
    _check_recipients_side(inspection)


def _check_form(inspection: Inspection) -> None:
    rule, line = inspection.rule("authority.form"), inspection.parts.first("authority")
    if rule is None or line is None or not isinstance(rule.value, tuple):
        return
    if not line.text.startswith(rule.value):
        example = {"T/M": "T/M BAN THƯỜNG VỤ", "TM.": "TM. ỦY BAN NHÂN DÂN"}.get(rule.value[0], "")
        inspection.report(
            rule,
            f"“{line.text}” viết quyền hạn chưa đúng mẫu.",
            f"Viết theo mẫu “{example}”; các chữ được dùng: {' '.join(rule.value)}",
            [line],
        )


def _check_allowed(inspection: Inspection) -> None:
    rule, kind = inspection.rule("signing.allowed"), inspection.kind
    post = inspection.parts.first("post")
    if rule is None or kind is None or not kind.signing or post is None:
        return
    authority = inspection.parts.first("authority")
    form = authority_of(authority) if authority else ""
    title = re.sub(r"^Q\.?\s*", "", post.text.upper())
    if any(s.authority == form and title in s.posts for s in kind.signing):
        return
    if not any(s.authority == form for s in kind.signing) or form:
        allowed = "; ".join(
            f"{s.authority or 'ký trực tiếp'}: {', '.join(s.posts)}" for s in kind.signing
        )
        inspection.report(
            rule,
            f"{kind.name} ký “{form or 'trực tiếp'}”, chức vụ “{post.text}” chưa phù hợp.",
            f"Cách ký thường dùng cho {kind.name.lower()}: {allowed}.",
            [authority or post],
        )


def _check_deputy(inspection: Inspection) -> None:
    rule, line = inspection.rule("signing.deputy"), inspection.parts.first("authority")
    if rule is None or line is None:
        return
    rest = line.folded.split(" ", 1)[-1]
    if authority_of(line) == "K/T" and rest.startswith("bi thu"):
        inspection.report(
            rule,
            "Phó bí thư đang ký K/T bí thư.",
            "Ghi “T/M BAN THƯỜNG VỤ” (hoặc “T/M ĐẢNG ỦY”), dưới ghi “PHÓ BÍ THƯ”.",
            [line],
        )


def _check_minutes(inspection: Inspection) -> None:
    rule = inspection.rule("signing.minutes")
    if rule is None or inspection.kind is None or inspection.kind.id != "minutes":
        return
    posts = fold(inspection.parts.text("post"))
    wanted = rule.value if isinstance(rule.value, tuple) else ()
    missing = [word for word in wanted if fold(word) not in posts and not _synonym(word, posts)]
    if missing and inspection.parts.has("post"):
        inspection.report(
            rule,
            f"Biên bản thiếu chữ ký của người {' và người '.join(missing)}.",
            "Bên trái ghi NGƯỜI GHI BIÊN BẢN, bên phải ghi CHỦ TRÌ HỘI NGHỊ.",
            [inspection.parts.first("post")],
        )


def _synonym(word: str, posts: str) -> bool:
    return ("thu ky" in posts) if "ghi" in word else ("chu toa" in posts)


def _check_issuer(inspection: Inspection) -> None:
    rule, line = inspection.rule("authority.kind"), inspection.parts.first("authority")
    name = inspection.parts.kind_name or ("cong van" if inspection.kind else "")
    if rule is None or line is None:
        return
    body = body_named(line.folded)
    if load_authority().may_issue(name, body) is False:
        said = inspection.parts.text("kind").lower()
        inspection.report(
            rule,
            f"Có thể {BODIES_VI[body]} không có thẩm quyền ban hành {said}.",
            "Đối chiếu thẩm quyền ban hành, chọn loại văn bản khác hoặc cơ quan ban hành khác.",
            [inspection.parts.first("kind") or line],
        )


def _check_titles(inspection: Inspection) -> None:
    rule = inspection.rule("signer.academic")
    if rule is None or not isinstance(rule.value, tuple):
        return
    titles = "|".join(re.escape(title) for title in rule.value)
    for line in inspection.parts.lines.get("signer", ()):
        if re.match(rf"^(?:{titles})(?:\.|\s)", line.text):
            inspection.report(
                rule,
                f"Trước họ tên người ký có học hàm, học vị: “{line.text}”.",
                "Chỉ ghi họ và tên người ký.",
                [line],
            )


def _check_recipients(inspection: Inspection) -> None:
    lines = inspection.parts.lines.get("recipients", [])
    if not lines:
        return
    rule, kind = inspection.rule("recipients.first"), inspection.kind
    first = lines[0].folded.lstrip("-–+ ")
    if rule and kind and kind.addressee and not first.startswith(fold(str(rule.value))):
        inspection.report(
            rule,
            "Dòng đầu của nơi nhận chưa ghi “Như trên”.",
            "Thêm dòng “- Như trên,” ở đầu.",
            [lines[0]],
        )
    rule = inspection.rule("recipients.last")
    if rule and not lines[-1].folded.lstrip("-–+ ").startswith(fold(str(rule.value))):
        inspection.report(
            rule,
            "Dòng cuối của nơi nhận chưa ghi nơi lưu.",
            "Thêm dòng “- Lưu Văn phòng Đảng ủy.”",
            [lines[-1]],
        )


def _check_recipients_side(inspection: Inspection) -> None:
    rule, line = inspection.rule("recipients.place"), inspection.parts.first("recipients_label")
    if rule and line and line.column == 1:
        inspection.report(
            rule, "“Nơi nhận” đặt sai bên.", "Chuyển “Nơi nhận” sang bên trái trang.", [line]
        )
