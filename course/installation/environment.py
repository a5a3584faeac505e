"""The kit's own Python environment, `.venv`: whether it is whole, and what it was made for."""

import hashlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

# What decides whether there is something to install.
LISTS = ("requirements.lock", "pyproject.toml")
_PRINT_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


@dataclass(frozen=True)
class Environment:
    """The environment of the kit that lies in the folder `root`."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where the environment is."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The Python inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def own_folder(self) -> Path:
        """Where the kit keeps its log and its marks, beside the environment."""
        return self.root / ".vanphong"

    @property
    def stamp(self) -> Path:
        """Written last, so it is there only when everything before it went well."""
        return self.folder / "vanphong.txt"

    @property
    def unfinished(self) -> Path:
        """There from the first step of an installation to the last, so also after a power cut."""
        return self.own_folder / "dang_cai.txt"

    def version(self) -> tuple[int, int] | None:
        """Version of the Python inside; None if there is none or it does not run any more."""
        command = [str(self.python), "-I", "-c", _PRINT_VERSION]
        try:
            answer = subprocess.run(command, capture_output=True, text=True, timeout=60)
            major, minor = answer.stdout.split(".")
            return int(major), int(minor)
        except (OSError, ValueError, subprocess.TimeoutExpired):
            return None

    def fingerprint(self) -> str:
        """What the environment depends on: this folder, its Python, the lists of packages."""
        hashes = [hashlib.sha256((self.root / name).read_bytes()).hexdigest() for name in LISTS]
        return "\n".join([str(self.root), str(self.version()), *hashes])

    def is_ready(self) -> bool:
        """Whether there is nothing to install."""
        return self._stamped() == self.fingerprint()

    def is_usable(self) -> bool:
        """Whether one can install into it as it is.

        Not if its Python is gone, if an installation was cut off in the middle, or if the folder
        was moved since: then it has to be made anew.
        """
        stamped = self._stamped()
        moved = bool(stamped) and stamped.split("\n")[0] != str(self.root)
        return self.version() is not None and not self.unfinished.exists() and not moved

    def _stamped(self) -> str:
        try:
            return self.stamp.read_text(encoding="utf-8")
        except OSError:
            return ""
