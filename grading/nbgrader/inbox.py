"""What lies in the exchange's inbox: odd things are set aside before nbgrader looks, receipts kept.

Of a hand-in under another's name nbgrader only warns, and a link it follows.
"""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from pathlib import Path

from grading.nbgrader.ledger import Taken, read_ledger, write_ledger
from grading.nbgrader.receipt import RECEIPT_NAME, ReceiptError, read_receipt

ASIDE = "de_rieng"


def inbox(root: Path, assignment: str) -> list[Path]:
    """The hand-ins of an assignment that lie in the exchange at `root`, by name."""
    return sorted(root.glob(f"*/inbound/*+{assignment}+*"))


def sift(root: Path, assignment: str) -> list[str]:
    """Set aside what another account brought or what holds a link; a sentence for each."""
    said = []
    for entry in inbox(root, assignment):
        reason = _refused(entry)
        if reason:
            place = root / ASIDE
            place.mkdir(mode=0o700, exist_ok=True)
            place.chmod(0o700)
            shutil.move(entry, place / entry.name)
            student = entry.name.split("+", 1)[0]
            said.append(f"{student}: {reason}; gói ấy được để riêng, chưa thu.")
    return said


def enter_receipts(folder: Path) -> None:
    """Move the receipts that came along with hand-ins into the class's ledger.

    A receipt that does not fit is dropped: points come from the data alone. Raises ClassError.
    """
    ledger = read_ledger(folder)
    for path in sorted((folder / "submitted").glob(f"*/*/{RECEIPT_NAME}")):
        student, assignment = path.parts[-3], path.parts[-2]
        try:
            receipt = read_receipt(path.read_bytes())
        except ReceiptError:
            receipt = None
        path.unlink()
        if receipt and (receipt.learner.id, receipt.assignment) == (student, assignment):
            moment = datetime.now().astimezone()
            ledger = ledger.with_one(Taken(receipt=receipt, collected=moment, file="trao_doi"))
    write_ledger(folder, ledger)


def owner_of(path: Path) -> str:
    """The account that owns the file, "?" if the machine knows none of that number."""
    if sys.platform == "win32":
        return "?"
    import pwd

    try:
        return pwd.getpwuid(path.lstat().st_uid).pw_name
    except KeyError:
        return "?"


def _refused(entry: Path) -> str:
    student = entry.name.split("+", 1)[0]
    if entry.is_symlink() or not entry.is_dir():
        return "gói nộp không phải thư mục thường"
    if owner_of(entry) != student:
        return f"gói nộp ghi tên {student} nhưng do tài khoản {owner_of(entry)} đưa lên"
    files = list(entry.rglob("*"))
    if any(one.is_symlink() or not one.is_file() for one in files):
        return "gói nộp có liên kết hoặc thư mục con"
    if any(owner_of(one) != student or one.stat().st_nlink > 1 for one in files):
        return "gói nộp có tệp của tài khoản khác"
    return ""
