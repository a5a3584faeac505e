"""The roster: who is in the class, read out of rows, with everything odd said before it counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from course.classroom.names import same_name
from course.classroom.roster_file import Rows
from grading.nbgrader.receipt import Learner
from grading.word.legacy import looks_tcvn3

MAX_LEARNERS = 300
_HEADS = {
    "name": ("ho va ten", "ho ten", "ho & ten", "hoc vien", "ten hoc vien", "ho va ten hoc vien"),
    "family": ("ho", "ho dem", "ho va ten dem", "ho va dem", "ho lot", "ho va chu lot"),
    "given": ("ten",),
    "unit": ("don vi", "co quan", "don vi cong tac", "noi cong tac", "xa", "to chuc", "dang uy"),
    "group": ("nhom", "to", "so nhom", "nhom so"),
}
_NAME = re.compile(r"^[^\W\d_][^\W\d_'’.-]*( [^\W\d_][^\W\d_'’.-]*)*$")


@dataclass(frozen=True)
class Row:
    """One row of the list as it was understood. `remarks` are Vietnamese; `doubt` asks the trainer.

    `taken` is whether the row becomes a learner as things stand.
    """

    line: int
    name: str
    unit: str = ""
    group: str = ""
    remarks: tuple[str, ...] = ()
    doubt: bool = False
    taken: bool = True


@dataclass(frozen=True)
class Reading:
    """A list as it was read: its rows, and what the trainer should know of it as a whole."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()

    @property
    def doubtful(self) -> list[Row]:
        """The rows that the trainer should look at."""
        return [row for row in self.rows if row.doubt]

    def with_taken(self, lines: Iterable[int]) -> Reading:
        """The same list, of which exactly the rows with these numbers are taken."""
        wanted = set(lines)
        rows = tuple(replace(row, taken=row.line in wanted and bool(row.name)) for row in self.rows)
        return replace(self, rows=rows)


@dataclass(frozen=True)
class Member:
    """A learner to be: the id tells apart people of one name."""

    id: str
    name: str
    unit: str = ""
    group: str = ""


@dataclass
class _Columns:
    """Which column holds what; -1 is none."""

    name: int = -1
    family: int = -1
    given: int = -1
    unit: int = -1
    group: int = -1
    head: int = -1
    left_out: list[str] = field(default_factory=list)


def understand(rows: Rows) -> Reading:
    """The list in the rows: which column is the name, what is odd, who stands there twice."""
    columns = _columns(rows)
    seen: dict[str, Row] = {}
    found: list[Row] = []
    for place, (line, cells) in enumerate(rows):
        if place <= columns.head:
            continue
        row = _row(line, cells, columns)
        if row is None:
            continue
        if row.name:
            row = _compared(row, seen)
        found.append(row)
    remarks = []
    if columns.left_out:
        names = ", ".join(columns.left_out)
        remarks.append(f"Các cột không cần cho lớp học nên không lấy: {names}.")
    taken = sum(row.taken for row in found)
    if taken > MAX_LEARNERS:
        remarks.append(
            f"Danh sách có {taken} người, nhiều hơn mức một lớp ({MAX_LEARNERS}); anh/chị chia lớp."
        )
    return Reading(tuple(found), tuple(remarks))


def members_of(reading: Reading) -> list[Member]:
    """The learners of the rows that are taken, in the list's order, each with an id of its own."""
    counts: dict[str, int] = {}
    members = []
    for row in reading.rows:
        if not row.taken or not row.name:
            continue
        stem = Learner.named(row.name).id[:50]
        counts[stem] = counts.get(stem, 0) + 1
        number = counts[stem]
        name = f"{stem}_{number}" if number > 1 else stem
        members.append(Member(name, row.name, row.unit, row.group))
    return members


def in_groups(members: Sequence[Member], count: int) -> list[Member]:
    """The members in `count` groups of nearly one size, people of one office spread over them.

    Groups that the list names stay; a count of 0 leaves everybody as they are.
    """
    if count <= 0 or all(one.group for one in members):
        return list(members)
    ordered = sorted(range(len(members)), key=lambda place: (members[place].unit, place))
    groups = {place: f"Nhóm {turn % count + 1}" for turn, place in enumerate(ordered)}
    return [replace(one, group=groups[place]) for place, one in enumerate(members)]


