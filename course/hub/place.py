"""Where a class server keeps its things: a folder beside the class folder, open to learners.

The class folder itself holds marks and sources and is closed to everybody but the trainer; nothing
that learners need lies in it.
"""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from course.hub.settings import HubError
from grading.nbgrader.config import EXCHANGE_NAME, exchange_root
from scenarios.atomic_file import reason


@dataclass(frozen=True)
class HubPlace:
    """The folders of the server of one class; `root` is `<class folder>.may_chu`."""

    root: Path

    @classmethod
    def of(cls, class_folder: Path) -> HubPlace:
        """The place for a class folder."""
        return cls(exchange_root(class_folder).parent)

    @property
    def homes(self) -> Path:
        """One home for each learner; each can open only his or her own."""
        return self.root / "hoc_vien"

    @property
    def released(self) -> Path:
        """The released assignments, for all to read and none to change."""
        return self.root / "phat"

    @property
    def exchange(self) -> Path:
        """nbgrader's exchange: whoever hands in can write there, and read nothing of others."""
        return self.root / EXCHANGE_NAME

    @property
    def private(self) -> Path:
        """Passwords, the hub's own database and its log: for the trainer's account alone."""
        return self.root / "rieng"

    def prepare(self, class_folder: Path) -> None:
        """Make the folders with their rights, and close the class folder. Raises HubError."""
        try:
            for folder, mode in (
                (self.root, 0o711),
                (self.homes, 0o711),
                (self.released, 0o755),
                # With the sticky bit nobody can rename or remove what belongs to another.
                (self.exchange, 0o1777),
                (self.private, 0o700),
            ):
                folder.mkdir(exist_ok=True)
                folder.chmod(mode)
            class_folder.chmod(0o700)
        except OSError as error:
            raise HubError(
                f"Không tạo được thư mục của máy chủ “{self.root}” ({reason(error)}); anh/chị đặt "
                "thư mục lớp ở nơi ghi được, ví dụ /srv/lop."
            ) from error


def unreachable(path: Path) -> Path | None:
    """The first folder on the way to `path` that other accounts cannot pass, None if all can."""
    for folder in (*reversed(path.resolve().parents), path.resolve()):
        mode = folder.stat().st_mode
        needed = stat.S_IXOTH if folder.is_dir() else stat.S_IROTH
        if not mode & needed:
            return folder
    return None


def check_reachable(project: Path, place: HubPlace) -> None:
    """Raise HubError unless learners' accounts can read the kit and run its Python."""
    for path in (project, Path(sys.executable), place.root.parent):
        closed = unreachable(path)
        if closed is not None:
            raise HubError(
                f"Tài khoản của học viên không mở được “{closed}” nên máy chủ chưa chạy được; "
                "anh/chị đặt bộ học liệu ở nơi mọi tài khoản đọc được (ví dụ /srv/vanphong), cài "
                "bằng Python của hệ thống (/usr/bin/python3), và đặt thư mục lớp ở /srv."
            )
