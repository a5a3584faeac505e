"""Running the server of a class: everything made ready, then JupyterHub until it is stopped."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from course.hub.accounts import ensure_accounts, is_possible
from course.hub.config import CONFIG_NAME, CONFIG_TEXT
from course.hub.passwords import LIST_NAME, ensure_passwords
from course.hub.place import HubPlace, check_reachable
from course.hub.releasing import put_out
from course.hub.roster import learners_of
from course.hub.settings import HubError, PasswordMode, read_settings
from course.page.shipped import PROJECT

LOCK = PROJECT / "requirements-hub.lock"
Say = Callable[[str], None]


def install(say: Say) -> None:
    """Install what the hub needs and a laptop does not. Raises HubError."""
    if importlib.util.find_spec("jupyterhub") and importlib.util.find_spec("firstuseauthenticator"):
        return
    say("Lần đầu: đang cài phần máy chủ lớp học (cần Internet)...")
    wheels = PROJECT / "wheels"
    offline = ["--no-index", "--find-links", str(wheels)] if wheels.is_dir() else []
    words = ["install", "--require-hashes", "-r", str(LOCK), "--quiet", *offline]
    done = subprocess.run(
        [sys.executable, "-I", "-m", "pip", *words, "--disable-pip-version-check"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise HubError(
            "Không cài được phần máy chủ lớp học; anh/chị kiểm tra Internet rồi chạy lại lệnh này."
        )


def prepare(folder: Path, say: Say) -> HubPlace:
    """Make folders, accounts, passwords and the exchange of the class ready; may be run again.

    Raises HubError or ClassError, each with a sentence.
    """
    if not is_possible():
        raise HubError(
            "Máy chủ lớp học chỉ chạy trên Linux với quyền quản trị: anh/chị chạy bằng sudo, hoặc "
            "dùng cách nộp bài qua USB, thư mục chung (không cần máy chủ)."
        )
    folder = folder.resolve()
    settings, learners, place = read_settings(folder), learners_of(folder), HubPlace.of(folder)
    if not learners:
        raise HubError("Lớp chưa có học viên nào; anh/chị nhập danh sách lớp trước.")
    place.prepare(folder)
    check_reachable(PROJECT, place)
    ensure_accounts([one.id for one in learners], place.homes)
    if settings.passwords is PasswordMode.LISTED:
        made = ensure_passwords(place.private, learners)
        if made:
            say(f"Đã đặt mật khẩu cho {len(made)} học viên: {place.private / LIST_NAME}")
    published = put_out(folder, place)
    config = place.private / CONFIG_NAME
    config.write_text(CONFIG_TEXT.format(folder=str(folder)), encoding="utf-8", newline="\n")
    say(f"{len(learners)} học viên, {len(published)} bài tập đã sẵn sàng trên máy chủ.")
    say(f"Học viên mở trình duyệt, gõ: http://<địa chỉ của máy này>:{settings.port}")
    return place


def command(place: HubPlace) -> tuple[list[str], dict[str, str]]:
    """The command that runs the hub, and its environment."""
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    environment = os.environ | {"PATH": programs, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}
    words = [sys.executable, "-m", "jupyterhub", "-f", str(place.private / CONFIG_NAME)]
    return words, environment
