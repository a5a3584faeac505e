"""One account of the machine for each learner: its own home that nobody else can open.

nbgrader's exchange tells learners apart by their account on the machine, so a hub that ran all
servers under one account would mix up their work.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from course.hub.settings import HubError

if sys.platform != "win32":
    import grp
    import pwd

GROUP = "vanphong-hv"
MAX_NAME = 32
"""Linux takes no longer account name."""


@dataclass(frozen=True)
class Account:
    """A learner's account: `name` is also the learner's id in the class."""

    name: str
    home: Path
    uid: int
    gid: int


def is_possible() -> bool:
    """Whether accounts can be made here: Linux, as root, with `useradd`."""
    if sys.platform == "win32":
        return False
    import os

    return os.geteuid() == 0 and shutil.which("useradd") is not None


def ensure_accounts(names: Iterable[str], homes: Path) -> list[Account]:
    """The accounts of these learners, made where they are missing; homes lie below `homes`.

    An account that exists and is not one of the kit's is never touched. Raises HubError.
    """
    _ensure_group()
    homes.mkdir(parents=True, exist_ok=True)
    homes.chmod(0o711)
    return [_ensure(name, homes) for name in names]


def _ensure_group() -> None:
    try:
        grp.getgrnam(GROUP)
    except KeyError:
        _run("groupadd", GROUP)


def _ensure(name: str, homes: Path) -> Account:
    if len(name) > MAX_NAME:
        raise HubError(
            f"Mã học viên “{name}” dài quá {MAX_NAME} ký tự nên máy chủ không tạo được tài khoản; "
            "anh/chị đặt mã ngắn hơn trong danh sách lớp."
        )
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        home = str(homes / name)
        _run("useradd", "-M", "-d", home, "-g", GROUP, "-s", "/usr/sbin/nologin", "-K",
             "UMASK=0077", name)  # fmt: skip
        entry = pwd.getpwnam(name)
    if entry.pw_gid != grp.getgrnam(GROUP).gr_gid:
        raise HubError(
            f"Máy này đã có tài khoản “{name}” dùng cho việc khác nên không dùng cho học viên "
            "được; anh/chị đổi mã học viên ấy trong danh sách lớp."
        )
    own = Path(entry.pw_dir)
    own.mkdir(parents=True, exist_ok=True)
    shutil.chown(own, entry.pw_uid, entry.pw_gid)
    own.chmod(0o700)
    return Account(name, own, entry.pw_uid, entry.pw_gid)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise HubError(
            f"Máy không tạo được tài khoản học viên ({said[-1] if said else command[0]}); anh/chị "
            "nhờ người quản trị máy xem giúp."
        )