def _columns(rows: Rows) -> _Columns:
    """By a row of headings among the first ones, else the column that looks most like names."""
    for place, (_, cells) in enumerate(rows[:12]):
        heads = [_plain(cell) for cell in cells]
        found = _Columns(head=place)
        for key, words in _HEADS.items():
            setattr(found, key, next((at for at, head in enumerate(heads) if head in words), -1))
        if found.name >= 0 or (found.family >= 0 and found.given >= 0):
            used = {found.name, found.family, found.given, found.unit, found.group}
            found.left_out = [
                cell
                for at, cell in enumerate(cells)
                if cell and at not in used and heads[at] not in ("stt", "tt", "so tt", "so thu tu")
            ]
            # Many lists merge two columns under "Họ và tên": the given name stands right of it.
            after = found.name + 1
            if found.name >= 0 and found.given < 0 and after < len(heads) and not heads[after]:
                found.family, found.given, found.name = found.name, after, -1
            return found
    width = max((len(cells) for _, cells in rows), default=0)
    scores = [
        sum(_is_name(cells[at]) for _, cells in rows if at < len(cells)) for at in range(width)
    ]
    best = max(range(width), key=lambda at: scores[at], default=0)
    return _Columns(name=best)


def _row(line: int, cells: list[str], columns: _Columns) -> Row | None:
    def cell(at: int) -> str:
        return cells[at].strip() if 0 <= at < len(cells) else ""

    raw = cell(columns.name) if columns.name >= 0 else ""
    if not raw:
        raw = f"{cell(columns.family)} {cell(columns.given)}".strip()
    if not raw:
        other = [one for one in cells if one and not one.isdigit()]
        if not other:
            return None
        return Row(
            line, "", remarks=(f"không có họ tên (“{other[0][:40]}”)",), taken=False, doubt=True
        )
    return _named(line, raw, cell(columns.unit), cell(columns.group))


def _named(line: int, raw: str, unit: str, group: str) -> Row:
    name = " ".join(re.sub(r"^\d+[.)]\s*", "", raw).split())
    remarks: list[str] = []
    doubt = False
    if looks_tcvn3(raw):
        return Row(
            line, raw[:60], unit, group, ("chữ gõ bằng phông cũ (.VnTime) nên không đọc được tên",),
            doubt=True, taken=False,
        )  # fmt: skip
    if name.isupper() or name.islower():
        name = " ".join(word[:1].upper() + word[1:].lower() for word in name.split())
        remarks.append("đã đổi thành chữ hoa đầu từ")
    if not _NAME.match(name):
        remarks.append("có ký tự lạ trong họ tên")
        doubt = True
    if len(name.split()) == 1:
        remarks.append("chỉ có một từ")
        doubt = True
    elif name.isascii() and len(name.split()) > 2:
        remarks.append("không có dấu")
        doubt = True
    if len(name) > 60:
        remarks.append("dài bất thường")
        doubt = True
    letters = any(char.isalpha() for char in name)
    return Row(line, name[:100], unit, _group(group), tuple(remarks), doubt, taken=letters)


def _compared(row: Row, seen: dict[str, Row]) -> Row:
    """The row, held against those of the same name before it."""
    key = same_name(row.name)
    first = seen.setdefault(key, row)
    if first is row:
        return row
    same = same_name(row.unit) == same_name(first.unit)
    seen_both = f"{key}|{same_name(row.unit)}"
    again = seen.setdefault(seen_both, row)
    if same or again is not row:
        said = f"trùng cả họ tên và đơn vị với dòng {first.line if same else again.line}"
        remarks = (*row.remarks, f"{said}; chỉ lấy nếu là hai người khác nhau")
        return replace(row, remarks=remarks, doubt=True, taken=False)
    said = f"trùng họ tên với dòng {first.line}, khác đơn vị; hai người có mã riêng"
    return replace(row, remarks=(*row.remarks, said), doubt=True)


def _group(text: str) -> str:
    return f"Nhóm {text}" if text.isdigit() else text[:40]


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and bool(_NAME.match(text))


def _plain(text: str) -> str:
    """A heading without case and diacritics."""
    marks = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(one for one in marks if not unicodedata.combining(one)).split())
