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

WHY_VI = {
    "page": "Khổ giấy, lề, số trang thống nhất thì văn bản đóng tập, lưu trữ không mất chữ",
    "font": "Phông và màu chữ thống nhất thì máy nào mở ra cũng đúng chữ, bản sao rõ",
    "title": "Tiêu đề cho biết đây là văn bản của Đảng",
    "motto": "Tiêu ngữ là thành phần bắt buộc của văn bản hành chính",
    "superior": "Tên cơ quan cấp trên cho biết cơ quan ban hành thuộc đảng bộ nào",
    "issuer": "Tên cơ quan ban hành cho biết ai chịu trách nhiệm về văn bản",
    "number": "Số và ký hiệu dùng để đăng ký, tra cứu văn bản trong cả nhiệm kỳ",
    "date": "Địa danh, ngày tháng là căn cứ tính hiệu lực và thời hạn",
    "kind": "Tên loại cho biết giá trị và cách thi hành của văn bản",
    "abstract": "Trích yếu giúp người nhận biết ngay nội dung, văn thư vào sổ đúng",
    "letter_abstract": "Trích yếu giúp người nhận biết ngay công văn về việc gì",
    "addressee": "Nơi kính gửi cho biết ai phải xử lý văn bản",
    "body": "Nội dung trình bày thống nhất thì dễ đọc, dễ trích dẫn",
    "heading": "Đề mục rõ thì dễ tra cứu, trích dẫn",
    "authority": "Quyền hạn ký cho biết người ký thay mặt ai",
    "post": "Chức vụ cho biết người ký có thẩm quyền",
    "signer": "Họ tên người ký xác nhận trách nhiệm cá nhân",
    "recipients_label": "Nơi nhận là căn cứ phát hành và lưu văn bản",
    "recipients": "Nơi nhận là căn cứ phát hành và lưu văn bản",
    "urgency": "Dấu khẩn quyết định thời hạn chuyển và xử lý",
    "secrecy": "Dấu mật quyết định cách gửi, giữ và thu hồi văn bản",
    "signing": "Ký sai thẩm quyền thì văn bản không có giá trị thi hành",
}
"""Why a part is ruled at all, the beginning of a finding's reason."""

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
