"""Old one-byte Vietnamese fonts (TCVN3: .VnTime, .VnTimeH; VNI: VNI-Times): named and decoded."""

from __future__ import annotations

import re

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3)

_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_SINGLE = {
    "ñ": "đ",
    "Ñ": "Đ",
    "ö": "ư",
    "Ö": "Ư",
    "ô": "ơ",
    "Ô": "Ơ",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}
_VNI_PAIR = re.compile("([aeouyAEOUYöÖôÔ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])")

# Letters and signs that Vietnamese text in Unicode never joins to a word.
_FOREIGN = re.compile(
    r"(?<=[^\W\d_])[¸¶¹¨¾¼½©®§µ]|[¸¶¹¨¾¼½©®§](?=[^\W\d_])|[ÆÇËÎÏÑÖÞßäåæçëîïñöø÷ûüþ]"
)
_TELLING = 3


def encoding_of(font: str) -> str:
    """ "TCVN3" or "VNI" for an old one-byte font's name, "" for any other."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni") else ""


def looks_tcvn3(text: str) -> bool:
    """Whether text in a Unicode font was typed for .VnTime (at least three tell-tale letters)."""
    return not text.isascii() and len(_FOREIGN.findall(text)) >= _TELLING


def decode(text: str, font: str) -> str:
    """The Unicode text behind letters typed for an old font; other fonts' text comes back as is."""
    encoding = encoding_of(font)
    if encoding == "TCVN3":
        plain = text.translate(_TCVN3_TABLE)
        return plain.upper() if font.strip().upper().endswith("H") else plain
    return _decode_vni(text) if encoding == "VNI" else text


def _decode_vni(text: str) -> str:
    marks = {**_VNI_TONES, **_VNI_HATS}

    def join(match: re.Match[str]) -> str:
        base = _VNI_SINGLE.get(match.group(1), match.group(1))
        return base + marks[match.group(2).lower()]

    paired = _VNI_PAIR.sub(join, text)
    return "".join(_VNI_SINGLE.get(letter, letter) for letter in paired)
