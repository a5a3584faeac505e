"""The kit's own files, as the tests about its order read them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# From the bottom: a room imports only from itself and from those before it.
ROOMS = ("office_sim", "scenarios", "grading", "course")
_NOT_OURS = {".git", ".venv", ".vanphong", "hoc_tap", "wheels", "build", "__pycache__"}


@cache
def files(pattern: str) -> tuple[Path, ...]:
    """Files of the kit whose name matches `pattern`: those git knows, or all of an unpacked zip."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if listed.returncode == 0:
        found = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        found = [place for place in ROOT.rglob("*") if not _NOT_OURS & set(place.parts)]
    return tuple(sorted(place for place in found if place.is_file() and place.match(pattern)))


def modules() -> list[Path]:
    """The Python files of the rooms."""
    return [place for place in files("*.py") if place.relative_to(ROOT).parts[0] in ROOMS]


def name_of(place: Path) -> str:
    """How a file is called in a report: its path from the project's folder."""
    return place.relative_to(ROOT).as_posix()


def imported(place: Path) -> set[str]:
    """The modules that a file imports anywhere in it, with their dots."""
    found = set()
    for node in ast.walk(ast.parse(place.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found
