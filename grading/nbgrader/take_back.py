"""Taking the last collection back: the class's hand-ins as they stood before it."""

from __future__ import annotations

import shutil
from pathlib import Path

from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.collect import bring_in
from grading.nbgrader.ledger import LEDGER_NAME, Taken, read_ledger, write_ledger
from grading.nbgrader.parcel import Parcel, ParcelError, read_parcel
from grading.nbgrader.swapping import remove_tree
from scenarios.atomic_file import reason

BEFORE_NAME = "so_thu_bai.truoc"


def remember(folder: Path) -> None:
    """Keep the ledger as it stands, so that the collection that follows can be taken back.

    Raises ClassError.
    """
    kept = folder / BEFORE_NAME
    try:
        if (folder / LEDGER_NAME).is_file():
            shutil.copyfile(folder / LEDGER_NAME, kept)
        else:
            kept.write_text("", encoding="utf-8")
    except OSError as error:
        raise ClassError(
            f"Không ghi được vào thư mục lớp ({reason(error)}); anh/chị kiểm tra chỗ trống trên "
            "đĩa rồi thu lại. Chưa bài nào bị thay đổi."
        ) from error


def take_back(folder: Path) -> list[str]:
    """Put back what the last collection changed; the learners' ids. Raises ClassError.

    A hand-in that is marked already is kept: its mark would hang on nothing.
    """
    kept = folder / BEFORE_NAME
    if not kept.is_file():
        raise ClassError("Không có lần thu bài nào để bỏ; lần thu trước đã được bỏ rồi.")
    now = read_ledger(folder)
    before = _standing(kept)
    fresh = [one for one in now.taken if before.get(_key(one)) != one]
    marked = [one for one in fresh if _is_marked(folder, one)]
    if marked:
        names = ", ".join(one.receipt.learner.id for one in marked[:5])
        raise ClassError(
            f"Bài thu lần này đã chấm ({names}) nên không bỏ được nữa; thu lại nếu cần."
        )
    earlier = [old for one in fresh if (old := before.get(_key(one))) is not None]
    parcels = [_kept_parcel(folder, one) for one in earlier]
    for one in fresh:
        student, assignment = one.receipt.learner.id, one.receipt.assignment
        remove_tree(folder / "submitted" / student / assignment)
    bring_in(folder, parcels)
    taken_back = {_key(one) for one in fresh}
    rest = tuple(one for one in now.taken if _key(one) not in taken_back)
    write_ledger(folder, now.model_copy(update={"taken": (*rest, *earlier)}))
    kept.unlink()
    return sorted({one.receipt.learner.id for one in fresh})


def _key(one: Taken) -> tuple[str, str]:
    return one.receipt.assignment, one.receipt.learner.id


def _standing(kept: Path) -> dict[tuple[str, str], Taken]:
    if not kept.read_text(encoding="utf-8").strip():
        return {}
    return {_key(one): one for one in read_ledger(kept.parent, kept.name).taken}


def _is_marked(folder: Path, one: Taken) -> bool:
    place = folder / "autograded" / one.receipt.learner.id / one.receipt.assignment
    notebook = place / f"{one.receipt.assignment}.ipynb"
    return notebook.is_file() and notebook.stat().st_mtime > one.collected.timestamp()


def _kept_parcel(folder: Path, one: Taken) -> Parcel:
    receipt = one.receipt
    name = f"{receipt.learner.id}__{receipt.handed_in:%Y%m%d-%H%M%S}__{receipt.seal[:8]}.zip"
    path = folder / "downloaded" / receipt.assignment / "kept" / name
    try:
        return read_parcel(path)
    except ParcelError as error:
        raise ClassError(f"Bản nộp trước “{name}” không đọc lại được: {error}") from error
