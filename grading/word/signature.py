"""The end of a document: authority, post, signer, recipients; minutes have two who sign."""

from __future__ import annotations

import re

from grading.word.lines import Line
from grading.word.text import is_caps

Sign = dict[str, list[Line]]

_AUTHORITY = re.compile(
    r"^(T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|T\s*/\s*U\s*Q|TM|KT|TL|TUQ|Q)(?![\w/])\s*\.?\s*",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(r"^noi nhan\b")
_POSTS = (
    "bi thu", "pho bi thu", "chanh van phong", "pho chanh van phong", "chu tich", "pho chu tich",
    "chu tri", "chu toa", "nguoi ghi bien ban", "thu ky", "nguoi lap", "nguoi ghi", "truong ban",
    "pho truong ban", "uy vien", "truong doan", "nguoi lap danh sach", "ke toan", "quyen bi thu",
)  # fmt: skip
_NAME = re.compile(r"^[^\W\d_][\w.'’]*(?: [^\W\d_][\w.'’]*){1,6}$")
REACH = 60
"""Lines from the end in which the signature is looked for."""


def find_signature(lines: list[Line], start: int) -> tuple[Sign, int, int]:
    """The signature's parts, the position of its first line and of the first line after it."""
    first = _first(lines, start)
    if first is None:
        return {}, len(lines), len(lines)
    end = _end(lines, first)
    block = [line for line in lines[first:end] if not line.blank]
    sign: Sign = {}
    label = next((i for i, line in enumerate(block) if _RECIPIENTS.match(line.folded)), None)
    column = block[label].column if label is not None else None
    listed: list[Line] = []
    if label is not None:
        sign["recipients_label"] = [block[label]]
        listed = [line for line in block[label + 1 :] if _beside(line, column) and _listed(line)]
    if listed:
        sign["recipients"] = listed
    used = {id(line) for line in [*listed, *sign.get("recipients_label", ())]}
    _signers([line for line in block if id(line) not in used], sign)
    return sign, first, end


def authority_of(line: Line) -> str:
    """The authority form a line starts with, as "T/M", "K/T", "T/L", "TUQ" or "Q.", else ""."""
    match = _AUTHORITY.match(line.text)
    if match is None or len(line.text) > 70:
        return ""
    if not is_caps(line.text) and "/" not in match.group(1):
        return ""
    form = re.sub(r"[\s./]", "", match.group(1)).upper()
    return {"TM": "T/M", "KT": "K/T", "TL": "T/L", "TUQ": "TUQ", "Q": "Q."}[form]


def _first(lines: list[Line], start: int) -> int | None:
    found = [
        i for i in range(max(start, 0), len(lines)) if not lines[i].blank and _begins(lines[i])
    ]
    near = [i for i in found if sum(not line.blank for line in lines[i:]) <= REACH] or found[-1:]
    if not near:
        return None
    first = near[0]
    table = lines[first].paragraph.where.table
    while first > start and table is not None and lines[first - 1].paragraph.where.table == table:
        first -= 1
    return first


def _begins(line: Line) -> bool:
    if _RECIPIENTS.match(line.folded) and len(line.text) < 30:
        return True
    return bool(authority_of(line)) or (_is_post(line) and _stands_alone(line))


def _stands_alone(line: Line) -> bool:
    """In capitals, or at least a short line that is neither a sentence nor a cell of a list."""
    if is_caps(line.text):
        return True
    return len(line.text) < 30 and ":" not in line.text and line.paragraph.where.columns <= 2


def _end(lines: list[Line], first: int) -> int:
    table = lines[first].paragraph.where.table
    end = first
    for i in range(first, len(lines)):
        line = lines[i]
        if table is not None and line.paragraph.where.table != table:
            if not line.blank and not _belongs(line):
                break
            continue
        if table is None and not line.blank and not _belongs(line):
            break
        end = i + 1
    return end


def _belongs(line: Line) -> bool:
    return (
        _begins(line) or _listed(line) or _is_name(line) or line.text.startswith("(")
        or line.column == 1
    )  # fmt: skip


def _listed(line: Line) -> bool:
    text = line.folded
    return line.text[:1] in "-–+" or text.startswith(("nhu tren", "luu ", "luu:", "de "))


def _beside(line: Line, column: int | None) -> bool:
    """In the label's column; with tabs, a line that has nothing on its right has no column."""
    return line.column == column or (line.column is None and column == 0)


def _signers(block: list[Line], sign: Sign) -> None:
    for line in block:
        if authority_of(line):
            sign.setdefault("authority", []).append(line)
        elif _is_post(line):
            sign.setdefault("post", []).append(line)
        elif line.text.startswith("("):
            sign.setdefault("sign_note", []).append(line)
        elif is_caps(line.text) and len(line.text) > 4 and "post" not in sign:
            sign.setdefault("post", []).append(line)
        elif "post" in sign or "authority" in sign:
            sign.setdefault("signer", []).append(line)


def _is_post(line: Line) -> bool:
    return (
        line.folded.startswith(_POSTS)
        and len(line.text) < 45
        and not line.text.endswith((".", ";"))
    )


def _is_name(line: Line) -> bool:
    return bool(_NAME.match(line.text)) and len(line.text) < 45 and not is_caps(line.text[:4])
