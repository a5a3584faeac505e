"""The kit where every account of the machine can read it, as on a server: in a folder of /tmp.

The folder of a test run, and often the Python that runs it, belong to one person alone; learners'
accounts must reach both. Nothing big is copied: the files are linked.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
ROOMS = ("course", "grading", "scenarios", "office_sim", "exercises")


def public_python() -> Path | None:
    """A Python of this version that every account may run, None if there is none."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for path in (
        Path(sys.executable),
        Path("/usr/bin") / version,
        Path("/usr/local/bin") / version,
    ):
        real = path.resolve()
        if real.is_file() and all(
            folder.stat().st_mode & stat.S_IXOTH for folder in (real, *real.parents)
        ):
            return real
    return None


def make_edition(python: Path) -> Path:
    """The kit with an environment of its own; returns its folder. The caller removes it."""
    root = Path(tempfile.mkdtemp(prefix="vp-may-chu-"))
    root.chmod(0o755)
    kit = root / "kit"
    for room in ROOMS:
        shutil.copytree(PROJECT / room, kit / room, ignore=shutil.ignore_patterns("__pycache__"))
    packages = Path(sysconfig.get_paths()["purelib"])
    own = Path(*(".venv", "lib", f"python{sys.version_info.major}.{sys.version_info.minor}"))
    subprocess.run([str(python), "-m", "venv", "--without-pip", str(kit / ".venv")], check=True)
    shutil.rmtree(kit / own / "site-packages")
    shutil.copytree(packages, kit / own / "site-packages", copy_function=_linked, symlinks=True)
    for finder in (kit / own / "site-packages").glob("__editable__*vanphong*"):
        finder.unlink()  # it would lead back to where this project lies
    (kit / own / "site-packages" / "vanphong.pth").write_text(f"{kit}\n", encoding="utf-8")
    shutil.copytree(Path(sys.prefix) / "share", kit / ".venv" / "share", copy_function=_linked)
    for script in (Path(sys.prefix) / "bin").iterdir():
        _install_script(script, kit / ".venv" / "bin" / script.name)
    return root


def _install_script(script: Path, target: Path) -> None:
    """A program of the environment, run by the Python beside it; others are passed over."""
    content = script.read_bytes() if script.is_file() else b""
    first, _, rest = content.partition(b"\n")
    if first.startswith(f"#!{Path(sys.prefix) / 'bin'}/python".encode()):
        target.write_bytes(f"#!{target.with_name('python')}\n".encode() + rest)
        target.chmod(0o755)


def _linked(source: str, target: str) -> None:
    """A second name for a file; a copy where the disk is another one."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
