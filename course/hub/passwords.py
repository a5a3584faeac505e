"""Listed passwords: made once for each learner, kept as hashes, and in a list to print."""

from __future__ import annotations

import csv
import dbm
import secrets
from collections.abc import Iterable
from pathlib import Path

from grading.nbgrader.receipt import Learner

LIST_NAME = "mat_khau.csv"
STORE_NAME = "passwords"
# Without letters and digits that are mixed up on paper (0 o, 1 l i).
_LETTERS = "abcdefghkmnpqrstuvwxyz"
_DIGITS = "23456789"


def ensure_passwords(place: Path, learners: Iterable[Learner]) -> list[tuple[Learner, str]]:
    """Make a password for every learner who has none; the new ones, in order.

    The hashes go where the hub's authenticator looks for them (`place/passwords`, its dbm file),
    the words into `place/mat_khau.csv`, readable for the trainer alone.
    """
    import bcrypt

    made = []
    with dbm.open(str(place / STORE_NAME), "c", 0o600) as store:
        for learner in learners:
            if store.get(learner.id.encode()) is None:
                password = new_password()
                store[learner.id.encode()] = bcrypt.hashpw(password.encode(), bcrypt.gensalt(10))
                made.append((learner, password))
    _note(place / LIST_NAME, made)
    return made


def forget_password(place: Path, learner: str) -> bool:
    """Take a learner's password away, so that a new one is made or chosen; whether one was."""
    with dbm.open(str(place / STORE_NAME), "c", 0o600) as store:
        if store.get(learner.encode()) is None:
            return False
        del store[learner.encode()]
    return True


def new_password() -> str:
    """Two groups that can be read aloud: four letters, four digits, such as "muap-2846"."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(4))
    return letters + "-" + "".join(secrets.choice(_DIGITS) for _ in range(4))


def _note(path: Path, made: list[tuple[Learner, str]]) -> None:
    if not made:
        return
    is_new = not path.exists()
    path.touch(mode=0o600)
    path.chmod(0o600)
    # With the mark at its beginning Excel reads the file as Unicode.
    with path.open("a", encoding="utf-8-sig" if is_new else "utf-8", newline="") as file:
        writer = csv.writer(file)
        if is_new:
            writer.writerow(["Họ và tên", "Tên đăng nhập", "Mật khẩu"])
        writer.writerows([learner.name, learner.id, password] for learner, password in made)
