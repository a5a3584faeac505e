"""Opening the course: workspace and settings brought up to date, one server, the browser."""

from __future__ import annotations

import os
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from course.page import claim, running, settings, shipped, workspace
from course.page.server import ServerError, serve
from course.page.shipped import OWN_SHELF, Shelf
from scenarios.own_cases import use_workspace

Say = Callable[[str], None]
_PATIENCE = 30.0  # seconds for a server that another start has just begun


@dataclass(frozen=True)
class Wish:
    """What the user asked for. `folder` None means `hoc_tap` in the project."""

    folder: Path | None = None
    port: int = running.FIRST_PORT
    trainer: bool = False
    browser: bool = True


def open_course(wish: Wish, say: Say, shelf: Shelf = OWN_SHELF) -> None:
    """Open the course for the user and stay until it is stopped.

    If a server runs already for this folder, only the browser is opened. Each step is told
    through `say`. Raises WorkspaceError, ShippedError or ServerError, each with a sentence.
    """
    folder = (wish.folder or workspace.DEFAULT_FOLDER).resolve()
    home = _home(wish, folder)
    notebooks = shipped.collect(shelf)
    own = shipped.trainer_page if wish.trainer else shipped.first_page
    first = own(notebooks)
    held = _claim(home, folder)
    if isinstance(held, running.Address):
        _join(_url(held, first, wish), wish, say)
        return
    with held:
        use_workspace(folder)
        _prepare(home, folder, shelf, say)
        port = _port(wish.port, say)
        say("Đang mở máy chủ trên máy này...")
        serve(home, folder, port, lambda address: _welcome(_url(address, first, wish), wish, say))
    say("\nĐã dừng. Bài làm của anh/chị đã được lưu; lúc nào cần thì chạy lại lệnh này.")


def _claim(home: settings.JupyterHome, folder: Path) -> IO[bytes] | running.Address:
    """The right to run the server here, or the address of the one that runs already.

    Waits for a server that another window is just starting or stopping.
    """
    with workspace.storage(folder):
        home.runtime.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with workspace.storage(folder):
            held = claim.take(home.runtime / "claim.lock")
        found = held or running.find(home.runtime)
        if found:
            return found
        time.sleep(0.2)
    raise ServerError(
        "Bộ học liệu đang được mở ở một cửa sổ khác nhưng chưa trả lời; anh/chị đóng cửa sổ đó "
        "rồi chạy lại lệnh này."
    )


def _home(wish: Wish, folder: Path) -> settings.JupyterHome:
    """A folder of one's own holds its settings too: the project may be read-only."""
    root = folder if wish.folder else folder.parent
    return settings.JupyterHome(root / ".vanphong" / "jupyter")


def _prepare(home: settings.JupyterHome, folder: Path, shelf: Shelf, say: Say) -> None:
    notebooks = shipped.collect(shelf)
    done = workspace.update(folder, notebooks, datetime.now())
    with workspace.storage(folder):
        settings.write(home, shelf, notebooks)
    say(f"Góc học tập: {folder}")
    if done.archived:
        say(
            f"{len(done.archived)} trang khác với bản gốc đã được cất vào “{workspace.ARCHIVE}” "
            "và thay bằng bản gốc; bài làm không bị đụng đến."
        )


def _port(wanted: int, say: Say) -> int:
    port = running.free_port(wanted)
    if port is None:
        raise ServerError(
            f"Các cổng từ {wanted} trở đi trên máy này đều đang bận; anh/chị đóng bớt chương trình "
            "hoặc chọn cổng khác bằng --port rồi chạy lại."
        )
    if port != wanted:
        say(f"Cổng {wanted} đang bận, dùng cổng {port}.")
    return port


def _join(url: str, wish: Wish, say: Say) -> None:
    """Show the server that runs already."""
    say(f"Bộ học liệu đang mở sẵn ở một cửa sổ khác, trang ở địa chỉ:\n  {url}")
    if wish.browser:
        _show(url).join()


def _welcome(url: str, wish: Wish, say: Say) -> None:
    say(f"Đã mở. Nếu trình duyệt không tự hiện, anh/chị chép địa chỉ này vào trình duyệt:\n  {url}")
    say("Cứ để cửa sổ này mở trong lúc học; muốn dừng thì bấm Ctrl-C ở đây.")
    if wish.browser:
        _show(url)


def _url(address: running.Address, first: str | None, wish: Wish) -> str:
    return address.lab(first) if wish.trainer else address.page(first)


def _show(url: str) -> threading.Thread:
    """Open the browser beside the server: some systems wait until it is up.

    Without a screen a text browser would take over the terminal, so none is opened.
    """
    graphical = sys.platform in {"win32", "darwin"} or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
    target = webbrowser.open if graphical else len
    thread = threading.Thread(target=target, args=(url,), daemon=True)
    thread.start()
    return thread
