"""Handing in: the learner's folder becomes one zip with a receipt, read back after writing."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from datetime import datetime
from pathlib import Path

from grading.nbgrader.data_files import MAX_NOTEBOOK_BYTES, data_files
from grading.nbgrader.parcel import ParcelError, pack, read_parcel
from grading.nbgrader.receipt import Learner, Receipt, make_receipt
from scenarios.atomic_file import reason
from scenarios.case import CaseError, UnknownCaseError
from scenarios.work_file import FILE_NAME, WorkError, parse_work


class HandInError(Exception):
    """The hand-in could not be made; the message is one Vietnamese sentence."""


def hand_in(
    folder: Path, learner: Learner, out: Path, *, at: datetime | None = None
) -> tuple[Receipt, Path]:
    """Put the work in `folder` into a new zip in `out`; its receipt, and where the zip is.

    The zip holds the notebook, the work and the case's Word files. It is read back and compared
    before this returns; an earlier zip is never overwritten. `at` is now unless given.
    Raises HandInError.
    """
    moment = (at or datetime.now()).astimezone().replace(microsecond=0)
    try:
        text = (folder / FILE_NAME).read_bytes()
        work = parse_work(text.decode("utf-8"))
        names = [FILE_NAME, *(name for name in data_files(work.case) if name != FILE_NAME)]
    except FileNotFoundError:
        raise HandInError("Chưa có bài làm nào được lưu ở đây nên chưa nộp được.") from None
    except OSError as error:
        raise HandInError(f"Không đọc được bài làm ({reason(error)}).") from error
    except (UnicodeDecodeError, WorkError, UnknownCaseError, CaseError) as error:
        raise HandInError(f"Bài làm đang lưu không nộp được. {error}") from error
    notebook = _notebook(folder, work.case)
    files = {FILE_NAME: text}
    # The notebook is never marked; one swollen with outputs only makes the parcel heavy.
    if notebook.stat().st_size <= MAX_NOTEBOOK_BYTES:
        files[notebook.name] = notebook.read_bytes()
    greatest = data_files(work.case)
    for name in names[1:]:
        if (folder / name).is_file():
            files[name] = (folder / name).read_bytes()
            if len(files[name]) > greatest[name]:
                raise HandInError(f"Tệp “{name}” lớn quá 5 MB; anh/chị thu nhỏ ảnh trong tệp.")
    receipt = make_receipt(notebook.stem, learner, work, files, moment)
    return receipt, _write(out, receipt, pack(receipt, files))


def _notebook(folder: Path, case_id: str) -> Path:
    """The assignment's notebook in the folder: the one that names the case."""
    for path in sorted(folder.glob("*.ipynb")):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            content = json.loads(path.read_text(encoding="utf-8"))
            if content["metadata"]["vanphong"]["case"] == case_id:
                return path
    raise HandInError("Không thấy sổ bài tập của tình huống này cạnh bài làm nên chưa nộp được.")


def _write(out: Path, receipt: Receipt, content: bytes) -> Path:
    stem = f"{receipt.assignment}__{receipt.learner.id}__{receipt.handed_in:%Y%m%d-%H%M%S}"
    temporary = ""
    try:
        out.mkdir(parents=True, exist_ok=True)
        target, number = out / f"{stem}.zip", 1
        while target.exists():
            number += 1
            target = out / f"{stem}-{number}.zip"
        handle, temporary = tempfile.mkstemp(dir=out, prefix=".nop_", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if read_parcel(Path(temporary)).receipt != receipt:
            raise ParcelError("Gói nộp ghi ra khác với bài làm.")
        Path(temporary).replace(target)
    except (OSError, ParcelError) as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        why = reason(error) if isinstance(error, OSError) else error
        raise HandInError(
            f"Chưa ghi được gói nộp vào “{out}” ({why}); anh/chị chọn nơi khác rồi nộp lại."
        ) from error
    return target
