"""Files that mean harm or are simply broken, made by code: name -> bytes."""

import io
import random
import re
import struct
import zipfile

DOCUMENT = "word/document.xml"
W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes], level: int = 6) -> bytes:
    """A .docx of these parts; level 0 does not compress."""
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method, compresslevel=level or None) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def body(inside: str, extra: str = "") -> bytes:
    """A main part around some XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{extra}<w:document xmlns:w="{W_NS}"><w:body>'
        f"{inside}</w:body></w:document>"
    ).encode()


def made_set(good: bytes) -> dict[str, bytes]:
    """All hostile and broken files, made from one good one."""
    parts = parts_of(good)

    def having(**changes: bytes) -> bytes:
        named = {
            name.replace("__", "/").replace("_xml", ".xml"): data for name, data in changes.items()
        }
        return packed({**parts, **named})

    paragraph = "<w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>"
    old_word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000
    locked = old_word + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    laughs = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 10))
    lol = body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>')
    outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    remote = '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'
    huge = body(paragraph * 10_000)
    files = {
        "rỗng": b"",
        "một byte": b"P",
        "chữ thường": "Giấy mời họp".encode(),
        "word cũ .doc": old_word,
        "có mật khẩu": locked,
        "pdf": b"%PDF-1.7 abc",
        "rtf": b"{\\rtf1 abc}",
        "ảnh png": b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
        "trang web": b"<!DOCTYPE html><html></html>",
        "zip thường": packed({"a.txt": b"abc"}),
        "odt đổi đuôi": packed(
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
        ),
        "excel đổi đuôi": packed({"xl/workbook.xml": b"<x/>"}),
        "powerpoint đổi đuôi": packed({"ppt/presentation.xml": b"<x/>"}),
        "docm": packed({**parts, "word/vbaProject.bin": b"macro"}),
        "bom số không": packed({**parts, "word/media/a.bin": b"\0" * (30 * 2**20)}, 9),
        "bom xml": packed({**parts, DOCUMENT: body("<w:p/>" * 4_000_000)}, 9),
        "xml 17 MB": packed({**parts, DOCUMENT: body(paragraph * 300_000)}, 1),
        "quá nặng cho bộ nhớ": packed({**parts, DOCUMENT: body("<w:p/>" * 2_600_000)}, 0),
        "tỷ tiếng cười": having(word__document_xml=lol),
        "thực thể ngoài": having(
            word__document_xml=body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", outside)
        ),
        "dtd từ xa": having(word__document_xml=body(paragraph, remote)),
        "lồng 5000 tầng": having(word__document_xml=body("<w:sdt>" * 5000 + "</w:sdt>" * 5000)),
        "bảng lồng 240 tầng": having(
            word__document_xml=body(
                "<w:tbl><w:tr><w:tc>" * 70 + paragraph + "</w:tc></w:tr></w:tbl>" * 70
            )
        ),
        "10.000 đoạn": having(word__document_xml=huge),
        "30.000 đoạn": having(word__document_xml=body("<w:p/>" * 30_000)),
        "không có thân": having(word__document_xml=b"<w:document xmlns:w='x'/>"),
        "xml đứt": having(word__document_xml=body(paragraph)[:-20]),
        "xml rỗng": having(word__document_xml=b""),
        "thân không chữ": having(word__document_xml=body("<w:p/>")),
        "chỉ có hình": having(
            word__document_xml=body(
                '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/'
                '2006/main"/></w:drawing></w:r></w:p>'
            )
        ),
        "strict": having(
            word__document_xml=b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
            b"<w:body/></w:document>"
        ),
        "kiểu chữ vòng tròn": having(
            word__styles_xml=(
                f'<w:styles xmlns:w="{W_NS}">'
                '<w:style w:type="paragraph" w:default="1" w:styleId="A">'
                '<w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B">'
                '<w:basedOn w:val="A"/></w:style></w:styles>'
            ).encode()
        ),
        "kiểu chữ hỏng": having(word__styles_xml=b"<w:styles"),
        "số đo vô lý": packed(
            {
                **parts,
                DOCUMENT: re.sub(
                    rb'w:(w|h|val|left|line)="\d+"', rb'w:\1="9e99999"', parts[DOCUMENT]
                ),
            }
        ),
        "số đo âm": packed(
            {
                **parts,
                DOCUMENT: re.sub(rb'w:(\w+)="(\d+)"', rb'w:\1="-99999999999999"', parts[DOCUMENT]),
            }
        ),
        "thiếu quan hệ": packed({k: v for k, v in parts.items() if not k.endswith(".rels")}),
        "quan hệ ra ngoài": packed(
            {
                **parts,
                "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
                    b'Target="styles.xml"',
                    b'Target="http://127.0.0.1:9/s.xml" TargetMode="External"',
                ),
            }
        ),
        "quan hệ đi lên": packed(
            {
                **parts,
                "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
                    b'Target="styles.xml"', b'Target="../../../../etc/passwd"'
                ),
            }
        ),
        "3.000 phần": packed({**parts, **{f"x/{n}": b"" for n in range(3000)}}),
        "tên phần có ..": packed({**parts, "../../a": b"x"}),
    }
    for share in (0.1, 0.5, 0.9, 0.99):
        files[f"cắt cụt {share:.0%}"] = good[: int(len(good) * share)]
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as package:
        for name, data in [*parts.items(), ("word/Document.xml", b"x")]:
            package.writestr(name, data)
    # Give two entries one name by renaming in the finished bytes: zipfile itself refuses it.
    files["hai phần trùng tên"] = twice.getvalue().replace(b"word/Document.xml", DOCUMENT.encode())
    flagged = bytearray(good)
    for match in re.finditer(b"PK\x01\x02", good):
        struct.pack_into("<H", flagged, match.start() + 8, 1)
    files["cờ mật khẩu zip"] = bytes(flagged)
    return files


def mutated(good: bytes, chance: random.Random) -> bytes:
    """The file with one to four random wounds, in its bytes or in one of its XML parts."""
    if chance.random() < 0.25:
        return _wounded(good, chance, chance.randint(1, 30))
    parts = parts_of(good)
    names = [n for n in parts if n.endswith((".xml", ".rels"))]
    for _ in range(chance.randint(1, 4)):
        name = chance.choice([DOCUMENT, DOCUMENT, "word/styles.xml", *names])
        if name in parts:
            parts[name] = chance.choice(_WOUNDS)(parts[name], chance)
    if chance.random() < 0.1:
        parts.pop(chance.choice(names))
    return packed(parts, 1)


def _wounded(data: bytes, chance: random.Random, count: int) -> bytes:
    hurt = bytearray(data)
    for _ in range(count):
        hurt[chance.randrange(len(hurt))] = chance.randrange(256)
    return bytes(hurt)


def _flip(data: bytes, chance: random.Random) -> bytes:
    return _wounded(data, chance, chance.randint(1, 5)) if data else data


def _odd_value(data: bytes, chance: random.Random) -> bytes:
    spots = list(re.finditer(rb'="[^"]*"', data))
    if not spots:
        return data
    spot = chance.choice(spots)
    odd = chance.choice(
        [
            b"",
            b"-1",
            b"99999999999999999999",
            b"NaN",
            b"1e309",
            "Ư".encode(),
            b"&#x10FFFF;",
            b"on",
            b"0",
        ]
    )
    return data[: spot.start()] + b'="' + odd + b'"' + data[spot.end() :]


def _drop_tag(data: bytes, chance: random.Random) -> bytes:
    spots = list(re.finditer(rb"<[^<>]*/>", data))
    if not spots:
        return data
    spot = chance.choice(spots)
    return data[: spot.start()] + data[spot.end() :]


def _repeat_tag(data: bytes, chance: random.Random) -> bytes:
    spots = list(re.finditer(rb"<[^<>]*/>", data))
    if not spots:
        return data
    spot = chance.choice(spots)
    return data[: spot.end()] + spot.group() * chance.randint(1, 50) + data[spot.end() :]


def _swap_tag(data: bytes, chance: random.Random) -> bytes:
    names = sorted(set(re.findall(rb"<(w:\w+)", data)))
    if len(names) < 2:
        return data
    one, other = chance.sample(names, 2)
    return data.replace(b"<" + one + b" ", b"<" + other + b" ", 1).replace(
        b"</" + one + b">", b"</" + other + b">", 1
    )


def _odd_text(data: bytes, chance: random.Random) -> bytes:
    odd = chance.choice(
        ["\u202e", "\u0301" * 40, "İ", "ﷺ", "Số", "\t" * 30, "T/M", "ngày 99/99/9999 99 giờ"]
    )
    return data.replace(b"</w:t>", odd.encode() + b"</w:t>", chance.randint(1, 20))


_WOUNDS = (_flip, _odd_value, _drop_tag, _repeat_tag, _swap_tag, _odd_text)
