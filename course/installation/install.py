"""Making the environment, filling it from the lock file, and installing the kit into it."""

import contextlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from course.installation.environment import Environment
from course.installation.log import Log
from course.installation.progress import Progress
from course.installation.reasons import InstallationError, reason

BYTES_NEEDED = 1_500_000_000  # about 820 MB stay, the rest is needed while unpacking


def prepare(root: str, purpose: str) -> str:
    """Install what is missing in the folder `root` and return the environment's Python.

    `purpose` ends the one line that is said when there is nothing (more) to do. Can be run again
    after any failure. Raises InstallationError with one sentence, and the place of the log.
    """
    environment = Environment(Path(root))
    try:
        if environment.is_ready():
            _say(f"Môi trường đã sẵn sàng, {purpose}")
        else:
            with _one_at_a_time(environment):
                _install(environment)
            _say(f"Đã cài xong, {purpose}")
    except OSError as error:
        raise InstallationError(reason(repr(error))) from error
    return str(environment.python)


def check_disk(folder: Path, needed: int = BYTES_NEEDED) -> None:
    """Raise InstallationError if fewer than `needed` bytes are free where `folder` lies."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        have, want = (f"{count / 1e9:.1f}".replace(".", ",") for count in (free, needed))
        raise InstallationError(
            f"Ổ đĩa chỉ còn trống {have} GB, cần khoảng {want} GB: anh/chị xóa bớt tệp rồi chạy "
            "lại."
        )


def _install(environment: Environment) -> None:
    _say("Đang chuẩn bị môi trường cho bộ học liệu: lần đầu mất vài phút, chỉ làm một lần.")
    check_disk(environment.root)
    with Log(environment.own_folder) as log:
        try:
            usable = environment.is_usable()
            environment.unfinished.write_text("", encoding="utf-8")
            environment.stamp.unlink(missing_ok=True)
            if not usable:
                _make(environment, log)
            _install_packages(environment, log)
            _install_kit(environment, log)
            environment.stamp.write_text(environment.fingerprint(), encoding="utf-8")
            environment.unfinished.unlink()
        except (InstallationError, OSError) as error:
            log.write(repr(error))
            sentence = reason(repr(error)) if isinstance(error, OSError) else str(error)
            raise InstallationError(f"{sentence}\nChi tiết ghi trong tệp: {log.place}") from error


def _make(environment: Environment, log: Log) -> None:
    for module in ("venv", "ensurepip"):  # Debian keeps them in a package of their own
        if importlib.util.find_spec(module) is None:
            raise InstallationError(reason(f"No module named {module}"))
    _say("Đang tạo môi trường riêng trong thư mục .venv...")
    _run([sys.executable, "-m", "venv", "--clear", str(environment.folder)], log)


def _install_packages(environment: Environment, log: Log) -> None:
    """From the folder `wheels` if it lies beside start.py, else from the Internet."""
    lock = environment.root / "requirements.lock"
    words = ["install", "--require-hashes", "-r", str(lock), "--progress-bar", "off"]
    wheels = environment.root / "wheels"
    if wheels.is_dir():
        _say("Cài từ thư mục wheels, không dùng Internet.")
        words += ["--no-index", "--find-links", str(wheels)]
    total = len(re.findall(r"^[\w.-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    with Progress(total, environment.folder) as progress:
        _run(_pip(environment, words), log, progress.read)


def _install_kit(environment: Environment, log: Log) -> None:
    """In place, and compiled: without .pyc files each start takes three times as long."""
    _say("Đang cài bộ học liệu...")
    words = ["install", "--no-deps", "--no-build-isolation", "-e", str(environment.root)]
    _run(_pip(environment, words), log)
    packages = [str(place.parent) for place in environment.root.glob("*/__init__.py")]
    _run([str(environment.python), "-m", "compileall", "-q", *packages], log)


def _pip(environment: Environment, words: list[str]) -> list[str]:
    python = str(environment.python)
    return [python, "-I", "-m", "pip", *words, "--no-input", "--disable-pip-version-check"]


def _run(command: list[str], log: Log, read: Callable[[str], None] = lambda line: None) -> None:
    """Run a command with every line in the log; raise InstallationError if it fails."""
    log.write("$ " + " ".join(command))
    said = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"PYTHONUTF8": "1", "PIP_QUIET": "0"},
    ) as process:
        for line in process.stdout or ():
            log.write(line.rstrip())
            said.append(line)
            read(line)
    if process.returncode:
        raise InstallationError(reason("".join(said)))


@contextlib.contextmanager
def _one_at_a_time(environment: Environment) -> Iterator[None]:
    """Hold a lock that the system drops by itself when this process ends, however it ends."""
    environment.own_folder.mkdir(exist_ok=True)
    with (environment.own_folder / "cai_dat.lock").open("a") as handle:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise InstallationError(
                "Một cửa sổ khác đang cài đặt bộ học liệu: anh/chị đợi cửa sổ đó xong rồi chạy lại."
            ) from error
        yield


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
