"""A tiny kit that is started for real: the real start.py, with three small packages to install."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PYPROJECT = """\
[build-system]
requires = []
build-backend = "tiny_backend"
backend-path = ["."]

[project]
name = "tiny"
version = "1"
"""
# Builds what `pip install -e .` needs; waits first if it is told to, so a test can interrupt it.
BACKEND = """\
import os, time, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    time.sleep(float(os.environ.get("TINY_WAIT", "0")))
    name = "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("tiny.pth", "import sys; sys.path.append(%a)" % os.getcwd())
        metadata = "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1"
        wheel.writestr("tiny-1.dist-info/METADATA", metadata)
        wheel.writestr("tiny-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any")
        wheel.writestr("tiny-1.dist-info/RECORD", "")
    return name
"""
COMMAND = """\
import sys

def main():
    print("vanphong", sys.argv[1:])
    return 7 if sys.argv[1:] == ["seven"] else 0
"""


@dataclass(frozen=True)
class Kit:
    """A folder with start.py, the installation, and packages that need no network."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run `python start.py WORDS` to its end."""
        return subprocess.run(
            self.command(*words),
            capture_output=True,
            encoding="utf-8",
            env=self._variables(variables),
            cwd=self.root.parent,
            timeout=300,
        )

    def begin(self, *words: str, **variables: str) -> subprocess.Popen[str]:
        """Run `python start.py WORDS` in a process group of its own and go on."""
        return subprocess.Popen(
            self.command(*words),
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=self._variables(variables),
            start_new_session=True,
        )

    def command(self, *words: str) -> list[str]:
        """The command line."""
        # The plain Python below the environment of the tests, which itself has the kit installed.
        python = getattr(sys, "_base_executable", sys.executable)
        return [python, str(self.root / "start.py"), *words]

    def lock(self, *lines: str) -> None:
        """Write the lock file."""
        (self.root / "requirements.lock").write_text("\n".join(lines), encoding="utf-8")

    def _variables(self, more: dict[str, str]) -> dict[str, str]:
        """Those of this process, less whatever tells pip where else to look."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        return own | {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"} | more


def make_kit(root: Path) -> Kit:
    """A tiny kit in `root`, with a folder `wheels` that holds what its lock file names."""
    (root / "course" / "cli").mkdir(parents=True)
    shutil.copy(ROOT / "start.py", root)
    shutil.copy(ROOT / "course" / "__init__.py", root / "course")
    shutil.copytree(
        ROOT / "course" / "installation",
        root / "course" / "installation",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (root / "course" / "cli" / "__init__.py").write_text(COMMAND, encoding="utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "tiny_backend.py").write_text(BACKEND, encoding="utf-8")
    kit = Kit(root)
    kit.lock(wheel_line(kit, "one"), wheel_line(kit, "two"), OTHER_SYSTEM)
    return kit


# A line for another system, as the real lock file has them.
OTHER_SYSTEM = f"three==1 ; sys_platform == 'none' --hash=sha256:{'0' * 64}"


def wheel_line(kit: Kit, name: str) -> str:
    """Put a small package into the kit's folder `wheels`; return its line for the lock file."""
    folder = kit.root / "wheels"
    folder.mkdir(exist_ok=True)
    place = folder / f"{name}-1-py3-none-any.whl"
    kind = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {
        f"{name}.py": "import sys\nprint(__name__, sys.argv[1:])\n",
        f"{name}-1.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n",
        f"{name}-1.dist-info/WHEEL": kind,
    }
    record = "".join(f"{path},{_record_hash(text)},{len(text)}\n" for path, text in files.items())
    with zipfile.ZipFile(place, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
        wheel.writestr(f"{name}-1.dist-info/RECORD", record)
    return f"{name}==1 --hash=sha256:{hashlib.sha256(place.read_bytes()).hexdigest()}"


def _record_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    """A tiny kit in a folder with spaces and Vietnamese letters, nothing installed yet."""
    return make_kit(tmp_path / "Tài liệu của tôi" / "bộ học liệu")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kit, str]:
    """The same after its first start, with what that start said; tests leave it as it is."""
    kit = make_kit(tmp_path_factory.mktemp("cài") / "Tài liệu của tôi" / "bộ học liệu")
    first = kit.start("case", "list")
    assert first.returncode == 0, first.stderr
    return kit, first.stderr
