"""Lists of learners as they come: an Excel file, a CSV file or pasted text, read into rows."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from pathlib import Path

from scenarios.atomic_file import reason

MAX_LIST_BYTES = 5_000_000
MAX_LIST_ROWS = 2_000
_SEPARATORS = "\t;,|"

Rows = list[tuple[int, list[str]]]
"""Rows with the number that each has in its source, counted from 1; empty ones are left out."""


class RosterError(Exception):
    """A list cannot be read; the message is one Vietnamese sentence."""


def read_list(path: Path) -> Rows:
    """The rows of a list in a file. Raises RosterError."""
    try:
        if path.stat().st_size > MAX_LIST_BYTES:
            raise RosterError(f"Tệp “{path.name}” lớn quá 5 MB; danh sách lớp không thể lớn vậy.")
        return rows_of(path.name, path.read_bytes())
    except OSError as error:
        raise RosterError(
            f"Không mở được tệp “{path.name}” ({reason(error)}); anh/chị đóng Excel nếu đang mở "
            "tệp này, rồi chọn lại."
        ) from error


def rows_of(name: str, content: bytes) -> Rows:
    """The rows of a list from a file's name and bytes. Raises RosterError."""
    if len(content) > MAX_LIST_BYTES:
        raise RosterError(f"Tệp “{name}” lớn quá 5 MB; danh sách lớp không thể lớn vậy.")
    kind = Path(name).suffix.lower()
    if kind in (".xlsx", ".xlsm"):
        return _excel_rows(name, content)
    if kind == ".xls":
        raise RosterError(
            f"“{name}” là tệp Excel đời cũ (.xls); anh/chị mở bằng Excel, chọn Lưu thành “.xlsx” "
            "rồi chọn lại."
        )
    if kind in (".csv", ".txt", ".tsv"):
        return pasted_rows(_decoded(name, content))
    raise RosterError(f"“{name}” không phải tệp Excel (.xlsx) hay CSV (.csv); anh/chị chọn lại.")


def pasted_rows(text: str) -> Rows:
    """The rows of pasted text or of a CSV file: cells by tab, semicolon, comma or bar."""
    lines = unicodedata.normalize("NFC", text.lstrip("\ufeff")).splitlines()[:MAX_LIST_ROWS]
    counts = {sign: sum(line.count(sign) for line in lines) for sign in _SEPARATORS}
    sign = max(_SEPARATORS, key=lambda one: (counts[one], -_SEPARATORS.index(one)))
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=sign)
    return _filled([cell.strip() for cell in row] for row in rows)


def _excel_rows(name: str, content: bytes) -> Rows:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = max(book.worksheets, key=lambda one: one.max_row or 0)
        rows = list(sheet.iter_rows(values_only=True, max_row=MAX_LIST_ROWS))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise RosterError(
            f"Tệp Excel “{name}” bị hỏng hoặc đặt mật khẩu; anh/chị mở bằng Excel, lưu lại rồi "
            "chọn lại."
        ) from error
    return _filled([_cell(value) for value in row] for row in rows)


def _filled(rows: object) -> Rows:
    numbered = enumerate(rows, start=1)  # type: ignore[var-annotated, arg-type]  # any iterable
    return [(number, row) for number, row in numbered if any(row)]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", " ".join(str(value).split()))


def _decoded(name: str, content: bytes) -> str:
    """The text of a file: UTF-8, else UTF-16, else Windows' Vietnamese code page."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1258"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterError(
        f"Không đọc được chữ trong tệp “{name}”; anh/chị mở bằng Excel rồi lưu thành “.xlsx”."
    )
