"""The look at a file before anything in it is unpacked: is it a .docx, and of a bearable size?"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from grading.word.unreadable import UnreadableWordError

MAX_FILE = 20 * 2**20
MAX_PARTS = 2000
MAX_UNPACKED = 60 * 2**20
MAX_XML = 16 * 2**20
MAX_RATIO = 250
"""A part above 1 MB that was packed tighter than this is a bomb, not a document."""

MAIN = "word/document.xml"
SAVE_AGAIN = "Anh/chị mở tệp bằng Word, chọn Lưu thành (Save As), loại .docx rồi nộp lại."

_BEGINNINGS = (
    (b"%PDF", "là tệp PDF"),
    (b"{\\rtf", "là tệp RTF"),
    (b"\x89PNG", "là ảnh PNG"),
    (b"\xff\xd8\xff", "là ảnh JPEG"),
    (b"GIF8", "là ảnh GIF"),
    (b"Rar!", "là tệp nén RAR"),
    (b"7z\xbc\xaf", "là tệp nén 7z"),
    (b"<!DOCTYPE", "là trang web"),
    (b"<html", "là trang web"),
    (b"<?xml", "là tệp XML"),
)


def open_docx(path: Path, data: bytes | None = None) -> zipfile.ZipFile:
    """The opened package, after its kind and sizes were found bearable.

    `data` are the file's bytes where they are at hand; else they are read from `path`.

    Raises UnreadableWordError with one Vietnamese sentence for everything else.
    """
    _look_outside(path, data)
    try:
        package = zipfile.ZipFile(path if data is None else io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as problem:
        raise _refusal(
            path, "bị hỏng hoặc bị cắt cụt nên không mở được. " + SAVE_AGAIN
        ) from problem
    try:
        _look_inside(path, package)
    except UnreadableWordError:
        package.close()
        raise
    return package


def read_part(path: Path, package: zipfile.ZipFile, name: str, limit: int = MAX_XML) -> bytes:
    """One part's bytes, never more than `limit`. Raises UnreadableWordError if it is damaged."""
    try:
        with package.open(name) as part:
            data = part.read(limit + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        ValueError,
        NotImplementedError,
        KeyError,
    ) as problem:
        raise _refusal(path, "bị hỏng ở bên trong nên không đọc được. " + SAVE_AGAIN) from problem
    if len(data) > limit:
        raise _refusal(path, "có phần quá lớn nên không được mở. " + SAVE_AGAIN)
    return data


def _refusal(path: Path, rest: str) -> UnreadableWordError:
    return UnreadableWordError(path, f"Tệp “{path.name}” {rest}")


def _look_outside(path: Path, data: bytes | None) -> None:
    size, beginning, rest = _glance(path) if data is None else (len(data), data[:8], data)
    if size == 0:
        raise _refusal(path, "rỗng (0 byte). " + SAVE_AGAIN)
    if size > MAX_FILE:
        raise _refusal(
            path, "lớn hơn 20 MB nên không được mở. Anh/chị giảm hình ảnh rồi lưu lại dạng .docx."
        )
    _look_at_beginning(path, beginning, rest)


def _glance(path: Path) -> tuple[int, bytes, bytes]:
    """Size, first bytes, and for an old Word file all bytes up to the limit."""
    try:
        if path.is_dir():
            raise _refusal(path, "là thư mục. Anh/chị chọn đúng một tệp .docx.")
        if not path.is_file():
            raise OSError(f"{path} is no ordinary file")
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(8)
            rest = file.read(MAX_FILE) if beginning.startswith(b"\xd0\xcf\x11\xe0") else b""
    except (OSError, ValueError) as problem:
        raise _refusal(
            path, "không tìm thấy hoặc không được phép đọc. Anh/chị kiểm tra lại tên và thư mục."
        ) from problem
    return size, beginning, rest


def _look_at_beginning(path: Path, beginning: bytes, rest: bytes) -> None:
    if beginning.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in rest:
            raise _refusal(
                path, "có mật khẩu nên không đọc được. Anh/chị bỏ mật khẩu, lưu lại rồi nộp lại."
            )
        raise _refusal(path, "là dạng Word cũ (.doc). " + SAVE_AGAIN)
    for start, name in _BEGINNINGS:
        if beginning.lower().startswith(start.lower()[:8]):
            raise _refusal(path, f"{name}, không phải tệp Word. " + SAVE_AGAIN)
    if not beginning.startswith(b"PK"):
        raise _refusal(path, "không phải tệp Word .docx. " + SAVE_AGAIN)


def _look_inside(path: Path, package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MAX_PARTS:
        raise _refusal(path, "chứa quá nhiều phần nên không được mở. " + SAVE_AGAIN)
    if len(names) != len(parts):
        raise _refusal(path, "có hai phần trùng tên bên trong nên không được mở. " + SAVE_AGAIN)
    if any(part.flag_bits & 0x1 for part in parts):
        raise _refusal(
            path, "có mật khẩu nên không đọc được. Anh/chị bỏ mật khẩu, lưu lại rồi nộp lại."
        )
    _look_at_sizes(path, parts)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _refusal(
            path,
            "có chứa macro (.docm) nên không được mở. Anh/chị lưu lại dạng .docx (không macro) "
            "rồi nộp lại.",
        )
    if MAIN not in names:
        raise _refusal(path, f"{_other_kind(names)}, không phải tệp Word. " + SAVE_AGAIN)


def _look_at_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    tight = any(
        part.file_size > 2**20 and part.file_size > MAX_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    big = any(
        part.file_size > MAX_XML and part.filename.endswith((".xml", ".rels")) for part in parts
    )
    if unpacked > MAX_UNPACKED or tight or big:
        raise _refusal(
            path,
            "nén quá nhiều dữ liệu so với một văn bản nên không được mở. Anh/chị kiểm tra lại "
            "nguồn tệp, lưu lại dạng .docx rồi nộp lại.",
        )


def _other_kind(names: set[str]) -> str:
    if "content.xml" in names or "mimetype" in names:
        return "là tệp OpenDocument (.odt)"
    if any(name.startswith("xl/") for name in names):
        return "là bảng tính Excel"
    if any(name.startswith("ppt/") for name in names):
        return "là bài trình chiếu PowerPoint"
    return "là tệp nén thường"
