"""The time of a hand-in, in the file that nbgrader keeps beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

TIMESTAMP = "timestamp.txt"
MAX_BYTES = 100


def read_timestamp(folder: Path) -> datetime | None:
    """When it was handed in (UTC without a zone, as nbgrader keeps it), None if it is not known."""
    path = folder / TIMESTAMP
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        return None
    try:
        return _parse(path.read_text(encoding="utf-8").strip())
    except (ValueError, OverflowError):
        return None


def has_bad_timestamp(folder: Path) -> bool:
    """Whether there is such a file and nbgrader would stumble over it."""
    return (folder / TIMESTAMP).exists() and read_timestamp(folder) is None


def _parse(text: str) -> datetime | None:
    """nbgrader's own reading: a time, perhaps with a number or a name for its zone."""
    # Only here: a class without timestamps needs no date library.
    from dateutil import parser, tz  # type: ignore[import-untyped]  # publishes no types

    parts = text.split(" ")
    if len(parts) == 3:
        zone = int(parts[2]) if parts[2].lstrip("+-").isdigit() else tz.gettz(parts[2])
        moment: datetime = parser.parse(" ".join(parts[:2]) + " TZ", tzinfos={"TZ": zone})
    elif text:
        moment = parser.parse(text)
    else:
        return None
    offset = moment.utcoffset()
    return (moment - offset if offset else moment).replace(tzinfo=None)
