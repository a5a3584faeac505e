"""A kind warning when a text seems to hold real personal data or a real mark of secrecy.

Only a warning: the text is saved as it is. The kit asks for nothing but fictional data.
"""

from __future__ import annotations

import re
import unicodedata

# A citizen's number: twelve digits in one piece, or in pieces when the first three are a province.
_CITIZEN = re.compile(
    r"(?<![\d.,])(?:\d{12}|0(?:0[1-9]|[1-8]\d|9[0-6])(?:[ .-]?\d){9})(?!\d|[.,]\d)"
)
# A mobile number (03, 05, 07, 08, 09) or one with an area code (02), also written +84.
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+84|84|0)[ .-]?(?:[35789](?:[ .-]?\d){8}|2(?:[ .-]?\d){9})(?!\d|[.,]\d)"
)
# The mark as it is stamped: capitals, by itself. "BÍ MẬT" in a heading is a word, not a mark.
_MARK = re.compile(r"(?<!BÍ )\b(?:TUYỆT MẬT|TỐI MẬT|MẬT)\b(?!\s*\((?:mô phỏng|giả định))")

_CITIZEN_VI = "Có dãy 12 chữ số giống số căn cước"
_PHONE_VI = "Có số giống số điện thoại"
_MARK_VI = "Có dấu chỉ mức độ mật"


def warning(text: str) -> str:
    """One Vietnamese sentence about what looks real in the text; "" if nothing does."""
    text = unicodedata.normalize("NFC", text)
    found = []
    if _CITIZEN.search(text):
        found.append(_CITIZEN_VI)
    if _PHONE.search(_CITIZEN.sub(" ", text)):
        found.append(_PHONE_VI)
    if _MARK.search(text):
        found.append(_MARK_VI)
    if not found:
        return ""
    what = found[0] + "".join(f"; {one[:1].lower()}{one[1:]}" for one in found[1:])
    return (
        f"{what}. Bài học chỉ dùng người và văn bản giả định: nếu đây là thông tin thật, "
        "anh/chị xóa đi và thay bằng thông tin giả định nhé. Chữ vẫn được lưu."
    )
