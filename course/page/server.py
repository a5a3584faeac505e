"""The kit's Jupyter server: one process on this machine for the learner's page and JupyterLab."""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from course.page.running import Address
from course.page.settings import JupyterHome, clean_environment

_GRACE = 5.0  # seconds for what is under way when the server stops


class ServerError(Exception):
    """The server cannot run; the message is one Vietnamese sentence for the user."""


def serve(home: JupyterHome, folder: Path, port: int, on_ready: Callable[[Address], None]) -> None:
    """Run the server for the workspace `folder` until Ctrl-C or a request to stop.

    The settings must have been written to `home`. `on_ready` is called once pages can be opened.
    Changes this process's environment. Raises ServerError if the server cannot start.
    """
    environment = clean_environment(os.environ, home)
    os.environ.clear()
    os.environ.update(environment)
    # A check of addresses that nothing here needs; importing it takes longer than all the rest.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    with _noise_to(home.log):
        _accept_disk(home.runtime)
        app = _start(home, folder, port)
        address = Address(base=str(app.connection_url), token=str(app.identity_provider.token))
        app.io_loop.add_callback(on_ready, address)
        signal.signal(signal.SIGINT, lambda *_: _stop(app))
        app.start()
        _finish_tasks(app.io_loop.asyncio_loop)


def _accept_disk(runtime: Path) -> None:
    """Let Jupyter run from a USB stick: exFAT and FAT know no files that only one user may read."""
    from jupyter_core import paths

    probe = runtime / "probe"
    try:
        with paths.secure_write(str(probe)):
            pass
    except (RuntimeError, OSError):
        os.environ["JUPYTER_ALLOW_INSECURE_WRITES"] = "true"  # for the kernels
        paths.allow_insecure_writes = True
    probe.unlink(missing_ok=True)


def _start(home: JupyterHome, folder: Path, port: int) -> Any:
    from jupyter_server.serverapp import ServerApp

    app = ServerApp.instance(root_dir=str(folder), port=port, allow_root=True)
    try:
        app.initialize([])
    except SystemExit as stop:
        raise ServerError(
            f"Máy chủ trên máy này không mở được; anh/chị chạy lại lệnh, nếu vẫn vậy thì gửi tệp "
            f"“{home.log}” cho người hỗ trợ."
        ) from stop
    return app


def _stop(app: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is stopping: once is enough
    app.stop(from_signal=True)


def _finish_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """End what was under way when the server stopped; its helper threads would wait for ever."""
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.wait(tasks, timeout=_GRACE))
    loop.run_until_complete(loop.shutdown_asyncgens())


@contextlib.contextmanager
def _noise_to(log: Path) -> Iterator[None]:
    """Let what Jupyter and its kernels print go to the log; our own `print` still reaches the user.

    Kernels inherit the file descriptors 1 and 2, so these are turned to the log.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists():
        log.replace(log.with_suffix(".old.log"))
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(1), os.dup(2)]
    screen = sys.stdout
    sink = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    os.close(sink)
    sys.stdout = io.open(  # noqa: UP020, SIM115 - a descriptor, closed below
        os.dup(kept[0]), "w", encoding="utf-8", errors="replace", buffering=1
    )
    try:
        yield
    finally:
        sys.stdout.close()
        sys.stdout = screen
        sys.stderr.flush()
        for place, descriptor in enumerate(kept, start=1):
            os.dup2(descriptor, place)
            os.close(descriptor)
