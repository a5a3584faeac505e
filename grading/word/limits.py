"""Limits that a reading process lays upon itself: memory, time, size of what it writes."""

from __future__ import annotations

import contextlib

MEMORY = 300 * 2**20
"""Bytes a reading process may use."""
SECONDS = 10.0
"""Seconds one file may take."""
OUTPUT = 64 * 2**20


def limit_myself(memory: int = MEMORY, seconds: float | None = SECONDS) -> bool:
    """Lay the limits on this process; False where the system has none (Windows).

    On Windows the parent watches memory instead, see `pool`. `seconds` is processor time for the
    whole life of the process; None for a process that reads many files (the parent's clock holds).
    """
    try:
        import resource
    except ImportError:
        return False
    limits = [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ]
    if seconds is not None:
        limits.append((resource.RLIMIT_CPU, int(seconds) + 1))
    for kind, value in limits:
        # macOS knows RLIMIT_AS but refuses to lower it; the parent watches there too.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))
    return True


def memory_of(process: int) -> int | None:
    """Bytes that another process holds now; None if this cannot be known here.

    Raises nothing: psutil comes with Jupyter, and without it only the sizes in the zip guard.
    """
    try:
        import psutil  # type: ignore[import-untyped]  # publishes no types
    except ImportError:
        return None
    try:
        return int(psutil.Process(process).memory_info().rss)
    except psutil.Error:
        return None
