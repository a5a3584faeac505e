"""Fences around a marking process: memory, no other programs, no network.

Nothing that a learner wrote is executed there; the fences are for the case that a data file makes
one of our own libraries misbehave.
"""

from __future__ import annotations

import sys
from typing import Any

from grading.word.limits import limit_myself

MEMORY = 800 * 2**20
"""Bytes that a marking process may use."""
SECONDS = 30.0
"""Seconds that one hand-in may take."""
_FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
)


def fence_in() -> None:
    """Lay the fences on this process; they cannot be taken away again."""
    limit_myself(memory=MEMORY, seconds=None)
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} is not allowed while marking")
