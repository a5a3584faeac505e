"""The names that rule files may use: parts of a document and what can be ruled about them."""

from __future__ import annotations

PARTS_VI = {
    "page": "Trang giấy",
    "font": "Phông chữ",
    "title": "Tiêu đề",
    "motto": "Tiêu ngữ",
    "superior": "Tên cơ quan cấp trên",
    "issuer": "Tên cơ quan ban hành",
    "star": "Dấu sao dưới tên cơ quan",
    "number": "Số và ký hiệu",
    "date": "Địa danh, ngày tháng năm",
    "kind": "Tên loại văn bản",
    "abstract": "Trích yếu nội dung",
    "letter_abstract": "Trích yếu của công văn",
    "dashes": "Hàng gạch nối dưới trích yếu",
    "addressee": "Nơi kính gửi",
    "body": "Nội dung văn bản",
    "heading": "Đề mục",
    "authority": "Quyền hạn của người ký",
    "post": "Chức vụ của người ký",
    "signer": "Họ tên người ký",
    "recipients_label": "Dòng “Nơi nhận”",
    "recipients": "Danh sách nơi nhận",
    "urgency": "Dấu chỉ mức độ khẩn",
    "secrecy": "Dấu chỉ mức độ mật",
    "draft": "Chữ “Dự thảo”",
    "circulation": "Chỉ dẫn phạm vi lưu hành",
    "sign_note": "Ghi chú chỗ ký",
    "appendix": "Phụ lục",
    "text": "Chữ trong văn bản",
    "content": "Nội dung so với tình huống",
    "signing": "Cách ký",
}

LOOKS = ("size", "bold", "italic", "caps", "underline")
"""Attributes read off each run of a part."""

LOOK_PARTS = (
    "title", "motto", "superior", "issuer", "number", "date", "kind", "abstract",
    "letter_abstract", "addressee", "authority", "post", "signer", "recipients_label",
    "recipients", "urgency", "secrecy",
)  # fmt: skip
"""Parts whose looks can be ruled."""

PRESENT_PARTS = (
    "title", "motto", "superior", "issuer", "number", "date", "kind", "abstract",
    "letter_abstract", "addressee", "body", "authority", "post", "signer", "recipients_label",
    "recipients",
)  # fmt: skip
"""Parts that can be demanded, in the order of the page."""

SPECIAL = {
    "page.size": "pair", "page.margin_top": "number", "page.margin_bottom": "number",
    "page.margin_left": "number", "page.margin_right": "number", "page.number_align": "text",
    "page.number_first": "flag", "page.number_present": "flag", "page.number_size": "number",
    "font.family": "text", "font.legacy": "flag", "font.color": "flag",
    "title.text": "text", "title.line_below": "flag", "title.place": "text",
    "motto.text": "text", "motto.line_below": "flag",
    "issuer.star": "flag", "issuer.line_below": "flag", "issuer.place": "text",
    "number.form": "text", "number.colon": "flag", "number.padded": "flag",
    "number.symbol": "flag", "number.body": "list", "number.place": "text",
    "date.form": "flag", "date.padded": "flag", "date.real": "flag", "date.place": "text",
    "kind.align": "text", "kind.letter": "flag", "kind.spelled": "flag", "kind.match": "flag",
    "abstract.align": "text", "abstract.dashes": "number", "abstract.line_below": "flag",
    "letter_abstract.words": "list",
    "addressee.word": "flag",
    "body.size": "number", "body.align": "text", "body.italic": "flag", "body.indent": "number",
    "body.gap": "number", "body.line": "number", "body.line_rule": "text", "body.ending": "text",
    "heading.bold": "flag",
    "authority.form": "list", "authority.place": "text", "signer.academic": "list",
    "recipients.place": "text", "recipients.first": "text", "recipients.last": "text",
    "urgency.text": "list", "urgency.place": "text", "secrecy.text": "list",
    "signing.allowed": "flag", "signing.deputy": "flag", "signing.minutes": "list",
    "authority.kind": "flag",
    "text.blank": "flag", "text.diacritics": "flag", "text.changes": "flag",
    "text.hidden": "flag", "text.spelling": "list", "text.personal": "flag",
}  # fmt: skip
"""Rule ids with a check of their own -> the form of their value."""


def known_rules() -> dict[str, str]:
    """Every rule id that a rule file may set -> the form of its value."""
    rules = {f"{part}.present": "flag" for part in PRESENT_PARTS}
    for part in LOOK_PARTS:
        rules |= {f"{part}.{look}": "number" if look == "size" else "flag" for look in LOOKS}
    return {**rules, **SPECIAL}
