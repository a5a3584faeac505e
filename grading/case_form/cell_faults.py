"""What is wrong with a cell by itself: left open, not a number, not one of the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from grading.answers import plain
from grading.case_form.form import Form, Line
from grading.case_form.layout import (
    ABOUT,
    DUTIES,
    FIELDS,
    FIXED_LISTS,
    RULES,
    SAID,
    SENTENCES,
    SHEETS,
    SUBJECTS,
    Column,
    Kind,
)  # fmt: skip
from grading.case_form.plan import code_of
from grading.case_form.sentences import sentence_named
from office_sim import rulebook
from office_sim.mistakes import Mistake

LONGEST_NAME, LONGEST_TEXT = 150, 4000
_PICK_AGAIN = "bấm mũi tên ở ô ấy rồi chọn trong danh sách"
_LONG = ("Đề bài", "Lời cho giảng viên")


def cell_faults(form: Form, duties: Mapping[str, str]) -> Iterator[Mistake]:
    """Every cell that cannot stand by itself."""
    for field in FIELDS:
        yield from _cell(form, form.about[field.heading], field, duties)
    for sheet in SHEETS:
        for line in form.rows[sheet.title]:
            for column in sheet.columns:
                yield from _cell(form, line, column, duties)
        yield from _twice(form, sheet.title, sheet.columns[0])


def fault(form: Form, line: Line, heading: str, problem: str, mend: str) -> Mistake:
    """A mistake at the cell of a row."""
    return Mistake(form.file, line.place(heading), problem, mend)


def quoted(text: str) -> str:
    """The text in quotation marks, short enough for a message."""
    short = text if len(text) <= 60 else f"{text[:57]}…"
    return f"“{' '.join(short.split())}”"


def shown(names: Sequence[str], most: int = 6) -> str:
    """The names in a row, the first ones if there are many."""
    listed = "; ".join(map(quoted, names[:most]))
    return f"{listed}…" if len(names) > most else listed


def _cell(form: Form, line: Line, column: Column, duties: Mapping[str, str]) -> Iterator[Mistake]:
    text, heading = line[column.heading], column.heading
    if not text:
        if column.needed:
            what = f"chưa ghi “{heading}”"
            mend = _PICK_AGAIN if column.pick else f"điền ô này. {column.hint}"
            yield fault(form, line, heading, what, mend)
        return
    longest = LONGEST_TEXT if heading in _LONG else LONGEST_NAME * (1 if _is_name(column) else 5)
    if "{" in text or "}" in text:
        yield fault(form, line, heading, "có dấu ngoặc nhọn", "thay bằng ngoặc tròn ( )")
    elif len(text) > longest:
        problem = f"dài {len(text)} chữ, ô này nhận tới {longest} chữ"
        yield fault(form, line, heading, problem, "viết gọn lại")
    elif column.kind is Kind.MOMENT and line.moment(heading) is None:
        problem = f"không đọc được ngày giờ {quoted(text)}"
        yield fault(form, line, heading, problem, "ghi ngày và giờ, ví dụ 12/10/2026 08:00")
    elif column.kind is Kind.MINUTES and not 1 <= (line.number_in(heading) or 0) <= 10_000:
        problem = f"{quoted(text)} không phải số phút"
        yield fault(form, line, heading, problem, "ghi một số từ 1 trở lên, ví dụ 30")
    elif column.kind is Kind.POINTS and not 0 <= _number(line, heading) <= 99:
        yield fault(form, line, heading, f"{quoted(text)} không phải số điểm", "ghi số từ 0 đến 99")
    elif column.pick:
        yield from _pick(form, line, column, duties)


def _is_name(column: Column) -> bool:
    """Whether the cell is picked by others, or is read in one line."""
    return any(column == sheet.columns[0] for sheet in SHEETS) or column in FIELDS[:2]


def _number(line: Line, heading: str) -> int:
    number = line.number_in(heading)
    return -1 if number is None else number


def _pick(form: Form, line: Line, column: Column, duties: Mapping[str, str]) -> Iterator[Mistake]:
    """A cell that must name one of a list: a fixed one, or the rows of another sheet."""
    text, heading = line[column.heading], column.heading
    if column.pick in FIXED_LISTS:
        known = FIXED_LISTS[column.pick]
        if plain(text) not in map(plain, known):
            mend = f"{_PICK_AGAIN}: {', '.join(known)}"
            yield fault(form, line, heading, f"{quoted(text)} không có trong danh sách", mend)
    elif column.pick == DUTIES:
        if code_of(text) not in duties:
            problem = f"không có nhiệm vụ {quoted(text)}"
            yield fault(form, line, heading, problem, _PICK_AGAIN)
    elif column.pick == RULES:
        if code_of(text) not in rulebook.load():
            problem = f"sổ quy tắc không có {quoted(text)}"
            yield fault(form, line, heading, problem, f"{_PICK_AGAIN}, ví dụ HN05")
    elif column.pick == SENTENCES:
        if sentence_named(text) is None:
            yield fault(form, line, heading, f"không có câu mẫu {quoted(text)}", _PICK_AGAIN)
    elif column.pick not in (SUBJECTS, SAID) and form.find(column.pick, text) is None:
        yield unknown(form, line, heading, column.pick)


def unknown(form: Form, line: Line, heading: str, sheet: str) -> Mistake:
    """A cell names what the sheet does not have."""
    first = next(one for one in SHEETS if one.title == sheet).columns[0].heading
    names = [one[first] for one in form.rows[sheet] if one[first]]
    mend = f"{_PICK_AGAIN}; trang {sheet} hiện có: {shown(names) or 'chưa có hàng nào'}"
    return fault(form, line, heading, f"trang {sheet} không có {quoted(line[heading])}", mend)


def _twice(form: Form, title: str, first: Column) -> Iterator[Mistake]:
    """Rows of a sheet that are called the same, where others call them by that name."""
    if title in (ABOUT,) or first.pick:
        return
    seen: dict[str, Line] = {}
    for line in form.rows[title]:
        name = plain(line[first.heading])
        if name and name in seen:
            problem = f"{quoted(line[first.heading])} đã có ở hàng {seen[name].number}"
            yield fault(form, line, first.heading, problem, "đặt tên khác, hoặc xóa một hàng")
        seen.setdefault(name, line)
