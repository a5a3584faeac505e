"""The claim on a folder: who holds it runs the one server there; it ends with its process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def take(path: Path) -> IO[bytes] | None:
    """Claim what the file stands for; None if another process holds it.

    Keep what is returned: the claim lasts as long as it is open. Raises OSError if the file
    cannot be made. A disk that knows no locks gives the claim to everybody.
    """
    file = path.open("ab")
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):  # held by another (POSIX, Windows)
        file.close()
        return None
    except OSError:
        return file
    return file
