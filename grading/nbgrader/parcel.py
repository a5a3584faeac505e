"""Parcels: the zip that a learner hands in, written once and read with care."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grading.documents import MAX_DOCUMENT_BYTES
from grading.nbgrader.data_files import MAX_NOTEBOOK_BYTES, data_files
from grading.nbgrader.receipt import (
    MAX_RECEIPT_BYTES,
    RECEIPT_NAME,
    Receipt,
    ReceiptError,
    check_files,
    read_receipt,
)
from scenarios.case import CaseError, UnknownCaseError
from scenarios.work_file import FILE_NAME, MAX_BYTES

MAX_PARCEL_BYTES = 60_000_000
MAX_ENTRIES = 60


class ParcelError(Exception):
    """A zip is not a hand-in that can be taken; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class Parcel:
    """A hand-in as it was read: the receipt and the files' bytes by name."""

    path: Path
    receipt: Receipt
    files: Mapping[str, bytes]


def pack(receipt: Receipt, files: Mapping[str, bytes]) -> bytes:
    """The bytes of the zip; the same hand-in gives the same bytes."""
    out = io.BytesIO()
    moment = receipt.handed_in.timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*sorted(files.items()), (RECEIPT_NAME, receipt.to_json().encode())]:
            archive.writestr(zipfile.ZipInfo(name, moment), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def read_parcel(path: Path) -> Parcel:
    """The hand-in in a zip; nothing is written to disk. Raises ParcelError."""
    try:
        if path.is_symlink() or not path.is_file():
            raise ParcelError("Đây không phải là tệp thường.")
        if path.stat().st_size > MAX_PARCEL_BYTES:
            raise ParcelError("Gói nộp lớn quá mức cho phép (60 MB).")
        with zipfile.ZipFile(path) as archive:
            files = _read_all(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError):
        raise ParcelError("Tệp zip bị hỏng hoặc không phải tệp zip.") from None
    except (OSError, RuntimeError, ValueError, zlib.error):
        raise ParcelError("Tệp zip không đọc được.") from None
    try:
        receipt = read_receipt(files.pop(RECEIPT_NAME))
        check_files(receipt, files)
        wanted = {*data_files(receipt.case), f"{receipt.assignment}.ipynb"}
    except (ReceiptError, UnknownCaseError, CaseError) as error:
        raise ParcelError(str(error)) from None
    strange = sorted(set(files) - wanted)
    if strange:
        raise ParcelError(f"Gói nộp có tệp “{_shown(strange[0])}” không thuộc danh mục được nộp.")
    return Parcel(path, receipt, files)


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise ParcelError(f"Gói nộp có {len(entries)} tệp, quá mức cho phép ({MAX_ENTRIES}).")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise ParcelError("Gói nộp có hai tệp trùng tên.")
    for entry in entries:
        _check_entry(entry)
    if RECEIPT_NAME not in names:
        if any(name.lower().endswith(".zip") for name in names):
            raise ParcelError(
                "Đây là tệp zip chứa tệp zip khác; anh/chị giải nén lớp ngoài rồi thu lại."
            )
        raise ParcelError("Gói nộp không có biên nhận; học viên bấm “Nộp bài” để tạo gói mới.")
    return {entry.filename: _read(archive, entry) for entry in entries}


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ":" in name or ".." in parts or "\0" in name:
        raise ParcelError(f"Gói nộp có đường dẫn nguy hiểm “{_shown(name)}”.")
    if len(parts) > 1 or not name:
        raise ParcelError(f"Gói nộp có thư mục con “{_shown(name)}”; bài nộp chỉ gồm tệp.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ParcelError(f"Gói nộp có liên kết “{_shown(name)}” thay cho tệp.")
    if entry.flag_bits & 1:
        raise ParcelError("Gói nộp bị đặt mật khẩu.")
    if entry.file_size > _greatest(name):
        raise ParcelError(f"Tệp “{_shown(name)}” trong gói nộp lớn quá mức cho phép.")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The entry's bytes; the size that the zip declares is not believed."""
    most = _greatest(entry.filename)
    with archive.open(entry) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ParcelError(f"Tệp “{_shown(entry.filename)}” trong gói nộp lớn quá mức cho phép.")
    return content


def _greatest(name: str) -> int:
    if name == FILE_NAME:
        return MAX_BYTES
    if name == RECEIPT_NAME:
        return MAX_RECEIPT_BYTES
    return MAX_DOCUMENT_BYTES if name.endswith(".docx") else MAX_NOTEBOOK_BYTES


def _shown(name: str) -> str:
    """A name from outside, fit for a line of text."""
    return "".join(char if char.isprintable() else "?" for char in name)[:60]
