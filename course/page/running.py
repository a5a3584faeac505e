"""The server that is running: its address, and a free port for a new one."""

from __future__ import annotations

import json
import socket
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

HOST = "127.0.0.1"
FIRST_PORT = 8888
_TRIES = 50
_PATIENCE = 3.0  # seconds for one answer


@dataclass(frozen=True)
class Address:
    """Where a server listens, with the token that opens it; `base` ends with `/`."""

    base: str
    token: str

    def page(self, name: str | None) -> str:
        """The learner's page of a notebook; None: the list of files."""
        place = f"notebooks/{quote(name)}" if name else "tree"
        return f"{self.base}{place}?token={self.token}"

    def lab(self, name: str | None = None) -> str:
        """JupyterLab, the trainer's place, with a notebook open in it."""
        place = f"lab/tree/{quote(name)}" if name else "lab"
        return f"{self.base}{place}?token={self.token}"


def find(runtime: Path) -> Address | None:
    """The server that wrote its address into the folder and answers; None if there is none."""
    for file in sorted(runtime.glob("jpserver-*.json")):
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            address = Address(base=str(content["url"]), token=str(content["token"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # just being written, or not ours
        if _answers(address):
            return address
    return None


def free_port(wanted: int) -> int | None:
    """The wanted port or the next one that is free on this machine; None if all are taken.

    0 asks the system for any.
    """
    last = min(wanted + _TRIES, 65536) if wanted else 1
    return next((port for port in range(wanted, last) if _is_free(port)), None)


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as attempt:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows: no port is shared
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except OSError:
            return False
    return True


def _answers(address: Address) -> bool:
    """Whether a server with this token is there; no proxy of the user's comes in between."""
    request = urllib.request.Request(
        f"{address.base}api/status", headers={"Authorization": f"token {address.token}"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return bool(answer.status == 200)
    except (OSError, ValueError):
        return False
