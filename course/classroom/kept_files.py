"""Files that are made again and again, of which the trainer's own changes are never lost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from scenarios.atomic_file import write_atomically

MANIFEST = ".da_tao.json"
_FRESH = "_ban_moi"


@dataclass
class Installed:
    """What became of the files: written, or kept since the trainer had changed them."""

    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)


def install(made: Path, target: Path) -> Installed:
    """Put the files below `made` in their places below `target`.

    A file that was changed since it was made stays; the new edition lies beside it as
    `<name>_ban_moi`, if it says anything new. Raises OSError.
    """
    known = _manifest(target)
    done = Installed()
    for path in _files(made):
        name = path.relative_to(made).as_posix()
        place = target / name
        fresh = _hash(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_file() and _hash(place) not in (known.get(name), fresh):
            done.kept.append(place)
            beside = place.with_name(f"{place.stem}{_FRESH}{place.suffix}")
            if fresh != known.get(name):
                path.replace(beside)
        else:
            path.replace(place)
            done.written.append(place)
        known[name] = fresh
    text = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_atomically(target / MANIFEST, text)
    return done


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _manifest(target: Path) -> dict[str, str]:
    try:
        content = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {str(name): str(value) for name, value in content.items()}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
