"""Reading a filled form: its cells as text, each with its place; nothing is judged here."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grading.answers import plain
from grading.case_form.layout import (
    ABOUT,
    FIELDS,
    FIRST_ROW,
    FIXED_LISTS,
    HEAD_ROW,
    SHEETS,
    Column,
    Sheet,
)  # fmt: skip
from grading.case_form.moments import moment_text, read_moment
from office_sim.mistakes import Mistake, MistakesError
from scenarios.typed import typed

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_BYTES = 400, 5_000_000
_ANEW = f"lấy mẫu mới bằng lệnh {typed('case form', 'TÊN_TỆP.xlsx')}, chép nội dung sang"


class FormError(MistakesError):
    """The form cannot be made into a case."""

    what = "Mẫu tình huống"

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        """Told in the order in which the form is filled in: sheet by sheet, row by row."""
        super().__init__(mistakes)
        self.mistakes = tuple(sorted(self.mistakes, key=_spot))
        lines = "\n".join(f"- {one}" for one in self.mistakes)
        self.args = (f"{self.what} có {len(self.mistakes)} lỗi:\n{lines}",)


def _spot(mistake: Mistake) -> tuple[int, int, str]:
    titles = [ABOUT, *(one.title for one in SHEETS)]
    place = re.match(r"trang ([^,]+), ô ([A-Z]+)(\d+)$", mistake.place)
    if place is None or place[1] not in titles:
        return len(titles), 0, mistake.place
    return titles.index(place[1]), int(place[3]), place[2]


@dataclass(frozen=True)
class Line:
    """A row that somebody has filled in: heading -> text, and where each heading stands."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    letters: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def place(self, heading: str) -> str:
        """Where the cell is: "trang Việc, ô B4"."""
        return f"trang {self.sheet}, ô {self.letters.get(heading, 'A')}{self.number}"

    def moment(self, heading: str) -> datetime | None:
        """The moment in the cell, None if there is none that can be read."""
        return read_moment(self[heading])

    def number_in(self, heading: str) -> int | None:
        """The whole number in the cell, None if there is none."""
        text = self[heading]
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


@dataclass(frozen=True)
class Form:
    """What a trainer wrote. `about` maps the lines of the first sheet to their row."""

    file: str
    about: Mapping[str, Line]
    rows: Mapping[str, tuple[Line, ...]]

    def field(self, name: str) -> str:
        """What stands in a line of the first sheet."""
        return self.about[name][name]

    @property
    def start(self) -> datetime | None:
        """When the case begins, None if that cannot be read."""
        return read_moment(self.field("Bắt đầu"))

    @property
    def end(self) -> datetime | None:
        """When it ends, None if that cannot be read."""
        return read_moment(self.field("Kết thúc"))

    def find(self, sheet: str, name: str) -> Line | None:
        """The row of a sheet that is called so in its first column, None if there is none."""
        heading = next(one for one in SHEETS if one.title == sheet).columns[0].heading
        wanted = plain(name)
        return next((one for one in self.rows[sheet] if plain(one[heading]) == wanted), None)


def read_form(path: Path) -> Form:
    """The form in an Excel file. Raises FormError if it is no filled form of ours."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if not path.is_file():
        mend = "kiểm tra tên tệp, ổ đĩa rồi chọn lại"
        raise FormError([Mistake(path.name, "", "không thấy tệp này", mend)])
    try:
        if path.stat().st_size > MOST_BYTES:
            mend = "bỏ ảnh trong tệp rồi lưu lại"
            raise FormError([Mistake(path.name, "", "tệp lớn quá 5 MB", mend)])
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        mend = "mở tệp bằng Excel, lưu thành .xlsx không đặt mật khẩu, đóng Excel rồi làm lại"
        raise FormError([Mistake(path.name, "", "không đọc được tệp Excel", mend)]) from error
    titles = (ABOUT, *(one.title for one in SHEETS))
    missing = [one for one in titles if one not in book.sheetnames]
    if missing:
        raise FormError(
            [Mistake(path.name, f"trang {one}", "thiếu trang này", _ANEW) for one in missing]
        )
    wrong = [
        Mistake(path.name, f"trang {sheet.title}, hàng {HEAD_ROW}", f"thiếu cột “{heading}”", _ANEW)
        for sheet in SHEETS
        for heading in _lost(sheet, _headings(book[sheet.title]))
    ]
    if wrong:
        raise FormError(wrong)
    return Form(
        path.name,
        dict(_about(book[ABOUT])),
        {sheet.title: tuple(_lines(sheet, book[sheet.title])) for sheet in SHEETS},
    )


def _headings(page: Worksheet) -> dict[str, str]:
    """Heading -> its column's letter."""
    return {
        _text(cell.value).rstrip("* "): cell.column_letter
        for cell in page[HEAD_ROW]
        if cell.value is not None
    }


def _lost(sheet: Sheet, found: Mapping[str, str]) -> list[str]:
    return [one.heading for one in sheet.columns if one.heading not in found]


def _about(page: Worksheet) -> Iterator[tuple[str, Line]]:
    rows = {_text(page.cell(row, 1).value).rstrip("* "): row for row in range(1, 60)}
    for place, field in enumerate(FIELDS):
        row = rows.get(field.heading, FIRST_ROW + place)
        cells = {field.heading: _written(field, page.cell(row, 2).value)}
        yield field.heading, Line(ABOUT, row, cells, {field.heading: "B"})


def _lines(sheet: Sheet, page: Worksheet) -> Iterator[Line]:
    letters = _headings(page)
    for row in range(FIRST_ROW, min(page.max_row, MOST_ROWS) + 1):
        cells = {
            one.heading: _written(one, page[f"{letters[one.heading]}{row}"].value)
            for one in sheet.columns
        }
        if any(cells.values()):
            yield Line(sheet.title, row, cells, letters)


def _written(column: Column, value: Any) -> str:
    """What stands in a cell, in one line unless its lines count; a listed word as in its list."""
    text = _text(value)
    for one in FIXED_LISTS.get(column.pick, ()):
        if plain(one) == plain(text):
            return one
    return text if column.lines else " ".join(text.split())


def _text(value: Any) -> str:
    """What stands in a cell, as somebody reads it there."""
    if value is None:
        return ""
    if isinstance(value, date):
        return moment_text(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = unicodedata.normalize("NFC", str(value)).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines).strip()
