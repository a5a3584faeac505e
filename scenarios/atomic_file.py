"""Writing a file so that it is there whole or not at all, and why the system refused if it did."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from uuid import uuid4

_REASON_VI = {
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.EDQUOT: "hết dung lượng được cấp",
    errno.EFBIG: "ổ đĩa hết chỗ",
    errno.EACCES: "không có quyền, hoặc chương trình khác đang mở",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "tên ấy là một thư mục",
}


def write_atomically(path: Path, text: str) -> None:
    """Put the text into the file, whole or not at all. Raises OSError.

    The file gets the usual rights (`tempfile` would keep it from those who collect the works).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".luu_{uuid4().hex}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese."""
    return _REASON_VI.get(error.errno or 0, "hệ điều hành từ chối")
