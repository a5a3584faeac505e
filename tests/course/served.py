"""A running server of the course, for tests and walks that look at it from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OPEN = ("-m", "course.cli", "open", "--no-browser")
# The same server with other notebooks than the kit's own.
SERVE = """
import sys
from pathlib import Path
from course.page.opening import Wish, open_course
from course.page.shipped import Shelf
course, exercises, folder = map(Path, sys.argv[1:4])
open_course(
    Wish(folder=folder, port=int(sys.argv[4]), browser=False),
    lambda line: print(line, flush=True),
    Shelf(course, exercises),
)
"""
START_SECONDS, END_SECONDS = 90, 60


@dataclass
class Served:
    """A running server: `base` is its address, `folder` the workspace, `said` what it printed."""

    process: subprocess.Popen[str]
    folder: Path
    base: str = ""
    token: str = ""
    said: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The address that it printed for its user: the first page."""
        return self.said[-1]

    def url(self, place: str) -> str:
        """The address of a page, with the token."""
        return f"{self.base}{place}?token={self.token}"

    def page(self, name: str) -> str:
        """The address of the learner's page of a notebook, named without `.ipynb`."""
        return self.url(f"notebooks/{name}.ipynb")

    def ask(self, place: str, method: str = "GET", body: object = None) -> Any:
        """Jupyter's answer to a request, as a program with the token would get it."""
        content = self.read(place, method, body)
        return json.loads(content) if content else None

    def read(self, place: str, method: str = "GET", body: object = None) -> bytes:
        """The same as it comes over the wire."""
        request = urllib.request.Request(
            f"{self.base}{place}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}"},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            return bytes(answer.read())

    def kernel_of(self, name: str) -> str:
        """The id of the kernel that runs the notebook."""
        sessions = self.ask("api/sessions")
        return next(one["kernel"]["id"] for one in sessions if one["path"] == name)


@contextmanager
def opened(folder: Path, *options: str, port: int = 0) -> Iterator[Served]:
    """The course as `vanphong open` serves it, with its files in `folder`; stopped afterwards."""
    served = _start(folder, [*OPEN, "--port", str(port), "--folder", str(folder), *options])
    try:
        yield served
    finally:
        stop(served)


def start(
    course: Path, exercises: Path, folder: Path, *, port: int = 0, **environment: str
) -> Served:
    """Start a server for the notebooks of two folders and wait until it says where it is."""
    words = ["-c", SERVE, *map(str, (course, exercises, folder, port))]
    return _start(folder, words, **environment)


def stop(served: Served) -> str:
    """Stop the server and wait for its end; what it said at last."""
    served.process.terminate()
    return served.process.communicate(timeout=END_SECONDS)[0]


def _start(folder: Path, words: list[str], **environment: str) -> Served:
    process = subprocess.Popen(
        [sys.executable, *words],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
    )
    served = Served(process, folder)
    giving_up = threading.Timer(START_SECONDS, process.kill)
    giving_up.start()
    try:
        assert process.stdout
        for line in process.stdout:
            served.said.append(line.strip())
            if "token=" in line:
                address, served.token = served.address.split("?token=")
                served.base = address[: address.index("/", len("http://")) + 1]
                return served
        raise AssertionError("\n".join(["the course did not start", *served.said]))
    finally:
        giving_up.cancel()
